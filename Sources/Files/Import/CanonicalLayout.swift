import CSVStream
import Market
import Quantities

/// The canonical market CSV: one row a role x location x level x pay element x statistic.
struct CanonicalLayout: SurveyLayout {
  static let required = ["location", "statistic", "value"]
  static let known = [
    "dataset", "role", "soc", "location", "location_kind", "level", "industry", "org_size", "pay_element",
    "statistic", "value", "currency", "basis", "effective_date", "match_quality", "note", "source_kind",
    "licence", "series",
  ]
  /// Figures by the statistic that carries them: mean and five percentiles.
  static let figures = ["mean": 0, "p10": 1, "p25": 2, "p50": 3, "p75": 4, "p90": 5]
  private static let statistics = Dictionary(
    CanonicalCells.statistics.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  static let percentiles = ["p10", "p25", "p50", "p75", "p90"]
  static let elements = ["base", "target bonus", "total cash", "total direct"]

  /// What the location of a roll-up over all places says.
  static let allPlaces = "all places"

  let file: SurveyFile
  let header: CSVHeader
  /// Where each of ``known`` stands in the file.
  let columns: [Int?]
  var names: NameCache
  let currencies: CurrencyDirectory
  var cells = CanonicalCells()
  /// Date and currency of each data set, from its first row.
  var facts: [String: DatasetFacts] = [:]
  /// What the row before said of its data set, and what it came to.
  var lastFacts: (texts: [String], facts: DatasetFacts)?
  var readings: [String: String] = [:]
  var placeByCurrency: PlaceByCurrency
  /// The rules that were applied to rows.
  var rules = RowLedger()

  /// The columns, in the order of ``known``.
  enum Column: Int, CaseIterable {
    case dataset, role, soc, location, locationKind, level, industry, size, element, statistic, value, currency, basis
    case effectiveDate, matchQuality, note, sourceKind, licence, series
  }

  struct DatasetFacts {
    var month: CalendarDate?
    /// Of its first row, and what a cell that states another one is told from.
    var currency: Currency
    /// Of the row at hand.
    var rowCurrency: Currency
    /// What the rows say of the survey itself.
    var source: CanonicalSource
    var rows = 0
  }

  static func recognises(_ header: CSVHeader) -> Bool {
    required.allSatisfy { header.index(of: $0) != nil }
      && (header.index(of: "role") != nil || header.index(of: "soc") != nil)
  }

  init(
    header: CSVHeader, file: SurveyFile, names: NameCache, places: PlaceDirectory, currencies: CurrencyDirectory
  ) {
    self.header = header
    placeByCurrency = PlaceByCurrency(places, currencies: currencies)
    self.file = file
    self.currencies = currencies
    self.names = names
    columns = Self.known.map { header.index(of: $0) }
  }

  mutating func take(_ record: borrowing CSVRecord, faults: inout FaultList) {
    let before = faults.count
    var name = CanonicalCells.Name(
      dataset: file.options.name ?? named(record, .dataset), role: "", occupation: "", location: "", industry: "",
      level: named(record, .level), size: named(record, .size), element: named(record, .element))
    if name.dataset.isEmpty { name.dataset = file.stem }
    if name.element.isEmpty { name.element = "base" }
    if !Self.elements.contains(name.element) {
      fault(
        "unknown-pay-element", "\"\(name.element)\" is no pay element", "pay_element", record, &faults,
        cure: Self.suggest(name.element, Self.elements))
    }
    readJob(record, &name, &faults)
    readPlace(record, &name, &faults)
    readIndustry(record, &name, &faults)
    let facts = readFacts(record, dataset: name.dataset, &faults)
    let written = named(record, .statistic)
    let statistic = Self.statistics[written] ?? Self.statistics[written.lowercased()]
    if statistic == nil {
      fault(
        "unknown-statistic", "\"\(written)\" is no statistic", "statistic", record, &faults,
        cure: Self.suggest(written.lowercased(), CanonicalCells.statistics))
    }
    // Neither of the counts is money.
    let isFigure = statistic.map { $0 < 6 || $0 > 9 } ?? false
    let basis = readBasis(record, &faults)
    let factor = basis.annualFactor(hoursPerYear: 2_080)
    let isPay = { (amount: Double) in !isFigure || (1_000...100_000_000).contains(amount * factor) }
    let value = readValue(record, isMoney: isFigure, accepting: isPay, &faults)
    if let amount = value ?? nil, !isPay(amount) {
      fault(
        "absurd-pay", "\(NumberText.grouped(amount, decimals: 2)) \(basis.rawValue) cannot be pay", "value", record,
        &faults, cure: "say the basis (hourly, monthly) in its column, or write thousands in full: 185000, not 185")
    }
    guard faults.count == before, let value, let statistic else { return }
    let cell = cells.index(of: name, currency: facts.rowCurrency.code, line: record.line)
    guard cells.currency(of: cell) == facts.rowCurrency.code else {
      fault(
        "two-currencies", "this job and place began with \(cells.currency(of: cell))", "currency", record, &faults,
        cure: "one cell has one currency: convert the row, or name its data set differently")
      return
    }
    if let first = cells.line(statistic, of: cell) {
      fault(
        "said-twice", "this statistic of this cell is on line \(first) already", "statistic", record, &faults,
        cure: "keep one of the two rows")
      return
    }
    self.facts[name.dataset, default: facts].count(facts)
    cells.set(value.map { isFigure ? $0 * factor : $0 }, statistic, of: cell, line: record.line)
    if statistic < 6, let mark = mark(record, value)?.asciiValue { cells.mark(mark, figure: statistic, of: cell) }
    checkOrder(of: cell, with: statistic, record, &faults)
  }

  func finish(faults: inout FaultList) throws -> [ReadSurvey] {
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
      var mine = cells.cells(of: name)
      guard !mine.isEmpty else { continue }
      let isOverruled = fact.month != nil && file.options.effective != nil && fact.month != file.options.effective
      let (currency, codes) = Self.currency(of: mine, first: fact.currency)
      for index in mine.indices where mine[index].currency == currency { mine[index].currency = "" }
      OccupationGroups(of: mine.lazy.map(\.occupation)).mark(&mine)
      let digest = facts.count == 1 ? file.digest : "\(file.digest):\(name)"
      surveys.append(
        ReadSurvey(
          dataset: MarketDataset(
            name: name, title: name, series: fact.source.series ?? name,
            sourceKind: fact.source.kind ?? .unstated, publisher: "",
            release: month.monthName,
            effective: month.startOfMonth, currency: currency, licence: fact.source.licence ?? "yours",
            reference: file.path,
            digest: digest, isShipped: false, rows: mine.count),
          cells: mine,
          notes: [
            "canonical layout: \(NumberText.count(fact.rows, "row")), \(NumberText.count(mine.count, "cell")), "
              + "\(month.monthName), annual pay in \(codes.joined(separator: ", "))"
          ] + (isOverruled ? ["--effective is not used: the rows have an effective_date"] : [])
            + fact.source.notes + readings.sorted { $0.key < $1.key }.map(\.value) + rules.ruleLines, skipped: [],
          profile: SurveyReader.Layout.canonical.rawValue,
          isNamedByFile: name != file.stem))
    }
    return surveys
  }

