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
      "salary", "salaries", "wage", "pay", "compensation", "earnings", "rate", "gehalt", "jahresgehalt",
      "monatsgehalt", "bruttogehalt", "lohn", "stundenlohn", "vergütung", "entgelt",
    ].flatMap { WordText.words($0) })

  static func isPay(_ name: String) -> Bool {
    let words = Set(WordText.words(name))
    return !words.isDisjoint(with: payWords)
      && words.isDisjoint(with: [
        "currency", "unit", "basis", "type", "ago", "context", "date", "or", "id", "level", "element", "in",
        // The ends of a range are nobody's pay.
        "low", "high", "min", "max", "minimum", "maximum", "mid", "midpoint",
      ])
  }

  /// What a header names without the unit behind it: p25 for `P25 (000s)`.
  static func statistic(_ name: String) -> StatisticName? {
    var words = WordText.words(name)
    while words.count > 1, let last = words.last, units.contains(last) { words.removeLast() }
    return StatisticName(words)
  }

  /// Sets shape, pay and its period; the note says what no column shows.
  func read(_ profile: inout SurveyProfile) -> String? {
    if readTidy(&profile) { return nil }
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
    return isStated ? nil : "assumed, basis: annual, since no header or column says what period the pay is for"
  }

  /// Periods other than a year that headers say, for people.
  func notesOnPeriod(_ profile: SurveyProfile) -> [String] {
    let pays = profile.pay.map { ($0.columns.values.flatMap { $0 }.min() ?? "", $0.basis ?? profile.basis) }
    return pays.filter { $0.1 != .annual }.map { "guessed, basis: \($0.1.rawValue), by the name \($0.0)" }
  }

  // MARK: - Shapes

  private func texts(_ index: Int) -> [String] {
    sample.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
  }

  private func isNumeric(_ index: Int) -> Bool {
    let texts = texts(index)
    return !texts.isEmpty && texts.filter { PayText($0, currencies: currencies) != nil }.count * 2 >= texts.count
  }

  /// A column says which statistic the figure of its row is.
  private func readTidy(_ profile: inout SurveyProfile) -> Bool {
    let known = ["statistic", "percentile", "stat", "measure", "metric", "quantile"]
    let value =
      header.indices.first { Self.isPay(header[$0]) && isNumeric($0) }
      ?? ProfileGuess.column(header, ["value", "amount", "figure"])
    guard let name = ProfileGuess.column(header, known), let value, value != name else { return false }
    let said = Set(texts(name).map { $0.lowercased() })
    let numbers = Dictionary(said.compactMap { text in Self.percentile(text).map { (text, $0) } }) { first, _ in first }
    let areKnown = said.allSatisfy { TidyStatistic(numbers[$0] ?? $0) != nil }
    guard said.count > 1, areKnown else { return false }
    profile.shape = .tidy
    profile.columns[.statistic] = [header[name]]
    profile.columns[.value] = [header[value]]
    if !numbers.isEmpty { profile.values[.statistic] = numbers }
    profile.basis = PayPeriod.named(in: WordText.words(header[value])) ?? profile.basis
    return true
  }

  /// `p10` for a bare `10` or `10%`.
  private static func percentile(_ text: String) -> String? {
    guard let number = QuantityText.decimal(text.filter { $0 != "%" }), (1..<100).contains(number) else { return nil }
    return "p\(NumberText.short(number))"
  }

  /// Columns of percentiles by the element they are of, of the period that most of its columns are for; none where no
  /// header names a percentile.
  private var percentiles: [SurveyProfile.Pay] {
    var found: [SurveyProfile.Pay] = []
    for (index, name) in header.enumerated() where isNumeric(index) {
      guard let statistic = Self.statistic(name) else { continue }
      let basis = PayPeriod.named(in: WordText.words(name))
      let place =
        found.firstIndex { $0.element == statistic.element && $0.basis == basis }
        ?? {
          var pay = SurveyProfile.Pay()
          pay.element = statistic.element
          pay.basis = basis
          found.append(pay)
          return found.count - 1
        }()
      if found[place].columns[statistic.id] == nil { found[place].columns[statistic.id] = [name] }
    }
    let whole = found.filter { $0.columns.keys.contains { $0 != "mean" } }
    // The same pay by the month and by the year is one figure: by the year it needs no rule.
    return whole.filter { pay in
      let rivals = whole.filter { $0.element == pay.element }
      return rivals.max { Self.rank($0) < Self.rank($1) }.map { $0.basis == pay.basis } ?? true
    }
  }

  private static func rank(_ pay: SurveyProfile.Pay) -> (Int, Int) {
    let order: [PayBasis?] = [.hourly, .daily, .weekly, .biweekly, .semimonthly, .quarterly, .monthly, nil, .annual]
    return (pay.columns.count, order.firstIndex(of: pay.basis) ?? 0)
  }

  /// The pay of one person, by element and period.
  private var people: [SurveyProfile.Pay] {
    var found: [SurveyProfile.Pay] = []
    for (index, name) in header.enumerated() where Self.isPay(name) && isNumeric(index) {
      let words = WordText.words(name)
      guard Self.means.isDisjoint(with: words), !words.contains("bonus") || words.contains("without") else { continue }
      var pay = SurveyProfile.Pay()
      if words.contains("total") { pay.element = "total cash" }
      pay.columns["pay"] = [name]
      pay.basis = PayPeriod.named(in: words)
      if !found.contains(where: { $0.element == pay.element && $0.basis == pay.basis }) { found.append(pay) }
    }
    return found
  }

  /// Means of several people, by element; the first period of each.
  private var averages: [SurveyProfile.Pay] {
    var found: [SurveyProfile.Pay] = []
    for (index, name) in header.enumerated() where Self.isPay(name) && isNumeric(index) {
      let words = WordText.words(name)
      guard !Self.means.isDisjoint(with: words), !words.contains("bonus") else { continue }
      var pay = SurveyProfile.Pay()
      if words.contains("total") { pay.element = "total cash" }
      pay.columns["mean"] = [name]
      pay.basis = PayPeriod.named(in: words)
      if !found.contains(where: { $0.element == pay.element }) { found.append(pay) }
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
