import Files
import Foundation
import TestSupport
import Testing
import Verification

/// Reference rows beside the checkout, where they are at hand, and those that ship.
@Suite("The models give the reference values")
struct ReferenceRowTests {
  static let shared: String? = {
    let named = ProcessInfo.processInfo.environment["PARLEY_REFERENCE_DATA"]
    let file = (named ?? BuiltProgram.packageFolder + "/../shared/data") + "/equity/reference-visible.csv"
    return FileManager.default.fileExists(atPath: file) ? file : nil
  }()

  @Test("Every row that ships has a model and agrees with it")
  func shipped() throws {
    let data = ShippedData(folder: BuiltProgram.packageFolder + "/MarketData")
    let rows = try data.verifiedReferences(faultLimit: 50).rows
    let others = rows.filter { $0.outcome.verdict != .pass }.map(\.reference.id)
    #expect(others == [])
    #expect(Set(rows.map(\.reference.kind)) == Set(Verifier.kinds), "each kind has a row")
    #expect(Set(rows.map(\.reference.id)).count == rows.count)
  }

  @Test("No row of the shared file disagrees", .enabled(if: shared != nil))
  func visible() throws {
    let rows = try ReferenceReader(faultLimit: 50).verified(path: try #require(Self.shared)).rows
    #expect(rows.filter { $0.outcome.verdict == .fail }.map(\.reference.id) == [])
    #expect(rows.filter { $0.outcome.verdict == .pass }.count >= 54)
    for row in rows where Verifier.kinds.contains(row.reference.kind) { #expect(row.outcome.note == nil) }
  }
}
