import Foundation
import ModelTestSupport
import Quantities
import Testing

@testable import Taxation

@Suite("Taxes in other countries")
struct AbroadTests {
  private func law() throws -> AbroadLaw { AbroadLaw(try UnitedStatesFixture.law.get()) }

  private func value(_ column: String, of tax: AbroadTax) -> Double {
    switch column {
    case "net": tax.net
    case "total", "income_tax_plus_cpp_qpp_ei_qpip": tax.total
    default: tax[column]
    }
  }

  @Test("They are what tables print and what the arithmetic beside them says, to the unit")
  func published() throws {
    let law = try law()
    for row in try ReferenceTable("Reference/abroad.csv").rows {
      var earner = AbroadEarner(place: row["place"], pay: row.number("pay"))
      earner.pension = row.number("pension")
      let tax = try #require(law.tax(earner, year: Int(row["year"]) ?? 0), "\(row)")
      let found = value(row["column"], of: tax)
      #expect(abs(found - row.number("expected")) < 0.51, "\(row) \(row["column"]): \(found)")
    }
  }

  @Test(
    "The reference files of the United Kingdom and Canada, row by row",
    arguments: [
      ("gb", "salary", ["income_tax", "national_insurance", "net"], 0.02),
      ("ca", "employment_income", ["income_tax_plus_cpp_qpp_ei_qpip"], 1.0),
    ])
  func references(_ name: String, _ pay: String, _ columns: [String], _ tolerance: Double) throws {
    guard let folder = UnitedStatesReferenceTests.shared?.deletingLastPathComponent() else { return }
    let law = try law()
    let rows = try ReferenceTable(folder.path + "/reference-\(name)-visible.csv", beside: "/").rows
    #expect(rows.count > 10)
    for row in rows {
      var earner = AbroadEarner(place: row["jurisdiction"], pay: row.number(pay))
      if name == "gb" { earner.pension = row.number("pension_net_pay") }
      let tax = try #require(law.tax(earner, year: Int(row["year"]) ?? 0))
      for column in columns {
        #expect(abs(value(column, of: tax) - row.number(column)) <= tolerance, "\(row) \(column)")
      }
    }
  }

  /// Where more pay leaves less: in Ireland a whole charge begins at once; in India, at 40 times these amounts, marginal relief
  /// holds the tax to the income above a line, and the cess and the provident fund come on top.
  private static let cliffs: [String: [ClosedRange<Double>]] = [
    "IE": [13_000...13_500, 18_304...18_804], "IN": [31_875...33_500, 126_875...131_000, 251_875...257_000],
  ]

  @Test(
    "More pay leaves more, in every country, except where a charge begins at once",
    arguments: ["AU", "CA-AB", "CA-ON", "CA-QC", "CA-MB", "DE", "GB", "GB-SCT", "IE", "IN", "NL", "SG"])
  func monotone(_ place: String) throws {
    let law = try law()
    let scale = place == "IN" ? 40.0 : 1
    for married in [false, true] {
      var before = -Double.infinity
      for pay in stride(from: 10_000.0, through: 500_000, by: 500) {
        var earner = AbroadEarner(place: place, pay: pay * scale)
        earner.isMarried = married
        let net = try #require(law.tax(earner, year: 2026)).net
        let isListed = Self.cliffs[String(place.prefix(2))]?.contains { $0.contains(pay) } ?? false
        #expect(net > before || isListed, "\(place) \(pay)")
        before = net
      }
    }
  }

  @Test("Couples in Germany pay twice the tax of half, and the Dutch ruling leaves out 30 % up to its cap")
  func couplesAndRuling() throws {
    let law = try law()
    var couple = AbroadEarner(place: "DE", pay: 120_000)
    let single = try #require(law.tax(couple, year: 2025))
    couple.isMarried = true
    let joint = try #require(law.tax(couple, year: 2025))
    #expect(joint["income_tax"] < single["income_tax"] * 0.75 && joint.contributions == single.contributions)
    var expat = AbroadEarner(place: "NL", pay: 100_000)
    expat.hasRuling = true
    #expect(try #require(law.tax(expat, year: 2025)).taxable == 70_000)
    expat.pay = 300_000
    #expect(try #require(law.tax(expat, year: 2025)).taxable == 300_000 - 73_800)
  }

  @Test("Germany's scale is the integral of its rising rate: section 32a EStG, 2025")
  func germanScale() throws {
    let scale = try #require(try law().law.table("bracket.linear", in: "DE", filing: .single, year: 2025))
    // (932.30 y + 1400) y with y = (17443 - 12096) / 10000 is 1015; then (176.64 z + 2397) z + 1015.13 at 68480.
    #expect(abs(scale.linearTax(on: 17_443) - 1_015.13) < 1)
    #expect(abs(scale.linearTax(on: 68_480) - (0.42 * 68_480 - 10_911.92)) < 3)
    #expect(abs(scale.linearTax(on: 300_000) - (0.45 * 300_000 - 19_246.67)) < 3)
  }

  @Test("A made-up year is rows: the tax of 2027 changes, that of 2026 does not")
  func madeUpYear() throws {
    let facts = try UnitedStatesFixture.data.taxFacts(of: ["SG"])
    let fact = TaxFact(
      place: "SG", name: "bracket", filing: nil, effectiveFrom: try #require(CalendarDate("2027-01-01")), floor: 0,
      rate: 0.5, amount: nil, step: nil, status: .published, reference: "made up", note: "")
    let (old, new) = (AbroadLaw(TaxLaw(facts)), AbroadLaw(TaxLaw(facts + [fact])))
    let earner = AbroadEarner(place: "SG", pay: 100_000)
    #expect(old.tax(earner, year: 2026) == new.tax(earner, year: 2026))
    let found = try #require(new.tax(earner, year: 2027))
    #expect(abs(found["income_tax"] - 0.5 * found.taxable) < 1e-9)
  }
}
