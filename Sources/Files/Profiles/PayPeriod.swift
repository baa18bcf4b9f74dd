import Quantities

/// The period that pay is for, as headers and columns of surveys say it.
///
///     PayPeriod.stated("per month")                      // monthly
///     PayPeriod.stated("hourly 2184")                    // hourly, 2,184 hours a year
///     PayPeriod.named(in: ["weekly", "p50"])             // weekly
enum PayPeriod {
  private static let names: [String: PayBasis] = [
    "year": .annual, "yr": .annual, "yearly": .annual, "annually": .annual, "annum": .annual, "pa": .annual,
    "annualized": .annual, "annualised": .annual, "a": .annual, "y": .annual, "salary": .annual, "salaried": .annual,
    "quarter": .quarterly, "month": .monthly, "mth": .monthly, "mo": .monthly, "m": .monthly, "pm": .monthly,
    "pcm": .monthly, "bw": .biweekly, "sm": .semimonthly, "q": .quarterly, "pw": .weekly, "ph": .hourly,
    "semi-monthly": .semimonthly, "s": .semimonthly, "bi-weekly": .biweekly, "b": .biweekly, "fortnight": .biweekly,
    "fortnightly": .biweekly, "week": .weekly, "wk": .weekly, "w": .weekly, "day": .daily, "diem": .daily,
    "hour": .hourly, "hr": .hourly, "hrly": .hourly, "h": .hourly,
  ]

  /// What the text of a field says, with the hours of a year where they stand behind it.
  static func stated(_ text: String) -> (basis: PayBasis, hours: Double?)? {
    var words = text.lowercased().split { $0 == " " || $0 == "/" }.map { $0.filter { $0 != "." } }
    if words.count > 1, words[0] == "per" { words.removeFirst() }
    if words.first == "every", words.dropFirst().first.map({ ["2", "two"].contains($0) }) == true, words.last == "weeks"
    {
      return (.biweekly, nil)
    }
    // USD/month; in n/a the second letter is no period.
    if words.count == 2, words[1].count > 1, names[words[0]] == nil, PayBasis(rawValue: words[0]) == nil,
      names[words[1]] != nil
    {
      words.removeFirst()
    }
    guard let first = words.first, let basis = names[first] ?? PayBasis(rawValue: first) else { return nil }
    return (basis, words.count == 2 ? QuantityText.decimal(words[1]) : nil)
  }

  /// What the words of a header say; nil where none of them is a period. A year outranks what it is reckoned from:
  /// `Annual Salary (12 month)`.
  static func named(in words: [String]) -> PayBasis? {
    let words = Set(words)
    func has(_ others: Set<String>) -> Bool { !words.isDisjoint(with: others) }
    if has(["annual", "yearly", "year", "annualized", "annualised", "annum", "jahresgehalt"]) { return .annual }
    if has(["12"]) && has(["month", "months"]) || has(["52"]) && has(["week", "weeks"]) { return .annual }
    if has(["biweekly", "fortnightly", "fortnight"]) || has(["bi"]) && has(["weekly"]) { return .biweekly }
    if has(["every"]) && has(["2", "two"]) && has(["weeks"]) { return .biweekly }
    if has(["semimonthly"]) || has(["semi"]) && has(["monthly"]) { return .semimonthly }
    if has(["hourly", "hour", "hr", "hrly", "stundenlohn"]) { return .hourly }
    if has(["daily", "day", "diem"]) { return .daily }
    if has(["weekly", "week", "wk"]) { return .weekly }
    if has(["monthly", "month", "mth", "mthly", "mo", "pcm", "monatsgehalt"]) { return .monthly }
    if has(["quarterly"]) || has(["per"]) && has(["quarter"]) { return .quarterly }
    return nil
  }

  /// Whether the words of a header say a period that is no basis here: every four weeks, half a year.
  static func isOdd(_ words: [String]) -> Bool {
    let words = Set(words)
    func has(_ others: Set<String>) -> Bool { !words.isDisjoint(with: others) }
    return has(["semi"]) && has(["annual", "annually"]) || has(["half"]) && has(["year", "yearly"])
      || has(["four", "4"]) && has(["weekly", "week", "weeks"]) || has(["twice"]) && has(["month", "week"])
  }

  /// Whether a text says a period in a word of its own: a letter alone may mean anything.
  static func isWord(_ text: String) -> Bool { text.count > 1 && stated(text) != nil }
}
