import CSVStream
import Market
import Quantities

/// Reads a list of jobs to price: one a row, columns by name in any order.
///
///     id,title,location,pay,sources
///     1,IT Director,Denver,178k,bls-oews-2025-05:60%; acme-2026@M4:40%:-5%
public struct JobSheetReader {
  public struct Options: Sendable {
    public var asOf: CalendarDate
    public var agingRate: Double?
    public var rule: Blending.Rule
    /// Data sets for the rows that name none; empty for the default choice.
    public var sources: [String]
    /// For the rows that give none.
    public var target: Double
    public var spread: Double?
    public var skipsBadRows: Bool
    public var faultLimit: Int

    public init(
      asOf: CalendarDate, agingRate: Double? = nil, rule: Blending.Rule = .arithmetic, sources: [String] = [],
      target: Double = 0.5, spread: Double? = nil, skipsBadRows: Bool = false, faultLimit: Int = 50
    ) {
      self.asOf = asOf
      self.agingRate = agingRate
      self.rule = rule
      self.sources = sources
      self.target = target
      self.spread = spread
      self.skipsBadRows = skipsBadRows
      self.faultLimit = faultLimit
    }
  }

  let roles: RoleDirectory
  let places: PlaceDirectory
  let industries: IndustryDirectory
  /// Names of the library's data sets.
  let datasets: [String]

  public init(roles: RoleDirectory, places: PlaceDirectory, industries: IndustryDirectory, datasets: [String]) {
    self.roles = roles
    self.places = places
    self.industries = industries
    self.datasets = datasets
  }

  /// Rows of another length than the header that a list of rejects names; more of them are another file.
  private static let listedFaults = 100_000

  /// The jobs of a file, and what is wrong with it; throws where there is no list at all.
  public func read(path: String, options: Options) throws -> JobSheet {
    let bytes = try Folder.bytes(of: path)
    try CompressedFile.refuse(bytes, file: path)
    // All rows that are left out are listed in a file, however few are printed.
    let kept = options.skipsBadRows ? max(options.faultLimit, Self.listedFaults) : options.faultLimit
    let reader = CSVReader(bytes: bytes, name: path, options: CSVOptions(faultLimit: kept))
    var state: JobRowReader?
    let run = try reader.forEachRecord { record in
      guard record.ordinal > 0 else {
        state = try start(record, reader.source, path: path, options: options)
        return
      }
      state?.take(record)
    }
    guard var sheet = state?.finished() else {
      throw BadInput(run.faults.map { Diagnostic($0) }, count: run.faultCount)
    }
    sheet.faults.add(run.faults, of: run.faultCount)
    sheet.leftOutCount += run.faultCount
    if options.skipsBadRows { sheet.rejected.add(run.faults) }
    if !run.isComplete { try sheet.faults.throwIfAny() }
    if sheet.rows.isEmpty, sheet.faults.isEmpty {
      throw BadInput([
        Diagnostic(
          name: "no-rows", message: "the file has a header and no rows",
          cure: "one job a row below the header", file: path)
      ])
    }
    return sheet
  }

  private func start(
    _ record: borrowing CSVRecord, _ source: CSVSource, path: String, options: Options
  ) throws -> JobRowReader {
    let header = CSVHeader(record, in: source)
    guard header.faults.isEmpty else { throw BadInput(header.faults.map { Diagnostic($0) }) }
    let columns = JobColumns(header)
    guard columns.missing.isEmpty else {
      throw BadInput([
        Diagnostic(
          name: "missing-column",
          message: "a list of jobs needs \(columns.missing.joined(separator: " and ")); its columns are "
            + header.names.prefix(8).joined(separator: ", "),
          cure:
            "id, role (or title, or soc) and location; level, industry, size, spread, pay, target and sources "
            + "if you have them",
          file: path, line: 1, column: 1, excerpt: source.excerpt(line: 1), caret: 1)
      ])
    }
    let named = columns.weights + columns.premiums + columns.levels
    let unknown = named.filter { !datasets.contains($0.dataset) }.sorted { $0.index < $1.index }
    guard unknown.isEmpty else {
      let position = record.position
      throw BadInput(
        unknown.map { dataset, index in
          let place = source.location(ofField: index, at: position)
          return Diagnostic(
            name: "unknown-source", message: "there is no data set \"\(dataset)\"",
            cure: JobRowReader.nearest(dataset, datasets), file: path, line: place.line, column: place.column,
            excerpt: place.excerpt, caret: place.caret)
        })
    }
    var sheet = JobSheet(
      faults: FaultList(limit: options.faultLimit), path: path, source: source, columns: columns,
      skipsBadRows: options.skipsBadRows)
    if !columns.unused.isEmpty {
      sheet.notes.append("columns that are not used: \(columns.unused.joined(separator: ", "))")
    }
    return JobRowReader(
      sheet: sheet, names: NameCache(roles: roles, places: places, industries: industries), industries: industries,
      datasets: datasets, options: options)
  }
}
