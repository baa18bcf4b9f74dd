import Market
import Quantities

/// Guesses which columns of a file hold pay, what each figure is and the period it is for.
///
/// In this order: a figure a row, named by a column of statistics; percentiles side by side; the pay of one person; means.
struct PayColumns {
  let header: [String]
  let sample: [[String]]
  let currencies: CurrencyDirectory

  private static let thousands: Set<String> = ["thousands", "000s", "000", "k", "tsd"]
  private static let units = thousands.union(["in", "usd", "eur", "gbp", "chf", "cad", "aud"])
  private static let means: Set<String> = ["mean", "average", "avg"]
  /// What headers of pay have, English and German, as ``WordText`` has it.
  private static let payWords = Set(
    [
      "salary", "salaries", "wage", "pay", "compensation", "comp", "remuneration", "earnings", "rate", "gehalt",
      "jahresgehalt",
      "monatsgehalt", "bruttogehalt", "lohn", "stundenlohn", "vergütung", "entgelt",
    ].flatMap { WordText.words($0) })

  static func isPay(_ name: String) -> Bool {
    let words = Set(WordText.words(name))
    // What is left after tax is not what a job pays.
    if words.contains("tax"), words.isDisjoint(with: ["before", "pre", "gross"]) { return false }
    if words.contains("net"), !words.contains("bonus") { return false }
    return (!words.isDisjoint(with: payWords) || isShort(name)) && isCurrent(WordText.words(name))
      && words.isDisjoint(with: [
        "currency", "unit", "basis", "type", "ago", "context", "date", "or", "id", "level", "element", "in",
        // The ends of a range are nobody's pay.
        "low", "high", "min", "max", "minimum", "maximum", "mid", "midpoint",
        "home",
      ])
  }

  /// Names of pay without a word for it, beside a currency or a unit: `Base INR`, `Total Cash`, `TCC`.
  private static func isShort(_ name: String) -> Bool {
    let codes = name.split { !$0.isLetter }.filter { $0.count == 3 && $0 == $0.uppercased() }.map { $0.lowercased() }
    let words = Set(WordText.words(name))
    let plain = words.subtracting(units.subtracting(["in"])).subtracting(codes.filter { $0 != "tcc" && $0 != "ttc" })
    return [["base"], ["total", "cash"], ["tcc"], ["ttc"], ["annual", "base"], ["monthly", "base"]].contains(plain)
  }

  /// Whether a header is of pay as it is, for a period that is known here: not of last year's, not by the half-year.
  private static func isCurrent(_ words: [String]) -> Bool {
    Set(words).isDisjoint(with: ["last", "prior", "previous", "former", "old", "aged"]) && !PayPeriod.isOdd(words)
  }

  /// What a header names without the unit behind it: p25 for `P25 (000s)`.
  static func statistic(_ name: String) -> StatisticName? {
    var words = WordText.words(name)
    while words.count > 1, let last = words.last, units.contains(last) { words.removeLast() }
    return StatisticName(words)
  }

  /// Sets shape, pay and its period; the note says what no column shows.
  func read(_ profile: inout SurveyProfile) -> String? {
    switch tidy {
    case .found(let name, let value, let numbers):
      profile.shape = .tidy
      profile.columns[.statistic] = [name]
      profile.columns[.value] = [value]
      if !numbers.isEmpty { profile.values[.statistic] = numbers }
      profile.basis = PayPeriod.named(in: WordText.words(value)) ?? profile.basis
      return nil
    // Rows that are figures of something are nobody's pay.
    case .unreadable: return nil
    case .none: break
    }
    profile.pay = percentiles
    if !profile.pay.isEmpty {
      profile.shape = .percentiles
      return nil
    }
    profile.pay = people
    let counts = profile.columns[.incumbents]
    let countsMany = counts.map(countsSeveral) ?? false
    if profile.pay.isEmpty || countsMany {
      // A figure for several people is none of theirs.
      let sole = profile.pay
      profile.pay = sole.isEmpty ? averages : sole.map(Self.mean)
      if !profile.pay.isEmpty { profile.shape = .percentiles }
      if let name = sole.first?.columns["pay"]?.first, let count = counts?.first {
        return "assumed, \(name): the mean of the people that \(count) counts; write p50 for mean where it is a median"
      }
    }
    if profile.pay.count == 1, let only = profile.pay[0].basis {
      profile.basis = only
      profile.pay[0].basis = nil
    }
    return nil
  }

