import Compensation
import Foundation
import ModelTestSupport
import Quantities
import Testing

@Suite("The odds of still holding a job")
struct SurvivalTests {
  @Test("A year of a monthly hazard, and a sign-on kept by one who quits, have their reference values")
  func referenceRows() throws {
    for row in try reference("survival") {
      let months = Int(row.inputNumber("months"))
      let hazards = [Double](repeating: row.inputNumber("monthly_hazard"), count: months)
      let odds = Survival(layoffHazards: hazards, quitHazard: 0).odds(atEndOf: months)
      #expect(abs(odds / row.number("expected") - 1) < row.number("tolerance"))
    }
    for row in try reference("signon_clawback") {
      var offer = plainOffer()
      offer.signOn = UpfrontPay(
        amount: Money(row.inputNumber("bonus"), .usd),
        clawback: .init(
          months: Int(row.inputNumber("months")), isProRata: row.input("prorata") == "true", onLayoff: false))
      var overrides = noHazard
      overrides["hazard.quit"] = row.inputNumber("monthly_quit")
      let value = try offer.valued(under: terms(overrides: overrides))
      let kept = value.elements.first { $0.component == "sign_on" }?.total(\.expectedAverageLeaver, .usd)
        .amount
      // Rounded to the cent, which the row is not.
      #expect(abs((kept ?? 0) - row.number("expected")) <= 0.005)
    }
  }

  @Test("The first year of a new job is riskier, the current job's is not")
  func firstYear() throws {
    let new = try Survival(of: plainOffer(), terms: terms())
    let held = try Survival(of: plainOffer(kind: .current), terms: terms())
    #expect(abs(new.odds(atEndOf: 24) - pow(0.994, 12) * pow(0.996, 12)) < 1e-12)
    #expect(abs(held.odds(atEndOf: 24) - pow(0.996, 24)) < 1e-12)
    #expect(new.odds(atEndOf: 0) == 1)
  }

  @Test("A start-up's runway sets its hazard when that is higher")
  func runway() throws {
    var offer = plainOffer(kind: .current)
    offer.employerKind = "seed start-up"
    offer.runwayMonths = 10
    #expect(try abs(Survival(of: offer, terms: terms()).odds(atEndOf: 1) - 0.95) < 1e-12)
    offer.runwayMonths = 50
    #expect(try abs(Survival(of: offer, terms: terms()).odds(atEndOf: 1) - 0.98) < 1e-12)
  }

  @Test("Everyone has left in some month or is still there")
  func oddsAddUp() {
    let survival = Survival(layoffHazards: [Double](repeating: 0.01, count: 24), quitHazard: 0.03)
    let laidOff = (1...24).reduce(0) { $0 + survival.oddsOfLayoff(in: $1) }
    #expect(abs(laidOff + survival.odds(atEndOf: 24) - 1) < 1e-12)
  }
}

/// Rows of one kind of the reference file.
func reference(_ kind: String) throws -> [ReferenceTable.Row] {
  let rows = try ReferenceTable("Reference/reference.csv").rows.filter { $0["kind"] == kind }
  return try #require(rows.isEmpty ? nil : rows)
}

func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }
