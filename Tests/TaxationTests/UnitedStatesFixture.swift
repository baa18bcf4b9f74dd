import Files
import Foundation
import ModelTestSupport
import Quantities
import Taxation

/// The shipped law, and households as reference files state them.
enum UnitedStatesFixture {
  static let data = ShippedData(folder: packageFolder + "/MarketData")
  static let law = Result { try data.taxLaw() }
  static let localities = Result { try data.taxLocalities() }

  static let packageFolder: String = {
    var above = URL(fileURLWithPath: #filePath)
    repeat {
      above.deleteLastPathComponent()
    } while !FileManager.default.fileExists(
      atPath: above.appendingPathComponent("Package.swift").path) && above.path != "/"
    return above.path
  }()

  static let states = [
    "AL", "AK", "AZ", "AR", "CA", "CO", "CT", "DE", "DC", "FL", "GA", "HI", "ID", "IL", "IN", "IA", "KS", "KY", "LA",
    "ME", "MD", "MA", "MI", "MN", "MS", "MO", "MT", "NE", "NV", "NH", "NJ", "NM", "NY", "NC", "ND", "OH", "OK", "OR",
    "PA", "RI", "SC", "SD", "TN", "TX", "UT", "VT", "VA", "WA", "WV", "WI", "WY",
  ]

  static func household(_ row: ReferenceTable.Row) -> Household {
    var household = Household(filing: FilingStatus(rawValue: row["status"]) ?? .single, wages: row.number("wages"))
    household.children = Int(row["children"]) ?? 0
    household.spouseWages = row.number("spouse_wages")
    household.deferral401k = row.number("deferral_401k")
    household.hsa = row.number("hsa_payroll")
    household.premiums = row.number("premiums_125")
    household.longTermGain = row.number("ltcg")
    household.incentiveBargain = row.number("iso_bargain")
    return household
  }

  static func tax(_ row: ReferenceTable.Row, _ law: inout UnitedStatesLaw) throws -> UnitedStatesTax {
    let locality = try localities.get().find(row["locality"], in: row["state"])
    return law.tax(
      household(row), state: row["state"], locality: locality?.place, year: Int(row["year"]) ?? 0)
  }

  /// The columns of a reference file, with the standard deduction as they are defined.
  static func figures(_ tax: UnitedStatesTax) -> [(column: String, value: Double)] {
    [
      ("federal_income_tax", tax.standard.total), ("oasdi", tax.social.oasdi), ("medicare", tax.social.medicare),
      ("additional_medicare", tax.social.additionalMedicare), ("state_income_tax", tax.state.total),
      ("state_payroll", tax.payroll), ("local_tax", tax.local), ("net", tax.netByStandardDeduction()),
    ]
  }
}
