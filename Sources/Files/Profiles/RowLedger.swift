import Quantities

/// Why a row of a survey is in no cell.
public enum LeftOut: String, CaseIterable, Sendable {
  case emptyRow = "empty-row"
  case afterTable = "after-table"
  case filtered
  case wrongFieldCount = "wrong-field-count"
  case badDate = "date-not-a-date"
  case dateAhead = "date-in-the-future"
  case noValue = "no-value"
  case otherStatistic = "other-statistic"
  case unknownStatistic = "unknown-statistic"
  case badCount = "count-not-a-number"
  case cappedWithoutBound = "top-code-without-cap"
  case unreadablePay = "pay-not-a-number"
  case unknownBasis = "unknown-basis"
  case currencyUnclear = "currency-unclear"
  case noRate = "no-exchange-rate"
  case absurdPay = "absurd-pay"
  case outOfOrder = "percentiles-out-of-order"
  case saidTwice = "said-twice"
  case unknownRole = "unknown-role"
  case otherJob = "other-job"
  case generalTitle = "general-title"
  case unknownPlace = "unknown-place"

  /// Whether something is wrong with the row, rather than of no use here.
  public var isFault: Bool {
    switch self {
    case .emptyRow, .afterTable, .filtered, .noValue, .otherStatistic, .cappedWithoutBound, .unknownRole, .otherJob,
      .generalTitle, .unknownPlace:
      return false
    default: return true
    }
  }

  /// What is said of the rows.
  public var meaning: String {
    switch self {
    case .emptyRow: return "nothing in them"
    case .afterTable: return "text after the end of the table"
    case .filtered: return "other texts than the profile's filters ask for"
    case .wrongFieldCount: return "more or fewer fields than the header"
    case .badDate: return "no date that can be read"
    case .dateAhead: return "a date that is still to come"
    case .noValue: return "no pay"
    case .otherStatistic: return "a figure that cells do not hold: they have mean, p10, p25, p50, p75, p90 and counts"
    case .unknownStatistic: return "a statistic that is not known"
    case .badCount: return "a count of people or employers that no rule can read"
    case .cappedWithoutBound: return "a top code whose bound the profile does not say (`capped at 239200`)"
    case .unreadablePay: return "pay that no rule can read"
    case .unknownBasis: return "a pay basis that is not known"
    case .currencyUnclear: return "a currency that is not clear"
    case .noRate: return "a currency without an exchange rate"
    case .absurdPay: return "pay that is not plausible"
    case .outOfOrder: return "percentiles that fall"
    case .saidTwice: return "a cell that another row has already"
    case .unknownRole: return "a job that is none of the known roles"
    case .otherJob: return "a title that is near a known role, or has its name in it, but is another job"
    case .generalTitle: return "a general title, and nothing that says the row is of IT"
    case .unknownPlace:
      return "a place that is not known; for a town that is not, write its state, such as US-MI, if the figures are its"
    }
  }

  var cure: String {
    switch self {
    case .wrongFieldCount: return "correct the row, or import the rest with --skip-bad"
    case .badDate: return "check `date:` in the profile, or import the rest with --skip-bad"
    case .dateAhead: return "give the month the pay refers to, or import the rest with --skip-bad"
    case .unknownStatistic:
      return "say under `values:`, `statistic:` whether it is mean, p10, p25, p50, p75, p90, n_incumbents or "
        + "n_organizations; or import the rest with --skip-bad"
    case .badCount: return "write a number, or name a marker under `markers:`; or import the rest with --skip-bad"
    case .unreadablePay: return "write a number; name a marker under `markers:`; or import the rest with --skip-bad"
    case .unknownBasis: return "say under `values:`, `basis:` which basis the text stands for"
    case .currencyUnclear: return "write a currency code, or import the rest with --skip-bad"
    case .noRate: return "convert it before, or import the rest with --skip-bad"
    case .absurdPay: return "check `units:` and `plausible:` in the profile, or import the rest with --skip-bad"
    default: return "import the rest with --skip-bad"
    }
  }
}

/// What became of every row of a file: imported, or left out for a reason. The counts add up.
public struct RowLedger: Sendable {
  /// How often something happened, and the first time.
  public struct Tally: Sendable, Equatable {
    public var count = 0
    public var line = 0
    public var example = ""
    /// The row it happened in last: a rule that is applied to five figures of a row is counted once.
    fileprivate var lastLine = 0
  }

  /// Rows after the header.
  public private(set) var rows = 0
  public private(set) var imported = 0
  public private(set) var leftOut: [LeftOut: Tally] = [:]
  /// Rules that were applied, by name.
  public private(set) var rules: [String: Tally] = [:]
  /// How names of several places were read: `Portland is Portland, OR`.
  private(set) var placeReadings: [String: Int] = [:]
  /// How titles were read as jobs: `Data Analyst is Data Scientist`.
  private(set) var titleReadings: [String: Int] = [:]
  public private(set) var unknownRoles: [String: Int] = [:]
  private(set) var otherJobs: [String: Int] = [:]
  private(set) var generalTitles: [String: Int] = [:]
  public private(set) var unknownPlaces: [String: Int] = [:]
  private static let textLimit = 100_000

  /// All rows that were left out.
  public var leftOutCount: Int { leftOut.values.reduce(0) { $0 + $1.count } }
  /// Rows left out because something is wrong with them.
  public var faultCount: Int { leftOut.reduce(0) { $0 + ($1.key.isFault ? $1.value.count : 0) } }

