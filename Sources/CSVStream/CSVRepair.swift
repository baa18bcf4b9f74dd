/// One thing a lenient reading changed or let pass.
///
///     line 3, byte 41: stray-quote, the quote was kept as text
public struct CSVRepair: Sendable, Equatable {
  /// The name of the fault a strict reading would have reported: `.strayQuote`.
  public let name: CSVFault.Name
  /// The physical line, from 1: `3`.
  public let line: Int
  /// The offset, from 0, in the text as UTF-8 without byte-order mark; in a well-encoded UTF-8 file
  /// without one that is the offset in the file: `41`.
  public let byte: Int
  /// What was done: `"the quote was kept as text"`.
  public let what: String
}
