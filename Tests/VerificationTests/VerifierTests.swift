import Testing
import Verification

@Suite("A row agrees, disagrees, or has no model")
struct VerifierTests {
  @Test("A tolerance is an amount, or a share of what is expected")
  func tolerance() throws {
    #expect(try verdict(expected: 160_000, 10_000, .absolute) == .pass)
    #expect(try verdict(expected: 160_000, 9_999, .absolute) == .fail)
    #expect(try verdict(expected: 200_000, 0.15, .relative) == .pass)
    #expect(try verdict(expected: 200_000, 0.149, .relative) == .fail)
    #expect(try verdict(expected: nil, 1, .relative) == .fail)
  }

  @Test("No zone agrees only with no settlement")
  func noFigure() throws {
    let inputs: [String: InputValue] = ["walk_away": .number(2), "employer_max": .number(1), "power": .number(0.5)]
    #expect(try Verifier.check(row("nash", inputs, "settlement", nil)).verdict == .pass)
    #expect(try Verifier.check(row("nash", inputs, "settlement", 0)).verdict == .fail)
  }

  @Test("What has no model never passes, and its inputs are nobody's business")
  func unsupported() throws {
    for (kind, output) in [("tontine", "payout:A"), ("nash", "share"), ("waterfall", "payout")] {
      let outcome = try Verifier.check(row(kind, [:], output, nil))
      #expect(outcome.verdict == .unsupported && outcome.computed == nil)
    }
  }

  @Test("Inputs that play no part are named, so that a wrong name is not silent")
  func unused() throws {
    let inputs: [String: InputValue] = [
      "delta_first": .number(0.9), "delta_second": .number(0.9), "delta": .number(1),
    ]
    #expect(try Verifier.check(row("rubinstein", inputs, "first_mover_share", 0.5)).note == "not used: delta")
  }

  /// A change of any of these is what a wrong file looks like.
  @Test(
    "Inputs that are missing, of another type or impossible are refused",
    arguments: [
      ("monthly_hazard", nil, InputFault.Name.missing), ("monthly_hazard", .text("0.02"), .mistyped),
      ("monthly_hazard", .null, .mistyped), ("monthly_hazard", .number(-0.01), .outOfRange),
      ("monthly_hazard", .number(1.01), .outOfRange), ("months", .number(1.5), .outOfRange),
      ("months", .number(-1), .outOfRange), ("months", .list([.number(1)]), .mistyped),
    ] as [(String, InputValue?, InputFault.Name)])
  func refused(name: String, value: InputValue?, fault: InputFault.Name) {
    var inputs: [String: InputValue] = ["monthly_hazard": .number(0.02), "months": .number(12)]
    inputs[name] = value
    let found = #expect(throws: InputFault.self) {
      try Verifier.check(row("survival", inputs, "annual_survival", 1))
    }
    #expect(found?.name == fault)
  }

  @Test("A tree whose odds would not be odds is refused, and says what would help")
  func oddsOutOfRange() {
    let inputs: [String: InputValue] = [
      "type": .text("call"), "S": .number(50), "K": .number(50), "T": .number(10), "r": .number(0.5), "q": .number(0),
      "vol": .number(0.05), "steps": .number(20),
    ]
    let found = #expect(throws: InputFault.self) {
      try Verifier.check(row("american_crr", inputs, "price", 1))
    }
    #expect(found?.cure == "steps must be larger: the odds p of a step up do not lie between 0 and 1")
  }

  private func verdict(
    expected: Double?, _ tolerance: Double, _ type: ReferenceRow.ToleranceType
  ) throws -> Verifier.Verdict {
    let inputs: [String: InputValue] = [
      "walk_away": .number(150_000), "employer_max": .number(190_000), "power": .number(0.5),
    ]
    return try Verifier.check(
      ReferenceRow(
        id: "", kind: "nash", inputs: inputs, output: "settlement", expected: expected, tolerance: tolerance,
        toleranceType: type)
    ).verdict
  }

  private func row(
    _ kind: String, _ inputs: [String: InputValue], _ output: String, _ expected: Double?
  ) -> ReferenceRow {
    ReferenceRow(
      id: "", kind: kind, inputs: inputs, output: output, expected: expected, tolerance: 0, toleranceType: .absolute)
  }
}
