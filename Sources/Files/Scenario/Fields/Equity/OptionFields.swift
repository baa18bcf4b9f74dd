import Compensation
import Quantities

/// Options on a listed share, and rights to its gain.
///
///     {kind: nso, units: 12000, strike: 40, price: 42.50, vesting: 4y/1y cliff monthly, term: 10y}
///     {kind: sar, units: 5000, strike: 30, price: 30, vesting: 3y yearly}
enum OptionFields {
  static func option(_ draft: GrantDraft, _ kind: OptionTerms.Kind) -> ReadGrant {
    // Black-Scholes for an expected term knows neither exercise nor leaving.
    let tree: Set<String> = draft.model == .blackScholes ? [] : ["exercise_multiple", "exit_rate"]
    return read(draft, keys: tree.union(["exercise_window", "early_exercise", "model"])) { strike in
      .option(
        OptionTerms(
          kind: kind, strike: strike, expiry: draft.expiry, model: draft.model ?? .lattice,
          exerciseMultiple: draft.exerciseMultiple, exitRate: draft.exitRate, windowMonths: draft.windowMonths,
          allowsEarlyExercise: draft.allowsEarlyExercise))
    }
  }

  static func appreciationRight(_ draft: GrantDraft) -> ReadGrant {
    read(draft, keys: []) { .appreciationRight(OptionTerms(strike: $0, expiry: draft.expiry)) }
  }

  /// The same for every grant, so that it is asked once.
  static let windowQuestion = "how long you may exercise after leaving (exercise_window)"

  /// Nothing is assumed of a right to a gain: without its number, price, strike or schedule it has no value.
  private static func read(
    _ draft: GrantDraft, keys: Set<String>, _ instrument: (Double) -> EquityInstrument
  ) -> ReadGrant {
    var result = ReadGrant(
      keys: keys.union(["price", "dividend_yield", "strike", "term", "expires", "volatility", "listed"]))
    let path = draft.item.path
    let isRight = draft.kind == "sar" || draft.kind == "phantom options"
    guard let currency = GrantSize.currency(of: draft) else { return result }
    if draft.units == nil, draft.grant == nil || draft.price == nil {
      result.missing.append("the number of options (\(path).units)")
    }
    if draft.strike == nil { result.missing.append("the price at which you may buy (\(path).strike)") }
    if draft.price == nil { result.missing.append("the share's price today (\(path).price)") }
    if draft.vestingEntry == nil { result.missing.append("the vesting schedule (\(path).vesting)") }
    if draft.windowMonths == nil, !isRight, result.missing.isEmpty { result.questions.append(windowQuestion) }
    guard result.missing.isEmpty, let price = draft.price?.value.amount, let strike = draft.strike else {
      return result
    }
    guard strike.currency == currency else {
      draft.item.fault(
        .mixedGrant("\(path).strike", found: strike.currency.code, grant: currency.code, line: draft.item.line))
      return result
    }
    let units = draft.units?.value ?? (draft.grant?.value.amount ?? 0) / price
    result.grant = draft.made(instrument(strike.amount), units: units, price: price, currency: currency)
    return result
  }
}