  /// Sets thousands and the marks that stand for figures. The note: nothing says the period, so a year is taken.
  func readUnits(_ profile: inout SurveyProfile) -> String? {
    let words = Set(WordText.words(header.joined(separator: " ")))
    let names = Set(profile.pay.flatMap { $0.columns.values.flatMap { $0 } } + (profile.columns[.value] ?? []))
    let columns = header.indices.filter { names.contains(header[$0]) }
    let figures = columns.flatMap { texts($0) }.compactMap { PayText($0, currencies: currencies)?.amount }
    if !words.isDisjoint(with: Self.thousands), let largest = figures.max(), largest < 2_000 {
      profile.inThousands = true
    }
    for text in columns.flatMap({ texts($0) }).map({ $0.lowercased() }) where ["x", "..", ":", "n.a."].contains(text) {
      profile.markers[text] = text == ":" ? .absent : .withheld
    }
    let isStated =
      profile.columns[.basis] != nil || names.allSatisfy { PayPeriod.named(in: WordText.words($0)) != nil }
    if isStated { return nil }
    let taken = Set(profile.columns.values.flatMap { $0 })
    guard let unread = header.indices.first(where: { Self.isOfPeriods(header[$0]) && !taken.contains(header[$0]) }),
      let text = texts(unread).first
    else { return "assumed, basis: annual, since no header or column says what period the pay is for" }
    return
      "assumed, basis: annual, though \(header[unread]) says \(text), which is no period that is known: correct it if it "
      + "is not a year's pay"
  }

  /// A column of periods is passed over where the pay's own name says its period, and where it can only be how often pay
  /// comes: 96,000 every two weeks. The note says so.
  func passOverPeriods(_ profile: inout SurveyProfile) -> String? {
    guard let column = profile.columns[.basis]?.first, let place = header.firstIndex(of: column) else { return nil }
    let names = profile.pay.flatMap { $0.columns.values.flatMap { $0 } } + (profile.columns[.value] ?? [])
    if let own = names.sorted().first(where: { PayPeriod.named(in: WordText.words($0)) != nil }) {
      profile.columns[.basis] = nil
      return "passed over, \(column): the name \(own) says the period"
    }
    guard let pay = names.sorted().first.flatMap({ header.firstIndex(of: $0) }) else { return nil }
    // By most rows that say a period, since one row may be of anyone.
    var (said, absurd): (Int, [(pay: Double, period: String, year: Double)]) = (0, [])
    for row in sample where row.indices.contains(place) && row.indices.contains(pay) {
      guard let basis = PayPeriod.stated(row[place])?.basis, basis != .annual,
        let amount = PayText(row[pay], currencies: currencies)?.amount
      else { continue }
      said += 1
      let year = amount * basis.annualFactor(hoursPerYear: profile.hoursPerYear)
      if (15_000...1_000_000).contains(amount), year > 1_000_000 { absurd.append((amount, row[place], year)) }
    }
    guard let first = absurd.first, absurd.count * 2 > said else { return nil }
    profile.columns[.basis] = nil
    return "passed over, \(column): \(NumberText.grouped(first.pay)) \(first.period.lowercased()) would be "
      + "\(NumberText.grouped(first.year)) a year, so it is how often pay comes"
  }

  /// Periods other than a year that headers say, for people.
  func notesOnPeriod(_ profile: SurveyProfile) -> [String] {
    let pays = profile.pay.map { ($0.columns.values.flatMap { $0 }.min() ?? "", $0.basis ?? profile.basis) }
    return pays.filter { $0.1 != .annual }.map { "guessed, basis: \($0.1.rawValue), by the name \($0.0)" }
  }

