import Files
import TestSupport
import Testing
import Verification

@Suite("Whatever a row says, it is answered or refused")
struct HostileInputTests {
  /// The first shipped row of each kind.
  static let rows: [ReferenceRow] = {
    let data = ShippedData(folder: BuiltProgram.packageFolder + "/MarketData")
    let rows = (try? data.verifiedReferences(faultLimit: 1).rows.map(\.reference)) ?? []
    var kinds: Set<String> = []
    return rows.filter { kinds.insert($0.kind).inserted }
  }()

  @Test("Every kind has a shipped row")
  func complete() {
    #expect(Set(Self.rows.map(\.kind)) == Set(Verifier.kinds))
  }

  @Test("Nothing, too much, the wrong sign or another type stops no one", arguments: rows)
  func hostile(row: ReferenceRow) {
    for name in row.inputs.keys {
      for value in [.number(0), .number(-1), .number(1e300), .list([])] as [InputValue] {
        var inputs = row.inputs
        // A few draws and steps hold the same traps as many.
        for count in ["paths", "steps"] where inputs[count] != nil { inputs[count] = .number(40) }
        inputs[name] = value
        let changed = ReferenceRow(
          id: row.id, kind: row.kind, inputs: inputs, output: row.output, expected: row.expected,
          tolerance: row.tolerance, toleranceType: row.toleranceType)
        do {
          let outcome = try Verifier.check(changed)
          #expect(outcome.computed?.isFinite ?? true)
        } catch {
          #expect(error is InputFault, "\(row.kind) \(name)")
        }
      }
    }
  }
}
