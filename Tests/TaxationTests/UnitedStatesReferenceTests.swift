import Foundation
import ModelTestSupport
import Taxation
import Testing

@Suite("Taxes in the United States beside answers of another engine")
struct UnitedStatesReferenceTests {
  @Test("Households of every state agree to the dollar: policyengine-us 2.68.0")
  func agrees() throws {
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    for row in try ReferenceTable("Reference/us.csv").rows {
      let tax = try UnitedStatesFixture.tax(row, &law)
      for (column, value) in UnitedStatesFixture.figures(tax) {
        let expected = row.number(column)
        #expect(abs(value - expected) <= 1.005, "\(row) \(column): \(value), not \(expected)")
      }
    }
  }

  static let shared: URL? = ["/../shared/data/tax", "/../../shared/data/tax"].lazy
    .map { URL(fileURLWithPath: UnitedStatesFixture.packageFolder + $0 + "/reference-visible.csv") }
    .first { FileManager.default.fileExists(atPath: $0.path) }

  @Test("All rows: each column within a dollar on 99 % of them, base cases of 75,000 and more within a thousandth")
  func all() throws {
    guard let file = Self.shared else { return }
    var law = UnitedStatesLaw(try UnitedStatesFixture.law.get())
    var missed: [String: Int] = [:]
    let rows = try ReferenceTable(file.path, beside: "/").rows
    for row in rows {
      let tax = try UnitedStatesFixture.tax(row, &law)
      let isBase = row["case"] == "base" && row.number("wages") >= 75_000
      for (column, value) in UnitedStatesFixture.figures(tax) {
        let off = abs(value - row.number(column))
        if off > 1.005 { missed[column, default: 0] += 1 }
        if isBase { #expect(off <= row.number("wages") / 1_000, "\(row) \(column)") }
      }
    }
    #expect(rows.count > 1_900)
    for (column, count) in missed { #expect(count * 100 <= rows.count, "\(column): \(count) rows") }
  }
}
