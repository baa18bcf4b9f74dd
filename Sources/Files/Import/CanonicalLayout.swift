import CSVStream
import Market
import Quantities

/// The canonical market CSV: one row a role x location x level x pay element x statistic.
struct CanonicalLayout: SurveyLayout {
  static let required = ["location", "statistic", "value"]
  static let known = [
    "dataset", "role", "soc", "location", "location_kind", "level", "industry", "org_size", "pay_element",
    "statistic", "value", "currency", "basis", "effective_date", "match_quality", "note", "source_kind",
    "licence",
  ]
  /// Figures by the statistic that carries them: mean and five percentiles.
  static let figures = ["mean": 0, "p10": 1, "p25": 2, "p50": 3, "p75": 4, "p90": 5]
  static let percentiles = ["p10", "p25", "p50", "p75", "p90"]
  static let elements = ["base", "target bonus", "total cash", "total direct"]
  static let counts = ["n_incumbents", "n_organizations", "employment", "mean_prse"]
  /// Ends of the interval of a sample's median; both or none.
  static let interval = ["p50_low", "p50_high"]

  /// What the location of a roll-up over all places says.
  static let allPlaces = "all places"

  let file: SurveyFile
  let header: CSVHeader
  var names: NameCache
  let currencies: CurrencyDirectory
  /// Cells by everything that tells them apart, and the order they came in.
  var cells: [CellKey: SurveyCell] = [:]
  var order: [CellKey] = []
  /// Statistics already read, with their place, to find rows said twice.
  var seen: [Said: CSVPosition] = [:]
  /// Date and currency of each data set, from its first row.
  var facts: [String: DatasetFacts] = [:]
  var readings: [String: String] = [:]
  /// Lower ends of intervals that await their upper ones, and the other way round.
  var ends: [CellKey: [String: Double]] = [:]

  struct CellKey: Hashable {
    var dataset, role, occupation, location, industry, level, size, element: String
  }

  struct Said: Hashable {
    let cell: CellKey
    let statistic: String
  }

  struct DatasetFacts {
    var month: CalendarDate?
    var currency: Currency
    /// What kind of survey it is and under which licence, where a row says so.
    var kind: MarketDataset.SourceKind?
    var licence: String?
    var rows = 0
  }

  static func recognises(_ header: CSVHeader) -> Bool {
    required.allSatisfy { header.index(of: $0) != nil }
      && (header.index(of: "role") != nil || header.index(of: "soc") != nil)
  }

  init(header: CSVHeader, file: SurveyFile, names: NameCache, currencies: CurrencyDirectory) {
    self.header = header
    self.file = file
    self.currencies = currencies
    self.names = names
  }

  mutating func take(_ record: borrowing CSVRecord, faults: inout FaultList) {
    let before = faults.count
    var key = CellKey(
      dataset: file.options.name ?? named(record, "dataset"), role: "", occupation: "", location: "",
      industry: "", level: named(record, "level"), size: named(record, "org_size"),
      element: named(record, "pay_element"))
    if key.dataset.isEmpty { key.dataset = file.stem }
    if key.element.isEmpty { key.element = "base" }
    if !Self.elements.contains(key.element) {
      fault(
        "unknown-pay-element", "\"\(key.element)\" is no pay element", "pay_element", record, &faults,
        cure: Self.suggest(key.element, Self.elements))
    }
    readJob(record, &key, &faults)
    readPlace(record, &key, &faults)
    readIndustry(record, &key, &faults)
    let facts = readFacts(record, dataset: key.dataset, &faults)
    let written = named(record, "statistic")
    let statistic = written.lowercased()
    let isFigure = Self.figures[statistic] != nil || Self.interval.contains(statistic)
    if !isFigure, !Self.counts.contains(statistic) {
      let all = Array(Self.figures.keys.sorted()) + Self.interval + Self.counts
      fault(
        "unknown-statistic", "\"\(written)\" is no statistic", "statistic", record, &faults,
        cure: Self.suggest(statistic, all))
    }
    let basis = readBasis(record, &faults)
    let factor = basis.annualFactor(hoursPerYear: 2_080)
    let isPay = { (amount: Double) in !isFigure || (1_000...100_000_000).contains(amount * factor) }
    let value = readValue(record, isMoney: isFigure, accepting: isPay, &faults)
    if let amount = value ?? nil, !isPay(amount) {
      fault(
        "absurd-pay", "\(NumberText.grouped(amount, decimals: 2)) \(basis.rawValue) cannot be pay", "value", record,
        &faults, cure: "say the basis (hourly, monthly) in its column, or write thousands in full: 185000, not 185")
    }
    guard faults.count == before, let value else { return }
    let said = Said(cell: key, statistic: statistic)
    if let first = seen[said] {
      fault(
        "said-twice", "this statistic of this cell is on line \(first.line) already", "statistic", record, &faults,
        cure: "keep one of the two rows")
      return
    }
    seen[said] = record.position
    self.facts[key.dataset] = facts
    self.facts[key.dataset]?.rows += 1
    add(value, statistic: statistic, factor: factor, to: key, line: record.line)
    if let mark = mark(record, value) { setMark(mark, of: statistic, in: key) }
  }

