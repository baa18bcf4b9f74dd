import CSVStream
import Market
import Quantities

/// A survey read by a profile: its data sets, and what became of every row.
public struct ProfiledSurvey {
  public var surveys: [ReadSurvey]
  public let ledger: RowLedger
  /// What is wrong with rows, the first of them in full.
  public let faults: [Diagnostic]
  public let faultCount: Int
  /// The rows left out as CSV with reason, line and column; nil unless they were asked for.
  public let rejects: RejectsFile?
  /// Whether the profile itself says that bad rows are left out.
  public let leavesOut: Bool
  /// Names of columns that nothing is read from.
  public let unreadColumns: [String]

  /// The same in a line; nil where every column is read.
  public var noteOnUnread: String? {
    unreadColumns.isEmpty ? nil : "columns that nothing is read from: " + unreadColumns.joined(separator: ", ")
  }
}

/// Every row was left out, or those that are left make no cell; why stands in the file of rejects all the same.
public struct NothingKept: Error {
  public let bad: BadInput
  public let rejectsPath: String
}

/// Reads a file as a profile says.
///
///     let reader = ProfiledReader(names: surveyReader) { try data.exchangeRates(on: $0) }
///     let found = try reader.read(path: "pay.csv", profile: profile, options: .init())
///     found.ledger.imported    // 27,412
public struct ProfiledReader: Sendable {
  let names: SurveyReader
  let rates: @Sendable (CalendarDate) throws -> ExchangeRates

  public init(names: SurveyReader, rates: @escaping @Sendable (CalendarDate) throws -> ExchangeRates) {
    self.names = names
    self.rates = rates
  }

  /// Throws ``BadInput`` when the file cannot be taken at all, or has faults and the profile does not leave them out.
  ///
  /// `isCheck`: faults are given back rather than thrown.
  public func read(
    path: String, profile: SurveyProfile, options: SurveyReader.Options, isCheck: Bool = false
  ) throws -> ProfiledSurvey {
    let (reader, digest) = try names.open(path, options: options, fieldCount: .any)
    return try reader.tellingDamage {
      try read(reader, digest: digest, path: path, profile: profile, options: options, isCheck: isCheck)
    }
  }

  private func read(
    _ reader: CSVReader, digest: String, path: String, profile: SurveyProfile, options: SurveyReader.Options,
    isCheck: Bool
  ) throws -> ProfiledSurvey {
    let file = SurveyFile(path: path, digest: digest, source: reader.source, options: options)
    try refuseDates(profile, file)
    var rows: ProfiledRows?
    var titles: [String] = []
    let run = try reader.forEachRecord { record in
      if let rows { return rows.take(record) }
      if record.ordinal == profile.headerRow - 2 { titles = (0..<record.count).map { record.text($0) } }
      guard record.ordinal == profile.headerRow - 1 else { return }
      let header = CSVHeader(record, in: reader.source) { HeaderNames.apart($0, under: titles) }
      let binding = try ProfileBinding(
        profile, header: header, file: path, line: record.line,
        excerpt: reader.source.excerpt(line: record.line))
      rows = ProfiledRows(
        profile: profile, binding: binding, file: file, names: names,
        money: CurrencyReader(currencies: names.currencies, rates: rates),
        hasDecimalComma: reader.dialect.decimalMark == .comma)
    }
    guard run.faults.isEmpty, let rows else {
      throw BadInput(
        run.faults.isEmpty ? [Self.noHeader(profile, path)] : run.faults.map { Diagnostic($0) },
        count: max(1, run.faultCount))
    }
    let leavesOut = options.skipsBadRows || profile.badRows == .leaveOut || isCheck
    if !leavesOut { try rows.faults.throwIfAny() }
    var surveys = surveys(of: rows, file, digest: digest)
    if surveys.isEmpty, !isCheck {
      let bad =
        rows.faults.isEmpty
        ? BadInput([Self.nothing(rows.ledger, path)]) : BadInput(rows.faults.sorted, count: rows.faults.count)
      guard let rejects = rows.rejects, !rejects.isEmpty else { throw bad }
      let written = RejectsFile.path(of: path)
      try rejects.write(to: written)
      throw NothingKept(bad: bad, rejectsPath: written)
    }
    let guessed = reader.sniffing.map { "read as: \($0.summary)" }
    let repairs = run.repairs.map { "line \($0.line): repaired: \($0.what)" }
    for index in surveys.indices {
      surveys[index].notes = [guessed].compactMap { $0 } + repairs + surveys[index].notes
      surveys[index].isNamedByUser = options.name != nil
      surveys[index].profile = profile.name
      surveys[index].source = path == "-" ? path : Folder.absolute(path)
      // The rows belong to the file, not to each of its years.
      if index == 0 {
        surveys[index].notes += rows.ledger.lines
        surveys[index].skippedRows = rows.ledger.leftOutCount
        surveys[index].leftOut = Dictionary(
          uniqueKeysWithValues: rows.ledger.leftOut.map { ($0.key.rawValue, $0.value.count) })
      }
    }
    return ProfiledSurvey(
      surveys: surveys, ledger: rows.ledger, faults: rows.faults.sorted, faultCount: rows.faults.count,
      rejects: rows.rejects, leavesOut: profile.badRows == .leaveOut, unreadColumns: rows.binding.unread)
  }