  /// The currency of a data set, and all of its cells: that of its roll-ups over all places, else of most cells, on a
  /// tie of the first row.
  private static func currency(of cells: [SurveyCell], first: Currency) -> (of: String, all: [String]) {
    let counts = cells.reduce(into: [:]) { $0[$1.currency, default: 0] += 1 }
    let most = counts.values.max()
    let usual =
      cells.first { $0.location.isEmpty }?.currency
      ?? (counts[first.code] == most ? first.code : counts.filter { $0.value == most }.keys.min() ?? first.code)
    return (usual, counts.keys.sorted())
  }

  /// Percentiles of a cell never fall: a row that contradicts one before it is at fault, and its cell left out.
  private mutating func checkOrder(
    of cell: Int, with statistic: Int, _ record: borrowing CSVRecord, _ faults: inout FaultList
  ) {
    guard (1...5).contains(statistic), let pay = cells.value(statistic, of: cell) else { return }
    for other in 1...5 where other != statistic {
      guard let held = cells.value(other, of: cell), other < statistic ? held > pay : held < pay else { continue }
      let (name, against) = (CanonicalCells.statistics[statistic], CanonicalCells.statistics[other])
      fault(
        "percentiles-out-of-order",
        "\(name) is \(other < statistic ? "below" : "above") \(against) of the same job and place, on line "
          + "\(cells.line(other, of: cell) ?? 0)", "value", record, &faults,
        cure: "p10 to p90 never fall; check both rows")
      cells.dismiss(cell)
      return
    }
  }
}

extension CanonicalLayout.DatasetFacts {
  /// One more row, and what it is the first to say.
  fileprivate mutating func count(_ row: Self) {
    source = row.source
    rows += 1
  }
}