  func finish(faults: inout FaultList) throws -> [ReadSurvey] {
    let sound = order.filter { isInOrder($0, &faults) }
    var surveys: [ReadSurvey] = []
    for (name, fact) in facts.sorted(by: { $0.key < $1.key }) {
      guard let month = fact.month ?? file.options.effective else {
        faults.add("no-date") {
          Diagnostic(
            name: "no-date", message: "data set \(name) has no effective_date",
            cure: "give the month the pay refers to: --effective 2026-03-01", file: file.path)
        }
        continue
      }
      var mine = sound.filter { $0.dataset == name }.compactMap { cells[$0] }
      guard !mine.isEmpty else { continue }
      OccupationGroups(of: mine.lazy.map(\.occupation)).mark(&mine)
      let digest = facts.count == 1 ? file.digest : "\(file.digest):\(name)"
      surveys.append(
        ReadSurvey(
          dataset: MarketDataset(
            name: name, title: name, series: name, sourceKind: fact.kind ?? .jobMatched, publisher: "",
            release: month.monthName,
            effective: month.startOfMonth, currency: fact.currency.code, licence: fact.licence ?? "yours",
            reference: file.path,
            digest: digest, isShipped: false, rows: mine.count),
          cells: mine,
          notes: [
            "canonical layout: \(NumberText.count(fact.rows, "row")), \(NumberText.count(mine.count, "cell")), "
              + "\(month.monthName), annual pay in \(fact.currency.code)"
          ] + fact.sourceNotes + readings.sorted { $0.key < $1.key }.map(\.value), skipped: [], profile: "canonical"))
    }
    return surveys
  }

  private mutating func add(
    _ value: Double?, statistic: String, factor: Double, to key: CellKey, line: Int
  ) {
    if cells[key] == nil {
      order.append(key)
      cells[key] = SurveyCell(
        location: key.location, occupation: key.occupation, role: key.role, industry: key.industry, level: key.level,
        organizationSize: key.size, payElement: key.element, line: line)
    }
    switch statistic {
    case "n_incumbents": cells[key]?.incumbents = value
    case "n_organizations": cells[key]?.organizations = value
    case "employment": cells[key]?.employment = value
    case "mean_prse": cells[key]?.meanRelativeError = value
    case "p50_low", "p50_high":
      ends[key, default: [:]][statistic] = value.map { $0 * factor }
      guard let low = ends[key]?["p50_low"], let high = ends[key]?["p50_high"], low <= high else { return }
      cells[key]?.medianInterval = low...high
    default:
      guard let index = Self.figures[statistic] else { return }
      cells[key]?.figures[index] = value.map { $0 * factor }
    }
  }

  /// Percentiles of a cell never fall; the fault is at the first that does.
  private func isInOrder(_ key: CellKey, _ faults: inout FaultList) -> Bool {
    guard let cell = cells[key] else { return false }
    let pays = Self.percentiles.enumerated().compactMap { index, name in
      cell.figures[index + 1].map { (name: name, pay: $0) }
    }
    guard let (low, high) = zip(pays, pays.dropFirst()).first(where: { $0.pay > $1.pay }) else { return true }
    guard let place = seen[Said(cell: key, statistic: high.name)],
      let other = seen[Said(cell: key, statistic: low.name)]
    else { return false }
    faults.add("percentiles-out-of-order") {
      file.fault(
        "percentiles-out-of-order",
        "\(high.name) is below \(low.name) of the same job and place, on line \(other.line)",
        cure: "p10 to p90 never fall; check both rows", field: header.index(of: "value") ?? 0, at: place)
    }
    return false
  }
}
