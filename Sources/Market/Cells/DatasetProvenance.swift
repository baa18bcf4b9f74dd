/// Where a data set came from, and what became of its file's rows.
public struct DatasetProvenance: Sendable, Equatable {
  /// The file, as a path from the root; `-` for standard input, empty when it is not known.
  public var source: String
  /// How the file was read: `bls-oews`, `canonical`, or the name of a mapping profile; empty when it is not known.
  public var profile: String
  /// What the import said: `["read as: delimiter ',', decimal point, UTF-8"]`.
  public var notes: [String]
  /// Rows that did not come in, by the name of the fault: `["pay-not-a-number": 3]`.
  public var leftOut: [String: Int]

  public init(source: String = "", profile: String = "", notes: [String] = [], leftOut: [String: Int] = [:]) {
    self.source = source
    self.profile = profile
    self.notes = notes
    self.leftOut = leftOut
  }

  /// All rows that did not come in: `3`.
  public var rowsLeftOut: Int { leftOut.values.reduce(0, +) }
}
