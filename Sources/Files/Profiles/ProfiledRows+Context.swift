import CSVStream
import Market
import Quantities

/// How the texts of a person's row are understood, once for each combination of them.
extension ProfiledRows {
  func context(of record: borrowing CSVRecord) throws(Refusal) -> RowContext {
    try contexts.context(of: record) { (record: borrowing CSVRecord) -> Result<RowContext, Refusal> in
      do throws(Refusal) {
        try refuseFiltered(record)
        return .success(newContext(record, date: try date(record)))
      } catch { return .failure(error) }
    }
  }

  private func newContext(_ record: borrowing CSVRecord, date: CalendarDate) -> RowContext {
    var match = place(record)
    let named: Result<RowContext.Jobs, Refusal>
    do throws(Refusal) { named = .success(try jobs(record)) } catch { named = .failure(error) }
    let stated: Result<(basis: PayBasis, hours: Double), Refusal>
    do throws(Refusal) { stated = .success(try basis(record, own: nil)) } catch { stated = .failure(error) }
    let currency = said(.currency, record)
    let money = money(currency, other: said(.otherCurrency, record), place: match?.location, date: date)
    if let found = match, let code = money?.code,
      let rule = otherCurrency(code, isStated: !currency.isEmpty, found.location)
    {
      match?.rules.append(rule)
    }
    return RowContext(
      date: date, match: match, placeText: match.map(\.isWidened) == false ? ("", 0) : placeText(record), jobs: named,
      level: said(.level, record),
      industry: industry(record), basis: stated, hours: yearlyHours(record),
      money: money, statedCurrency: currency, payColumns: binding.pays.count)
  }

  /// Lists what was taken for granted of a row's place. `countsStates`: rows are rolled up to states.
  func apply(_ match: PlaceMatcher.Match, countsStates: Bool, line: Int) {
    for rule in match.rules + (countsStates ? [match.stateRule].compactMap { $0 } : []) {
      ledger.apply(rule, line: line)
    }
  }

  private func money(_ stated: String, other: String, place: Location?, date: CalendarDate) -> RowContext.Money? {
    let found = money.currency(
      stated: stated, other: other, country: place?.country, usual: profile.currency, unstated: unstated)
    guard case .code(let code, let rule) = found else { return nil }
    let rate = rate(code, date: date)
    // A row without a place is left out: nothing is assumed of its currency.
    let listed = stated.isEmpty && place == nil ? nil : rule
    return RowContext.Money(
      code: code,
      currencyRule: listed.map { ($0, { "\(stated.isEmpty ? place?.name ?? "" : "\(stated) \(other)") is \(code)" }) },
      rate: rate?.rate,
      rateRule: rate.flatMap { rateRule(code, date: date, $0) })
  }
}
