import Compensation
import Quantities

extension Scenario {
  /// What the scenario's offers are valued under.
  ///
  /// The as-of date is the caller's, else the file's, else `today`. Day 0 is the latest start among the new offers, or
  /// the as-of date when none has one. Amounts are in the stated currency, else the first offer's.
  public func terms(
    asOf given: CalendarDate?, today: CalendarDate, parameters: ParameterTable,
    rates: (CalendarDate) throws -> ExchangeRates
  ) throws -> ValuationTerms {
    let date = given ?? asOf ?? today
    let table = parameters.overridden(by: parameterOverrides, origin: path)
    let total = currency ?? offers.first?.baseSalary.currency ?? .usd
    let exchange = try exchange(into: total, on: date, rates: rates)
    var terms = ValuationTerms(
      asOf: date, dayZero: dayZero(asOf: date) ?? date,
      months: try horizonMonths ?? Int(table.value("horizon.months", on: date)),
      discountRate: try discountRate ?? table.value("discount.annual-rate", on: date), currency: total,
      parameters: table, exchangeRates: exchange.rates, rateOrigin: exchange.origin)
    terms.riskAversion = me.riskAversion
    terms.wealth = me.savings.map { terms.converted($0.amount, from: $0.currency.code) }
    // One household for all offers: what one says of whom it covers holds where the others are silent.
    let covers = offers.compactMap { $0.health?.isFamily }
    let known = covers.contains(true) ? .family : me.usualCover ?? (covers.isEmpty ? nil : HealthCover.single)
    terms.usualCover = known ?? .single
    terms.isCoverKnown = known != nil
    terms.opensGrants = true
    // One wealth for all offers: that of the person, guessed from the pay there is now.
    let pay = (offers.first(where: \.isCurrentJob) ?? offers.first)?.baseSalary
    terms.payToday = pay.map { terms.converted($0.amount, from: $0.currency.code) }
    return terms
  }

  /// The latest start among the new offers, else the as-of date; nil where neither is known.
  func dayZero(asOf date: CalendarDate?) -> CalendarDate? {
    offers.filter { !$0.isCurrentJob }.compactMap(\.start).max() ?? date
  }

  /// Out of work with less than half a year's last pay saved.
  public var hasShortSavings: Bool {
    guard me.employed == false, let savings = me.savings, let pay = me.lastPay else { return false }
    return savings.amount < pay.amount / 2
  }

  /// Rates of every other currency the offers use; throws ``BadInput`` for one the central bank does not quote.
  private func exchange(
    into total: Currency, on date: CalendarDate, rates: (CalendarDate) throws -> ExchangeRates
  ) throws -> (rates: [String: Double], origin: ValuationTerms.RateOrigin?) {
    let used = offers.reduce(into: Set([me.savings].compactMap { $0?.currency.code })) { $0.formUnion($1.currencies) }
      .subtracting([total.code])
    guard !used.isEmpty else { return ([:], nil) }
    let table = try rates(date)
    var found: [String: Double] = [:]
    for code in used.sorted() {
      guard let rate = table.rate(from: code, to: total.code) else {
        throw BadInput([
          Diagnostic(
            name: "no-exchange-rate", message: "there is no rate from \(code) to \(total.code) on \(table.date)",
            cure: "give all amounts in one currency", file: path)
        ])
      }
      found[code] = rate
    }
    return (found, ValuationTerms.RateOrigin(date: table.date, source: ExchangeRates.source))
  }
}
