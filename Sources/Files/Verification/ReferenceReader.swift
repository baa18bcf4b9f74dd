import CSVStream
import Market
import Quantities
import Verification

/// Reads files of reference rows and recomputes each: `id, kind, inputs, output, expected, tolerance, tol_type`, and any
/// other columns, which pass through.
///
///     let verified = try ReferenceReader(faultLimit: 50).verified(path: "rows.csv")
///     verified.rows[0].outcome.verdict    // .pass
public struct ReferenceReader: Sendable {
  static let required = ["id", "kind", "inputs", "output", "expected", "tolerance", "tol_type"]
  static let added = ["computed", "pass"]

  let faultLimit: Int

  public init(faultLimit: Int) { self.faultLimit = faultLimit }

  /// The rows of a file, or of standard input for `-`.
  ///
  /// Throws ``BadInput`` with every fault of the file, ``FileTrouble`` when it cannot be read.
  public func verified(path: String) throws -> VerifiedRows {
    let reader = try CSVReader.opened(path, faultLimit: faultLimit)
    var faults = FaultList(limit: faultLimit)
    var layout: ReferenceLayout?
    var rows: [VerifiedRows.Row] = []
    var count = 0
    let run = try reader.forEachRecord { record in
      guard record.ordinal > 0 else {
        let header = CSVHeader(record, in: reader.source)
        for fault in header.faults { faults.add { Diagnostic(fault) } }
        layout = ReferenceLayout(header: header, file: path, source: reader.source, faults: &faults)
        return
      }
      count += 1
      if let row = try layout?.row(record, faults: &faults) { rows.append(row) }
    }
    faults.add(run.faults, of: run.faultCount)
    if faults.isEmpty, count == 0 {
      faults.add {
        Diagnostic(
          name: "no-rows", message: "there is no row below the names of the columns",
          cure: "write one line for each figure to check", file: path, line: 1)
      }
    }
    try faults.throwIfAny()
    return VerifiedRows(columns: layout?.passedOn.map(\.name) ?? [], rows: rows)
  }
}

extension ShippedData {
  /// The reference rows that come with the program, file by file.
  public func verifiedReferences(faultLimit: Int) throws -> VerifiedRows {
    let names = Folder.names(in: folder + "/reference").filter { $0.hasSuffix(".csv") }
    guard !names.isEmpty else {
      throw FileTrouble(
        .missing, path: folder + "/reference", message: "the shipped reference rows are not there",
        cure: "install parley again, or name a file of your own")
    }
    let reader = ReferenceReader(faultLimit: faultLimit)
    let files = try names.map { try reader.verified(path: "\(folder)/reference/\($0)") }
    // Our files have the same columns, in the same order.
    return VerifiedRows(columns: files[0].columns, rows: files.flatMap(\.rows))
  }
}
