import CSVStream
import Market

/// A list of jobs as read: what can be priced, and everything that is wrong with the rest.
public struct JobSheet {
  /// One job of the list.
  public struct Row: Sendable {
    /// The row's own id, or its line.
    public let id: String
    public let pricing: JobPricing
    /// Mark of the pay's currency as written, `$` or `EUR`; nil for none.
    public let currencyMark: String?
    /// The column that says so.
    public let currencyField: Field
    public let line: Int
    let position: CSVPosition
    /// How its names were read, where that was not to the letter.
    public internal(set) var readings: [String] = []
    /// The column that gave a data set its level, by data set.
    var levelFields: [String: Int] = [:]
    /// What is written in the fields that only pricing can find at fault.
    var texts: [Field: String] = [:]
  }

  /// A column that a fault can point at.
  public enum Field: String, Sendable {
    case id, role, soc, location, level, industry, size, spread, pay, currency, sources, target
  }

  public internal(set) var rows: [Row] = []
  /// How names were read, and which columns were not used.
  public internal(set) var notes: [String] = []
  var faults: FaultList
  /// Rows left out, those beyond the limit of ``leftOut(priced:)`` included.
  public internal(set) var leftOutCount = 0
  let path: String
  let source: CSVSource
  let columns: JobColumns
  let skipsBadRows: Bool
  /// Every fault of the rows left out, however many are printed; none where the file is refused for them.
  var rejected = RejectedJobs()

  /// Adds what only pricing finds: `sheet.refuse(row, "no-market-data", "...", at: .role, cure: "...")`.
  public mutating func refuse(_ row: Row, _ name: String, _ message: String, at field: Field, cure: String) {
    leftOutCount += 1
    add(
      name, message, columns.index(of: field) ?? 0, row.position, text: row.texts[field] ?? row.id, cure: cure)
  }

  /// The same at the level that the row gives a data set.
  public mutating func refuse(_ row: Row, _ name: String, _ message: String, atLevelOf dataset: String, cure: String) {
    leftOutCount += 1
    let level = row.pricing.question.levels[dataset] ?? ""
    add(name, message, row.levelFields[dataset] ?? 0, row.position, text: level, cure: cure)
  }

  /// Every row left out, where the rest is priced all the same; throws ``BadInput`` with every fault otherwise, and
  /// where nothing is left to price.
  public func leftOut(priced: Int) throws -> [Diagnostic] {
    guard skipsBadRows, priced > 0 else {
      try faults.throwIfAny()
      return []
    }
    return faults.sorted.map(\.asWarning)
  }

  /// The rows left out as a file for a spreadsheet, a line for each fault; nil where none was left out.
  public var rejects: RejectsFile? { rejected.file(of: path, source: source) }

  /// `text`: what the field holds. `cure` is made only while it is kept: near names take long to find.
  mutating func add(
    _ name: String, _ message: String, _ column: Int, _ position: CSVPosition, text: String,
    cure: @autoclosure () -> String
  ) {
    let (source, path) = (source, path)
    if skipsBadRows { rejected.add(name, text: text, at: source.place(ofField: column, at: position)) }
    faults.add {
      let place = source.location(ofField: column, at: position)
      return Diagnostic(
        name: name, message: message, cure: cure(), file: path, line: place.line, column: place.column,
        excerpt: place.excerpt, caret: place.caret)
    }
  }
}

/// Where the columns of a list of jobs are, by the names people give them.
struct JobColumns {
  private static let names: [(field: JobSheet.Field, names: [String])] = [
    (.id, ["id", "job_id", "job_code", "jobcode", "code"]), (.role, ["role", "title", "job_title", "jobtitle", "job"]),
    (.soc, ["soc", "soc_code", "occ_code"]), (.location, ["location", "place", "city", "metro"]),
    (.level, ["level", "grade"]), (.industry, ["industry", "naics"]),
    (.size, ["size", "org_size", "organization_size", "organisation_size"]), (.spread, ["spread", "range_spread"]),
    (.pay, ["pay", "base", "base_salary", "base_pay"]), (.currency, ["currency", "currency_code"]),
    (.sources, ["sources", "matches", "source_matches", "survey_matches"]),
    (.target, ["target", "target_percentile", "percentile"]),
  ]

  private var indexes: [JobSheet.Field: Int] = [:]
  /// Columns `weight:NAME`, `premium:NAME` and `level:NAME`, by data set.
  private(set) var weights: [(dataset: String, index: Int)] = []
  private(set) var premiums: [(dataset: String, index: Int)] = []
  private(set) var levels: [(dataset: String, index: Int)] = []
  /// Columns nothing is known of.
  private(set) var unused: [String] = []

  init(_ header: CSVHeader) {
    for (index, name) in header.names.enumerated() where !name.isEmpty {
      let key = String(name.lowercased().map { $0 == " " || $0 == "-" ? "_" : $0 })
      if let field = Self.names.first(where: { $0.names.contains(key) })?.field, indexes[field] == nil {
        indexes[field] = index
      } else if key.hasPrefix("weight:") {
        weights.append((String(name.dropFirst("weight:".count)), index))
      } else if key.hasPrefix("premium:") {
        premiums.append((String(name.dropFirst("premium:".count)), index))
      } else if key.hasPrefix("level:") {
        levels.append((String(name.dropFirst("level:".count)), index))
      } else {
        unused.append(name)
      }
    }
  }

  func index(of field: JobSheet.Field) -> Int? { indexes[field] }

  /// What a list cannot do without and this one does not have: `["location"]`.
  var missing: [String] {
    (index(of: .role) == nil && index(of: .soc) == nil ? ["role"] : [])
      + (index(of: .location) == nil ? ["location"] : [])
  }
}
