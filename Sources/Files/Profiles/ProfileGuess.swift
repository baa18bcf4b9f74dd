import CSVStream
import Market
import Quantities

/// Guesses a profile from a file's first rows: which one is the header, and what its columns say.
///
/// Every guess is printed and written down, so that it can be corrected; nothing is imported on a guess that
/// misses the job, the place or the pay.
struct ProfileGuess {
  private static let rowLimit = 400

  /// What a guess takes for granted, since nothing in the file says it.
  enum Assumption: CaseIterable {
    case kind, basis, currency, function, place
  }

  let profile: SurveyProfile
  var assumed: Set<Assumption> = []
  /// The guesses that no column shows, for people.
  private(set) var notes: [String] = []

  /// Names that headers have for what a column says, as words; the first that fits wins.
  static let names: [(SurveyProfile.Field, [String])] = [
    (.soc, ["soc", "soc code", "occ code", "occupation code", "onet code"]),
    (
      .role,
      [
        "role", "job title", "title", "job titles", "position", "survey job title", "job", "occupation", "job name",
        "position title", "position without seniority", "benchmark job", "survey job", "description", "stelle",
        "jobtitel", "berufsbezeichnung", "stellenbezeichnung", "beruf",
      ]
    ),
    (.function, ["function", "job function", "department", "job family", "family", "career area"]),
    (.city, ["city", "worksite city", "town", "stadt"]), (.state, ["state", "worksite state", "province", "region"]),
    (.country, ["country", "country code", "company location", "land"]), (.county, ["county"]),
    (
      .location,
      [
        "location", "geography", "market", "metro", "area", "work location", "place", "breakout", "ort", "standort",
        "arbeitsort",
      ]
    ),
    (.level, ["level", "job level", "grade", "seniority level", "experience level", "your level"]),
    (.industry, ["industry", "sector", "naics"]),
    (
      .currency,
      ["currency", "currency code", "salary currency", "pay currency", "local currency", "curr code", "währung"]
    ),
    (.basis, ["basis", "pay basis", "wage unit", "unit of pay", "pay rate type", "salary or hourly", "pay period"]),
    (.hours, ["typical hours", "hours per week", "weekly hours", "annual hours", "hours per year", "yearly hours"]),
    (
      .incumbents,
      [
        "n incumbents", "incumbents", "employee count", "sample size", "num incs", "number of incumbents", "employees",
        "number of employees", "ees", "n", "headcount", "incumbent count", "number of people",
      ]
    ),
    (
      .organizations,
      [
        "n organizations", "organizations", "company count", "num orgs", "number of companies", "companies",
        "employers", "orgs",
      ]
    ),
  ]

  /// The guess; nil when job or pay cannot be found in the file. `stem`: its name, in words parted by hyphens.
  init?(
    of reader: CSVReader, name: String, stem: String, places: PlaceMatcher, jobs: JobMatcher,
    currencies: CurrencyDirectory, rate: @escaping (String, String) -> Double? = { _, _ in nil }
  ) {
    let rows = Self.firstRows(of: reader)
    let scored = rows.prefix(15).enumerated().map { (index: $0.offset, score: Self.score($0.element)) }
    guard let best = scored.max(by: { ($0.score, $1.index) < ($1.score, $0.index) }), best.score >= 2 else {
      return nil
    }
    let header = HeaderNames.apart(
      rows[best.index].map { $0.split(whereSeparator: \.isWhitespace).joined(separator: " ") },
      under: best.index > 0 ? rows[best.index - 1] : [])
    let sample = Array(rows.dropFirst(best.index + 1))
    // Figures as the file's decimal mark has them.
    let figures =
      reader.dialect.decimalMark == .comma ? sample.map { $0.map { DecimalComma.pointed($0) } } : sample
    var profile = SurveyProfile()
    profile.name = name
    profile.headerRow = best.index + 1
    for (field, known) in Self.names {
      guard let index = Self.column(header, known) else { continue }
      profile.columns[field] = [header[index]]
    }
    if let counts = profile.columns[.incumbents]?.first, Self.isSerial(counts, header, sample) {
      profile.columns[.incumbents] = nil
    }
    Self.readByContent(header, sample, currencies, &profile)
    let columns = PayColumns(header: header, sample: figures, currencies: currencies)
    notes += [columns.read(&profile)].compactMap { $0 }
    guard !profile.pay.isEmpty || profile.shape == .tidy, profile.columns[.role] != nil || profile.columns[.soc] != nil
    else { return nil }
    notes += [columns.passOverPeriods(&profile)].compactMap { $0 } + columns.notesOnPeriod(profile)
    if let note = columns.readUnits(&profile) {
      assumed.insert(.basis)
      notes.append(note)
    }
    let when = Self.date(header, sample)
    profile.when = when?.found
    if profile.isDatedByMonth, let note = when?.note { notes.append(note) }
    let hasPlace = [SurveyProfile.Field.location, .city, .state, .country].contains { profile.columns[$0] != nil }
    if !hasPlace { assumed.insert(.place) }
    var currency = CurrencyGuess(header: header, sample: figures, places: places, currencies: currencies, rate: rate)
    let found = currency.read(&profile)
    if found.isAssumed { assumed.insert(.currency) }
    notes += [found.note].compactMap { $0 }
    if profile.shape == .incumbents, let sign = Self.signOfForm(header) {
      profile.kind = .selfReport
      notes.append("guessed, source_kind: self-report, since it looks like the answers to a form (\(sign))")
    } else {
      assumed.insert(.kind)
      notes.append(
        "assumed, source_kind: \(profile.kind.rawValue), since nothing in the file says who reports the pay: it weighs as "
          + "job-matched, and its confidence is never high")
    }
    if hasPlace, profile.columns[.function] == nil,
      let sign = Self.signOfIT(stem: stem) ?? Self.signOfIT(header, sample, profile, jobs)
    {
      profile.constants[.function] = "IT"
      assumed.insert(.function)
      notes.append("assumed, function: IT for all rows, \(sign)")
    }
    self.profile = profile
  }