  /// Whether a header can only be of periods: `Pay Frequency`, `Period`.
  private static func isOfPeriods(_ name: String) -> Bool {
    let words = Set(WordText.words(name))
    return !words.isDisjoint(with: ["frequency", "freq", "period", "interval", "per"])
      && words.isSubset(of: ["pay", "paid", "salary", "wage", "rate", "frequency", "freq", "period", "interval", "per"])
  }

  // MARK: - Shapes

  private func texts(_ index: Int) -> [String] {
    sample.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
  }

  private func isNumeric(_ index: Int) -> Bool {
    let texts = texts(index)
    return !texts.isEmpty && texts.filter { PayText($0, currencies: currencies) != nil }.count * 2 >= texts.count
  }

  /// Whether a column holds nothing but marks, top codes among them: at least so much, and never missing.
  private func isCapped(_ index: Int) -> Bool {
    let texts = Set(texts(index))
    return texts.contains("#") && texts.isSubset(of: ["#", "*", "**", "-", "~", "n/a", "N/A"])
  }

  private enum Tidy {
    case found(statistic: String, value: String, numbers: [String: String])
    /// A column of statistics, most of which are not known.
    case unreadable
    case none
  }

  /// A column that says which statistic the figure of its row is, and the column of the figures.
  private var tidy: Tidy {
    let known = ["statistic", "percentile", "percentile rank", "pctl", "quantile", "quartile", "stat", "stat type"]
    let value =
      header.indices.first { Self.isPay(header[$0]) && isNumeric($0) }
      ?? ProfileGuess.column(header, ["value", "amount", "figure"])
    let named = ProfileGuess.column(header, known)
    guard let name = named ?? ProfileGuess.column(header, ["measure", "metric"]), let value, value != name else {
      return .none
    }
    let said = Set(texts(name).map { $0.lowercased() })
    let numbers = Dictionary(said.compactMap { text in Self.percentile(text).map { (text, $0) } }) { first, _ in first }
    let read = said.count { TidyStatistic(numbers[$0] ?? $0) != nil }
    // The others are told as faults, row by row.
    if said.count > 1, read * 2 > said.count {
      return .found(statistic: header[name], value: header[value], numbers: numbers)
    }
    return named == nil || said.count < 2 ? .none : .unreadable
  }

  /// `p10` for a bare `10`, `10%` or `0.10`, and for quartiles in words.
  private static func percentile(_ text: String) -> String? {
    let quartiles = [
      "lower quartile": "p25", "first quartile": "p25", "upper quartile": "p75", "third quartile": "p75",
    ]
    if let quartile = quartiles[text] { return quartile }
    guard let number = QuantityText.decimal(text.filter { $0 != "%" }), number > 0, number < 100 else { return nil }
    return "p\(NumberText.short(number < 1 ? number * 100 : number))"
  }

  /// Columns of percentiles by the element they are of: of one period and one currency, those that most of them are for;
  /// none where no header names a percentile.
  private var percentiles: [SurveyProfile.Pay] {
    var found: [(pay: SurveyProfile.Pay, code: String?)] = []
    for (index, name) in header.enumerated() where isNumeric(index) || isCapped(index) {
      let words = WordText.words(name)
      guard let statistic = Self.statistic(name), Self.isCurrent(words) else { continue }
      let (basis, code) = (PayPeriod.named(in: words), code(in: name))
      let place =
        found.firstIndex { $0.pay.element == statistic.element && $0.pay.basis == basis && $0.code == code }
        ?? {
          var pay = SurveyProfile.Pay()
          pay.element = statistic.element
          pay.basis = basis
          found.append((pay, code))
          return found.count - 1
        }()
      // Of several years the last, else the first that stands there.
      let held = found[place].pay.columns[statistic.id]?.first
      if held.map({ Self.year($0) < Self.year(name) }) ?? true { found[place].pay.columns[statistic.id] = [name] }
    }
    let whole = found.map(\.pay).filter { $0.columns.keys.contains { $0 != "mean" } }
    // The same pay by the month and by the year is one figure: by the year it needs no rule.
    return whole.indices.filter { index in
      let rivals = whole.indices.filter { whole[$0].element == whole[index].element }
      return rivals.max { Self.rank(whole[$0]) < Self.rank(whole[$1]) } == index
    }.map { whole[$0] }
  }

