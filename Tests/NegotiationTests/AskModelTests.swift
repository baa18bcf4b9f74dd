import ModelTestSupport
import Negotiation
import Testing

@Suite("What asking for more is worth")
struct AskModelTests {
  @Test("The model has its reference values")
  func reference() throws {
    for row in try referenceRows("ask_model") {
      let model = AskModel(
        roomProbability: row.inputNumber("p_room"), meanRoom: row.inputNumber("theta"),
        concession: row.inputNumber("kappa"))
      let x = row.inputNumber("ask_premium")
      let value =
        switch row["output"] {
        case "p_full": model.full(x)
        case "p_some": model.some
        case "expected_gain": model.expectedGain(x)
        case "optimal_ask": model.bestAsk
        default: Double.nan
        }
      #expect(abs(value / row.number("expected") - 1) <= row.number("tolerance"), "\(row["id"])")
    }
  }

  // The methods give 6, 8, 11 and 13.5 %; the digits are from adaptive quadrature over the room.
  @Test(
    "With a better alternative one asks for more",
    arguments: [
      (0.40, 0.060564, 0.011075657), (0.60, 0.080700, 0.016689173), (0.80, 0.108858, 0.024195913),
      (0.93, 0.136500, 0.030524757),
    ])
  func bestAsk(floor: Double, ask: Double, value: Double) {
    let model = AskModel(roomProbability: 0.66, meanRoom: 0.11662484455115439, concession: 1.0 / 3)
    let risk = WithdrawalRisk(perTenth: 0.04, maximum: 0.09)
    let best = model.bestAsk(in: 0...0.25, floor: floor, risk: risk)
    #expect(abs(best - ask) < 1e-4)
    #expect(abs(model.valueOfAsking(best, floor: floor, risk: risk) - value) < 1e-8)
  }

  @Test("A floor above the offer counts small concessions as the floor")
  func floorAboveOffer() {
    let model = AskModel(roomProbability: 0.66, meanRoom: 0.10, concession: 1.0 / 3)
    let risk = WithdrawalRisk(perTenth: 0.04, maximum: 0.09)
    #expect(abs(model.bestAsk(in: 0.05...0.25, floor: 1.05, risk: risk) - 0.145925) < 1e-4)
    #expect(abs(model.valueOfAsking(0.145925, floor: 1.05, risk: risk) - 0.013855168) < 1e-8)
  }

  @Test("Nothing lies above a hard bound")
  func hardBound() {
    let model = AskModel(roomProbability: 0.66, meanRoom: 0.10, concession: 1.0 / 3, hardBound: 0.08)
    #expect(model.full(0.08) > 0.29)
    #expect(model.full(0.081) == 0)
    // Room of 8 % or more is 8 %, of which a third is conceded to an ask beyond it.
    #expect(model.expectedGain(0.20) < 0.66 * 0.08 / 3)
    #expect(model.expectedGain(0.08) > model.expectedGain(0.20))
  }

  @Test("The odds of a withdrawal grow with the ask up to their maximum")
  func withdrawal() {
    let risk = WithdrawalRisk(perTenth: 0.04, maximum: 0.09)
    for (x, odds) in [(-0.1, 0), (0, 0), (0.05, 0.02), (0.20, 0.08), (0.225, 0.09), (0.5, 0.09)] {
      #expect(abs(risk.probability(x) - odds) < 1e-12)
    }
  }
}

/// Rows of one kind of the reference file.
func referenceRows(_ kind: String) throws -> [ReferenceTable.Row] {
  let rows = try ReferenceTable("Reference/reference.csv").rows.filter { $0["kind"] == kind }
  return try #require(rows.isEmpty ? nil : rows)
}
