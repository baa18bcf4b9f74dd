import CSVStream
import Market
import Quantities
import Taxation

/// The rows of a file of tax questions, read whole.
public struct TaxCases: Sendable {
  public struct Row: Sendable {
    public let taxCase: TaxCase
    /// The fields as they stand in the file, one a column.
    public let fields: [String]
  }

  /// Columns of the file in its order, without those that are computed, which an earlier run may have added.
  public let columns: [String]
  public let rows: [Row]
}

/// Reads files of tax questions: `id, year, country, state, locality, status, children, wages, ...`; any missing column is 0
/// or empty, and any other passes through.
///
///     let cases = try TaxCaseReader(places: places, localities: localities, computed: TaxSheet.computed, faultLimit: 50)
///       .read(path: "cases.csv")
public struct TaxCaseReader: Sendable {
  /// Countries and states with tables: `US-CO`, `GB`.
  let places: Set<String>
  public let localities: TaxLocalities
  let defaultYear: Int
  /// Names of columns that are written, and so not passed on.
  let computed: Set<String>
  let faultLimit: Int

  public init(
    places: [String], localities: TaxLocalities, defaultYear: Int, computed: [String], faultLimit: Int
  ) {
    self.places = Set(places)
    self.localities = localities
    self.defaultYear = defaultYear
    self.computed = Set(computed)
    self.faultLimit = faultLimit
  }

  /// Throws ``BadInput`` with every fault of the file, ``FileTrouble`` when it cannot be read.
  public func read(path: String) throws -> TaxCases {
    let reader = try CSVReader.opened(path, faultLimit: faultLimit)
    var faults = FaultList(limit: faultLimit)
    var layout: TaxCaseLayout?
    var rows: [TaxCases.Row] = []
    var count = 0
    let run = try reader.forEachRecord { record in
      guard record.ordinal > 0 else {
        let header = CSVHeader(record, in: reader.source)
        for fault in header.faults { faults.add { Diagnostic(fault) } }
        layout = TaxCaseLayout(header: header, reader: self, file: path, source: reader.source, faults: &faults)
        return
      }
      count += 1
      if let row = layout?.row(record, faults: &faults) { rows.append(row) }
    }
    faults.add(run.faults, of: run.faultCount)
    if faults.isEmpty, count == 0 {
      faults.add {
        Diagnostic(
          name: "no-rows", message: "there is no row below the names of the columns",
          cure: "write one line for each household and year", file: path, line: 1)
      }
    }
    try faults.throwIfAny()
    return TaxCases(columns: layout?.passedOn.map(\.name) ?? [], rows: rows)
  }
}