  mutating func countImported() {
    rows += 1
    imported += 1
  }

  mutating func leave(_ reason: LeftOut, line: Int, text: String) {
    rows += 1
    Self.add(to: &leftOut[reason, default: Tally()], line: line, example: text)
    switch reason {
    case .unknownRole: Self.count(text, in: &unknownRoles)
    case .otherJob: Self.count(text, in: &otherJobs)
    case .generalTitle: Self.count(text, in: &generalTitles)
    case .unknownPlace: Self.count(text, in: &unknownPlaces)
    default: break
    }
  }

  mutating func apply(_ rule: String, line: Int, example: @autoclosure () -> String) {
    var isNew = false
    // In one look-up: this runs for every row of a large file.
    func count(_ tally: inout Tally) {
      isNew = tally.count == 0
      if tally.lastLine != line { tally.count += 1 }
      tally.lastLine = line
    }
    count(&rules[rule, default: Tally()])
    guard isNew else { return }
    rules[rule]?.line = line
    rules[rule]?.example = example()
  }

  mutating func apply(_ reading: TitleReading, line: Int) {
    apply(reading.rule, line: line, example: reading.text)
    Self.count(reading.text, in: &titleReadings)
  }

  mutating func apply(_ rule: PlaceMatcher.Match.Rule, line: Int) {
    apply(rule.name, line: line, example: rule.reading)
    let isReading = ![PlaceMatcher.RuleName.state, PlaceMatcher.RuleName.otherCurrency].contains(rule.name)
    if isReading { Self.count(rule.reading, in: &placeReadings) }
  }

  private static func add(to tally: inout Tally, line: Int, example: String) {
    if tally.count == 0 { (tally.line, tally.example) = (line, example) }
    tally.count += 1
  }

  private static func count(_ text: String, in table: inout [String: Int]) {
    // A file of a million different texts must not fill the memory; what is beyond is in the count of rows.
    if table[text] != nil || table.count < textLimit { table[text, default: 0] += 1 }
  }

  /// How the names of rules begin that bring one currency to another: `exchange rate, CAD to USD of 2019-04-01`.
  static let rateRule = "exchange rate, "

  // MARK: - For people

  /// The ledger in plain lines: the sum, what was left out and why, which rules were applied.
  public var lines: [String] {
    var lines = [
      "\(NumberText.count(rows, "row")) = \(NumberText.grouped(imported)) imported + "
        + "\(NumberText.grouped(leftOutCount)) left out"
    ]
    for reason in LeftOut.allCases {
      guard let tally = leftOut[reason] else { continue }
      lines.append(
        "left out, \(reason.rawValue): \(NumberText.count(tally.count, "row")) with \(reason.meaning)"
          + Self.example(tally))
    }
    lines += ruleLines
    lines += Self.top("titles read as jobs, most frequent", titleReadings)
    if !generalTitles.isEmpty { lines.append(Self.generalTitleRule) }
    lines += Self.top("general titles that do not count, most frequent", generalTitles)
    lines += Self.top("titles of other jobs, most frequent", otherJobs)
    lines += Self.top("jobs not known, most frequent", unknownRoles)
    lines += Self.top("names of several places, most frequent", placeReadings)
    lines += Self.top("places not known, most frequent", unknownPlaces)
    return lines
  }

  /// The rules that were applied, the most frequent first.
  var ruleLines: [String] {
    let sorted = rules.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
    return sorted.filter { !$0.key.hasPrefix(Self.rateRule) }.map { name, tally in
      "rule, \(name): \(NumberText.count(tally.count, "row"))" + Self.example(tally)
    } + Self.rates(sorted.filter { $0.key.hasPrefix(Self.rateRule) })
  }

  /// What a general title counts for, and how to say that it counts.
  static let generalTitleRule =
    "rule for general titles such as Project Manager: they count where the row is of IT by its function, SOC code or "
    + "industry; of a survey of IT alone, say `constants:`, `function: IT` in the profile"

  /// One line for the rates of a day: `rule, exchange rates to USD of 2019-04-01, where ...: CAD 0.748767 (1,503 rows), ...`.
  private static func rates(_ rules: [(key: String, value: Tally)]) -> [String] {
    // Behind the currency that is brought to another: "to USD of 2019-04-01".
    let days = Dictionary(grouping: rules) { String($0.key.dropFirst(rateRule.count + 4)) }
    return days.sorted { $0.key < $1.key }.map { day, rules in
      "rule, ECB exchange rates \(day), where pay in several currencies meets: "
        + rules.map { "\($0.value.example) (\(NumberText.count($0.value.count, "row")))" }.joined(separator: ", ")
    }
  }

  private static func example(_ tally: Tally) -> String {
    let text = tally.example.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let short = text.count > 60 ? String(text.prefix(60)) + "…" : text
    return short.isEmpty ? " (line \(tally.line))" : " (line \(tally.line): \(short))"
  }

  private static func top(_ title: String, _ table: [String: Int]) -> [String] {
    guard !table.isEmpty else { return [] }
    let first = table.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(8).map {
      "\($0.key.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(60)) (\(NumberText.grouped($0.value)))"
    }
    return ["\(title): " + first.joined(separator: ", ") + (table.count > 8 ? ", …" : "")]
  }
}