  /// Whether a file's name says that all its rows are of IT.
  private static func signOfIT(stem: String) -> String? {
    let words = Set(stem.split(separator: "-").map(String.init))
    return words.isDisjoint(with: ["it", "ict", "software", "developer"]) ? nil : "by the file's name"
  }

  /// Whether its titles do: most of them are jobs of IT, or may be, and no column would tell row by row.
  private static func signOfIT(
    _ header: [String], _ sample: [[String]], _ profile: SurveyProfile, _ jobs: JobMatcher
  ) -> String? {
    guard profile.columns[.soc] == nil, profile.columns[.industry] == nil,
      let column = profile.columns[.role]?.first.flatMap({ header.firstIndex(of: $0) })
    else { return nil }
    var jobs = jobs
    let titles = Set(sample.compactMap { $0.indices.contains(column) ? $0[column] : nil }).subtracting([""])
    let known = titles.filter { jobs.read($0).match != nil }
    guard !titles.isEmpty, known.count * 2 > titles.count else { return nil }
    return "since \(known.count) of \(NumberText.count(titles.count, "title")) in its first rows are jobs known here"
  }

  /// What tells the answers to a form: the time of each, or headers that are questions; nil for neither.
  private static func signOfForm(_ header: [String]) -> String? {
    if let index = column(header, ["timestamp", "zeitstempel", "submitted at", "submission date", "response date"]) {
      return "a column \(header[index])"
    }
    let questions = header.filter { $0.hasSuffix("?") }
    return questions.count >= 2 ? "headers that are questions" : nil
  }

  private struct Enough: Error {}

  static func firstRows(of reader: CSVReader) -> [[String]] {
    var rows: [[String]] = []
    // Stopping early is no failure: the rest of the file is not needed for a guess.
    _ = try? reader.forEachRecord { record in
      rows.append((0..<record.count).map { record.text($0) })
      if rows.count >= rowLimit { throw Enough() }
    }
    return rows
  }

  private static func score(_ row: [String]) -> Int {
    var score = 0
    for (_, known) in names where column(row, known) != nil { score += 1 }
    if row.contains(where: PayColumns.isPay) { score += 1 }
    if row.contains(where: { PayColumns.statistic($0)?.isPercentile == true }) { score += 1 }
    return score
  }

  /// The column whose name is one of these; else the one that ends in the longest of them.
  static func column(_ header: [String], _ known: [String]) -> Int? {
    let keys = header.map { WordText.words($0) }
    for name in known {
      let words = WordText.words(name)
      if let index = keys.firstIndex(of: words) { return index }
    }
    for name in known {
      let words = WordText.words(name)
      if words.count == 1, name.count < 5 { continue }
      if let index = keys.firstIndex(where: { $0.count <= words.count + 3 && $0.suffix(words.count) == words[...] }) {
        return index
      }
    }
    return nil
  }

