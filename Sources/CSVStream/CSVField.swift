/// One cell to be written.
///
///     CSVField.text("=1+1")        // written '=1+1, so that no spreadsheet computes it
///     CSVField.number("-3.5")      // written -3.5
///     CSVField.empty               // nothing between two delimiters
public enum CSVField: Sendable, Equatable {
  /// Text, guarded against being taken for a formula: `.text("Denver, CO")`. `.text("")` is written `""`.
  case text(String)
  /// A number, already formatted and never guarded: `.number("-3.5")`.
  case number(String)
  /// No value at all: `a,,b` has one in the middle.
  case empty
}