  private static func rank(_ pay: SurveyProfile.Pay) -> (Int, Int) { (pay.columns.count, rank(pay.basis)) }

  /// A year first, since it needs no rule; what does not say its period may be one.
  private static func rank(_ basis: PayBasis?) -> Int {
    let order: [PayBasis?] = [.hourly, .daily, .weekly, .biweekly, .semimonthly, .quarterly, .monthly, nil, .annual]
    return order.firstIndex(of: basis) ?? 0
  }

  /// A currency that a header names by its code in capitals.
  func code(in name: String) -> String? {
    name.split { !$0.isLetter }.map(String.init).first { word in
      word.count == 3 && word == word.uppercased() && currencies.find(word)?.code == word
    }
  }

  /// A year that a header names; 0 for none.
  private static func year(_ name: String) -> Int {
    WordText.words(name).compactMap { Int($0) }.first { (1990...2100).contains($0) } ?? 0
  }

  /// The pay of one person, by element and period.
  private var people: [SurveyProfile.Pay] {
    var found: [SurveyProfile.Pay] = []
    // A name that says pay outranks a short one: Base may be a place, or a year, beside Salary.
    let pays = header.indices.filter { Self.isPay(header[$0]) && isNumeric($0) }
    let short = pays.filter { Self.isShort(header[$0]) }
    for index in pays.filter({ !short.contains($0) }) + short {
      let name = header[index]
      let words = WordText.words(name)
      guard Self.means.isDisjoint(with: words), !words.contains("bonus") || words.contains("without") else { continue }
      if short.contains(index), found.contains(where: { $0.element == StatisticName.element(Set(words)) }) { continue }
      var pay = SurveyProfile.Pay()
      pay.element = StatisticName.element(Set(words))
      pay.columns["pay"] = [name]
      pay.basis = PayPeriod.named(in: words)
      if !found.contains(where: { $0.element == pay.element && $0.basis == pay.basis }) { found.append(pay) }
    }
    // Where a row has both, the year counts.
    return found.indices.sorted { (-Self.rank(found[$0].basis), $0) < (-Self.rank(found[$1].basis), $1) }
      .map { found[$0] }
  }

  /// Means of several people, by element.
  private var averages: [SurveyProfile.Pay] {
    var found: [SurveyProfile.Pay] = []
    for (index, name) in header.enumerated() where Self.isPay(name) && isNumeric(index) {
      let words = WordText.words(name)
      guard !Self.means.isDisjoint(with: words), !words.contains("bonus") else { continue }
      var pay = SurveyProfile.Pay()
      pay.element = StatisticName.element(Set(words))
      pay.columns["mean"] = [name]
      pay.basis = PayPeriod.named(in: words)
      if let held = found.firstIndex(where: { $0.element == pay.element }) {
        if Self.rank(found[held].basis) < Self.rank(pay.basis) { found[held] = pay }
      } else {
        found.append(pay)
      }
    }
    return found
  }

  private static func mean(_ pay: SurveyProfile.Pay) -> SurveyProfile.Pay {
    var pay = pay
    pay.columns = ["mean": pay.columns["pay"] ?? []]
    return pay
  }

  /// Whether most rows of a column of counts stand for more than one.
  private func countsSeveral(_ names: [String]) -> Bool {
    guard let index = names.first.flatMap({ header.firstIndex(of: $0) }) else { return false }
    let counts = texts(index).compactMap { QuantityText.decimal($0) }
    return !counts.isEmpty && counts.filter { $0 > 1 }.count * 2 > counts.count
  }
}
