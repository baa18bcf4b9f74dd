import Verification

/// The rows of reference files, each with what the models make of it.
public struct VerifiedRows: Sendable {
  /// One row.
  public struct Row: Sendable {
    public let reference: ReferenceRow
    public let outcome: Verifier.Outcome
    /// The fields as they stand in the file, one a column.
    public let fields: [String]
    public let line: Int
  }

  /// Columns of the file in its order, without `computed` and `pass`, which an earlier run may have added.
  public let columns: [String]
  public let rows: [Row]
}
