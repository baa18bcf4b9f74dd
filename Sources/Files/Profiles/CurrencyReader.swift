import Market
import Quantities

/// Which currency a row's pay is in, and what it is worth in that of the data set.
struct CurrencyReader {
  enum Found: Equatable {
    case code(String, rule: String?)
    case unclear
  }

  let currencies: CurrencyDirectory
  let rates: @Sendable (CalendarDate) throws -> ExchangeRates
  private var held: [CalendarDate: ExchangeRates] = [:]
  private var known: [String: String?] = [:]

  init(currencies: CurrencyDirectory, rates: @escaping @Sendable (CalendarDate) throws -> ExchangeRates) {
    self.currencies = currencies
    self.rates = rates
  }

  /// The currency of a stated code, or of what was typed where the form said Other, or of the place's country.
  ///
  /// `AUD/NZD` names two: the one of the country the row is from is taken, by a rule that is listed.
  mutating func currency(
    stated: String, other: String, country: String?, usual: String, unstated: SurveyProfile.Unstated
  ) -> Found {
    let text = stated.split(separator: " ").joined(separator: " ")
    if text.isEmpty {
      if unstated == .currency { return .code(usual, rule: nil) }
      guard let own = country.flatMap({ currencies.currency(of: $0) }) else {
        return .code(usual, rule: "currency assumed, nothing states it")
      }
      return .code(own.code, rule: "currency of the country, none is stated")
    }
    if let code = code(text) { return .code(code, rule: nil) }
    if text.contains("/") {
      let choices = text.split(separator: "/").map { $0.filter { $0 != " " }.uppercased() }
      let mine = choices.filter { choice in country.map { choice.hasPrefix($0) } ?? false }
      return mine.count == 1 ? .code(mine[0], rule: "currency by country") : .unclear
    }
    if text.lowercased() == "other", let code = code(other.split(separator: " ").joined(separator: " ")) {
      return .code(code, rule: "currency typed by hand")
    }
    return .unclear
  }

  /// The currency of an amount with a mark beside it, in a row of a currency; nil where the two contradict each other.
  mutating func currency(_ code: String, isStated: Bool, mark: String?) -> (code: String, rule: String?)? {
    guard let mark, !agrees(mark, with: code) else { return (code, nil) }
    guard !isStated, let own = self.code(mark) ?? self.code(mark.uppercased()) else { return nil }
    return (own, "currency by its sign")
  }

  /// Whether a mark beside an amount agrees with a currency: `$` with every dollar, `US$` with one.
  mutating func agrees(_ mark: String, with code: String) -> Bool {
    if mark == "$" { return code.hasSuffix("D") || ["MXN", "CLP", "COP", "ARS", "BRL"].contains(code) }
    guard let other = self.code(mark) ?? self.code(mark.uppercased()) else { return !mark.hasSuffix("$") }
    return other == code || (mark == "¥" && code == "CNY")
  }

  /// What one unit is worth in another currency at the rates of a day; nil when one of them is not quoted.
  mutating func rate(from: String, to: String, on date: CalendarDate) throws -> (rate: Double, date: CalendarDate)? {
    if from == to { return (1, date) }
    if held[date] == nil { held[date] = try rates(date) }
    guard let found = held[date], let rate = found.rate(from: from, to: to) else { return nil }
    return (rate, found.date)
  }

  private mutating func code(_ text: String) -> String? {
    if let found = known[text] { return found }
    let code = (currencies.find(text) ?? currencies.named(text))?.code
    known[text] = .some(code)
    return code
  }
}