  /// A column that says when each row was answered, if nearly all its texts are dates of one order.
  private static func date(_ header: [String], _ sample: [[String]]) -> (found: SurveyProfile.When, note: String?)? {
    let known = ["timestamp", "zeitstempel", "date", "effective date", "survey date", "work year", "survey year"]
    guard let index = column(header, known) else { return nil }
    let texts = sample.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
    // Where no day is beyond the twelfth, dots speak for the day first and slashes for the month.
    let hasDots = texts.contains { $0.split(separator: " ").first?.contains(".") ?? false }
    let orders: [SurveyProfile.DateOrder] = hasDots ? [.dayFirst] : [.iso, .year, .monthFirst, .dayFirst]
    for order in orders {
      let fitting = texts.filter { order.read($0) != nil }
      guard let first = fitting.first, fitting.count * 50 >= texts.count * 49 else { continue }
      // 3/1/2026 is in March or in January; where some day is beyond the twelfth, one order alone fits.
      let other: SurveyProfile.DateOrder? = order == .monthFirst ? .dayFirst : order == .dayFirst ? .monthFirst : nil
      let isOpen = other.map { other in texts.allSatisfy { other.read($0) != nil } } ?? false
      let note = "assumed, date: \(order.rawValue), as in \(first); correct `order:` where it is wrong"
      // Rows of people are a data set a year: the middle month of the last year's stands for it, or that of the year.
      let read = fitting.compactMap { order.read($0) }
      let last = read.map(\.year).max()
      let months = read.filter { $0.year == last }.compactMap(\.month).sorted()
      let month = months.isEmpty ? 7 : months[months.count / 2]
      return (.column([header[index]], order: order, month: month), isOpen ? note : nil)
    }
    return nil
  }

  /// Columns whose names say little, by what is in them: the period that pay is for, its currency.
  private static func readByContent(
    _ header: [String], _ sample: [[String]], _ currencies: CurrencyDirectory, _ profile: inout SurveyProfile
  ) {
    let taken = Set(profile.columns.values.flatMap { $0 })
    for (index, name) in header.enumerated() where !taken.contains(name) {
      let texts = sample.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
      let words = Set(WordText.words(name))
      guard !texts.isEmpty else { continue }
      // What else is in such a column is a fault of its row.
      if profile.columns[.basis] == nil, !words.isEmpty, words.isSubset(of: periodWords),
        texts.count(where: PayPeriod.isWord) * 2 > texts.count
          || saysPeriodsByLetter(texts, mayBeKinds: !words.isDisjoint(with: typeWords))
      {
        profile.columns[.basis] = [name]
      }
      let areCodes = texts.count { $0.count == 3 && currencies.find($0) != nil } * 2 > texts.count
      let isCurrency = !words.isDisjoint(with: ["currency", "curr", "ccy", "iso", "fx"])
      if profile.columns[.currency] == nil, areCodes, isCurrency { profile.columns[.currency] = [name] }
    }
  }

  /// Whether a column counts the rows, and nobody in them: 1, 2, 3.
  private static func isSerial(_ name: String, _ header: [String], _ sample: [[String]]) -> Bool {
    guard let index = header.firstIndex(of: name) else { return false }
    let counts = sample.compactMap { $0.indices.contains(index) ? Int($0[index]) : nil }
    return counts.count > 2 && zip(counts, counts.dropFirst()).allSatisfy { $1 == $0 + 1 }
  }

  /// Whether the letters of a column are periods: most of them; all of several, where they may be kinds of something.
  private static func saysPeriodsByLetter(_ texts: [String], mayBeKinds: Bool) -> Bool {
    let known = texts.count { PayPeriod.stated($0) != nil }
    guard mayBeKinds else { return known * 2 > texts.count }
    let all = Set(texts.map { $0.lowercased() })
    return known == texts.count && all.count > 1 && !all.contains("s")
  }

  /// Words of names that columns of periods have; those of bonuses, shifts and reviews have others.
  private static let periodWords = Set(
    [
      "pay", "paid", "salary", "wage", "rate", "compensation", "comp", "amount", "frequency", "freq", "period", "per",
      "unit", "basis", "type", "interval", "time", "of",
    ].flatMap { WordText.words($0) })
  /// Where a letter may be a kind of something: S for salaried.
  private static let typeWords = Set(["type", "basis"].flatMap { WordText.words($0) })
}