  private func surveys(of rows: ProfiledRows, _ file: SurveyFile, digest: String) -> [ReadSurvey] {
    let profile = rows.profile
    let peopleDates = rows.people.dates
    let dates = peopleDates.union(rows.cells.keys).sorted()
    let name = file.options.name ?? (profile.name.isEmpty ? file.stem : profile.name)
    let hasDates = rows.binding.date != nil
    // A file that is read by an edited profile is not the same survey any more.
    let meaning = ProfileWriter.digest(of: profile, stem: file.stem)
    return dates.compactMap { date in
      var notes: [String] = []
      var cells: [SurveyCell] = []
      if peopleDates.contains(date) {
        let (found, thin) = rows.people.cells(of: date, exchange: rows.exchange(date)) {
          rows.places.parents(of: $0, in: $1)
        }
        cells = found
        notes.append(
          "percentiles of people's pay (R type 7), quartiles from 5 people and tails from 10: "
            + "\(NumberText.count(found.count, "cell")), \(NumberText.grouped(thin)) too thin")
        let capped = found.reduce(0) { $0 + $1.marks.count { $0 == "#" } }
        if capped > 0 {
          notes.append("\(NumberText.count(capped, "percentile")) among top-coded people: read as at least so much")
        }
      }
      if let published = rows.cells[date] { cells += published.finished(rows.exchange(date)) }
      guard !cells.isEmpty else { return nil }
      let own = Set(cells.map(\.currency)).subtracting([""]).sorted()
      if !own.isEmpty {
        notes.append(
          "\(NumberText.count(cells.count { !$0.currency.isEmpty }, "cell")) in the currency of the place: "
            + own.joined(separator: ", "))
      }
      let title = profile.title.isEmpty ? name : profile.title
      let part = profile.isDatedByMonth ? date.monthText : "\(date.year)"
      let spoken = profile.isDatedByMonth ? date.monthName : part
      if let column = rows.binding.dateName, !profile.isDatedByMonth {
        notes.append("rule, a data set a year: rows of \(part) by \(column) stand for \(date.monthName)")
      }
      let dataset = MarketDataset(
        name: hasDates ? "\(name)-\(part)" : name, title: hasDates ? "\(title) \(spoken)" : title,
        series: profile.series.isEmpty ? name : profile.series, sourceKind: profile.kind, publisher: profile.publisher,
        release: date.monthName, effective: date.startOfMonth,
        currency: profile.currency, licence: profile.licence,
        reference: profile.reference.isEmpty ? file.path : profile.reference,
        digest: "\(digest):\(meaning)" + (hasDates ? ":\(part)" : ""), isShipped: false, rows: cells.count)
      return ReadSurvey(
        dataset: dataset, cells: cells, notes: notes, skipped: [], hasOwnSeries: !profile.series.isEmpty,
        profileDigest: meaning)
    }
  }

  private func refuseDates(_ profile: SurveyProfile, _ file: SurveyFile) throws {
    if case .column = profile.when { return }
    var given = file.options.effective
    if given == nil, case .fixed(let date) = profile.when { given = date }
    guard let date = given else {
      throw BadInput([
        Diagnostic(
          name: "no-date", message: "neither the profile nor the file says which month the pay refers to",
          cure: "give the month: --effective 2026-03, or `date: 2026-03` in the profile", file: file.path)
      ])
    }
    guard file.options.isAhead(date) else { return }
    throw BadInput([
      Diagnostic(
        name: "date-in-the-future", message: "\(date.monthName) is still to come",
        cure: "give the month the pay refers to", file: file.path)
    ])
  }

  private static func noHeader(_ profile: SurveyProfile, _ path: String) -> Diagnostic {
    Diagnostic(
      name: "no-rows", message: "the file ends before row \(profile.headerRow), where the profile has its header",
      cure: "correct header_row in the profile", file: path)
  }

  private static func nothing(_ ledger: RowLedger, _ path: String) -> Diagnostic {
    let least = Suppression().quartiles
    let few = "a cell of people needs \(least) of one job and place, and \(ledger.imported) came in"
    return Diagnostic(
      name: "no-rows",
      message: "none of \(NumberText.count(ledger.rows, "row")) gives a cell: "
        + ((ledger.imported > 0 ? [few] : []) + ledger.lines.dropFirst().prefix(6)).joined(separator: "; "),
      cure: "`parley market check` shows how the file is read; correct the profile", file: path)
  }
}
