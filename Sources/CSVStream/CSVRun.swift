/// What one reading of a file came to: how much was read, and all that was found.
///
///     let run = reader.forEachRecord { record in total += record.double(3) ?? 0 }
///     run.recordCount        // 370173, the header among them
///     run.faults             // []
public struct CSVRun: Sendable {
  /// Records delivered, the header among them: `4`.
  public internal(set) var recordCount = 0
  /// Physical lines read, blank ones and those inside quoted fields included: `5`.
  public internal(set) var lineCount = 0
  /// The first faults in the file's order, at most `CSVOptions.faultLimit` of them, and the one that ended the
  /// reading; `[]` if it is sound. Of a damaged gzip file only that: its text is not what was packed.
  public internal(set) var faults: [CSVFault] = []
  /// All faults, those beyond the limit included: `0`.
  public internal(set) var faultCount = 0
  /// The first repairs of a lenient reading in the file's order; `[]` if nothing had to be repaired.
  public internal(set) var repairs: [CSVRepair] = []
  /// All repairs, those beyond the limit included: `0`.
  public internal(set) var repairCount = 0

  /// Whether the end of the file was reached: `false` after a fault that ends the reading.
  public internal(set) var isComplete = false

  mutating func add(_ repair: CSVRepair, limit: Int) {
    repairCount += 1
    if repairs.count < limit { repairs.append(repair) }
  }

  mutating func dropRepairs(after count: Int) {
    repairCount = count
    if repairs.count > count { repairs.removeLast(repairs.count - count) }
  }
}
