import Quantities
import Taxation

/// Where and when taxes are due, and what is to be known of the law that is used.
public struct TaxPlace: Sendable {
  let year: Int
  let state: String?
  /// `Colorado`, `New York City, New York`
  let name: String
  let localityName: String?
  /// Places of the state that have an income tax of their own.
  let localities: [String]
  /// The newest law that is known, by place: `["US": 2026, "US-CO": 2026]`.
  let lawYears: [String: Int]
  /// Tables that rest on a forecast, by place.
  let projected: [String: [String]]
  /// `sdi`, `pfml`
  let payrollItems: [String]

  public init(
    year: Int, state: String?, name: String, localityName: String?, localities: [String], lawYears: [String: Int],
    projected: [String: [String]], payrollItems: [String]
  ) {
    self.year = year
    self.state = state
    self.name = name
    self.localityName = localityName
    self.localities = localities
    self.lawYears = lawYears
    self.projected = projected
    self.payrollItems = payrollItems
  }

  var payrollText: String { payrollItems.map { $0.replacing("_", with: " ") }.joined(separator: ", ") }

  func notes(_ tax: UnitedStatesTax) -> [String] {
    var notes: [String] = []
    if state == nil { notes.append("No state named, so no state tax: --state CO.") }
    if tax.unnamedLocal > 0 {
      notes.append(
        "Not in this: a county tax of about \(NumberText.money(tax.unnamedLocal, currency: "USD")); name the county with "
          + "--locality.")
    } else if localityName == nil, !localities.isEmpty {
      let some = localities.prefix(4).joined(separator: ", ")
      notes.append(
        "Some places here tax pay as well: \(some)\(localities.count > 4 ? " and others" : ""). Name yours with --locality, or a "
          + "rate with --local-rate.")
    }
    let years = Set(lawYears.values)
    if years == [year] {
      notes.append("Law of \(year), standard or itemized state tax, whichever is less; no other deductions.")
    } else {
      let text = lawYears.sorted { $0.key < $1.key }.map { "\($0.key) of \($0.value)" }.joined(separator: ", ")
      notes.append("The law of \(year) is not all known; used unchanged: \(text).")
    }
    for (place, tables) in projected.sorted(by: { $0.key < $1.key }) {
      let names = tables.map { $0.replacing("_", with: " ").replacing(".", with: " ") }.joined(separator: ", ")
      notes.append("Projected, not published yet, in \(place): \(names).")
    }
    return notes
  }
}
