import Quantities
import Taxation

/// Where and when taxes are due, and what is to be known of the law that is used.
public struct TaxPlace: Sendable {
  let year: Int
  let state: String?
  let localityName: String?
  /// What states and localities are called: `["NJ": "New Jersey"]`.
  let names: [String: String]
  /// Places of the state that have an income tax of their own.
  let localities: [String]
  /// Where work is, if it is another place than home.
  let work: TaxSite?
  /// Places of the state of work that tax those who only work there.
  let localitiesOfWork: [String]
  /// The newest law that is known, by place: `["US": 2026, "US-CO": 2026]`.
  let lawYears: [String: Int]
  /// Tables that rest on a forecast, by place.
  let projected: [String: [String]]
  /// `sdi`, `pfml`
  let payrollItems: [String]
  /// Own money that is more than the law allows.
  let beyondLimits: [BeyondLimit]

  public init(
    year: Int, state: String?, localityName: String?, names: [String: String], localities: [String],
    work: TaxSite? = nil,
    localitiesOfWork: [String] = [], lawYears: [String: Int], projected: [String: [String]], payrollItems: [String],
    beyondLimits: [BeyondLimit] = []
  ) {
    self.beyondLimits = beyondLimits
    self.year = year
    self.state = state
    self.localityName = localityName
    self.names = names
    self.localities = localities
    self.work = work
    self.localitiesOfWork = localitiesOfWork
    self.lawYears = lawYears
    self.projected = projected
    self.payrollItems = payrollItems
  }

  /// `Colorado`, `New York City, New York`, `New Jersey, working in New York`
  var name: String {
    let stateName = state.map { names[$0] ?? $0 } ?? "the United States"
    let home = [localityName, stateName].compactMap { $0 }.joined(separator: ", ")
    guard let work else { return home }
    let there = [work.locality.flatMap { names[$0] }, work.state == state ? nil : names[work.state]].compactMap { $0 }
    return there.isEmpty ? home : "\(home), working in \(there.joined(separator: ", "))"
  }

  var payrollText: String { payrollItems.map { $0.replacing("_", with: " ") }.joined(separator: ", ") }

  func notes(_ tax: UnitedStatesTax) -> [String] {
    var notes: [String] = []
    if state == nil { notes.append("No state named, so no state tax: --state CO.") }
    if tax.unnamedLocal == 0, localityName == nil, !localities.isEmpty {
      let some = localities.prefix(4).joined(separator: ", ")
      notes.append(
        "Some places here tax pay as well: \(some)\(localities.count > 4 ? " and others" : ""). Name yours with --locality, or a "
          + "rate with --local-rate.")
    }
    if let work, work.locality == nil, work.localRate == 0, !localitiesOfWork.isEmpty {
      let some = localitiesOfWork.prefix(4).joined(separator: ", ")
      notes.append(
        "Places that tax those who work there: \(some)\(localitiesOfWork.count > 4 ? " and others" : ""). Name yours with "
          + "--work-locality.")
    }
    let left = tax.federal.minimumTaxCreditLeft
    if left >= 0.5 {
      notes.append(
        "\(NumberText.money(left, currency: "USD")) of alternative minimum tax is a credit for later years: --amt-credit there."
      )
    }
    notes += beyondLimits.map { LimitText(limit: $0, year: year).sentence }
    let years = Set(lawYears.values)
    if years == [year] {
      notes.append("Law of \(year), standard or itemized state tax, whichever is less; no other deductions.")
    } else {
      let text = lawYears.sorted { $0.key < $1.key }.map { "\($0.key) of \($0.value)" }.joined(separator: ", ")
      notes.append("The law of \(year) is not all known; used unchanged: \(text).")
    }
    notes += ProjectedText.sentences(projected)
    return notes
  }
}
