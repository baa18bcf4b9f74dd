import CSVStream

/// One thing wrong with what the user gave, and how to mend it.
///
///     offers.csv:4:20: error: [pay-not-a-number] base is "18O,000"
///         4 | Denver,IT Director,"18O,000",15%
///           |                    ^
///       "O" is a letter; did you mean 180,000?
public struct Diagnostic: Sendable, Equatable {
  public enum Severity: String, Sendable {
    case error, warning, note
  }

  public let severity: Severity
  /// Stable and in kebab case: scripts may rely on it.
  public let name: String
  public let message: String
  public let cure: String
  public let file: String
  /// From 1; 0 when the whole file is meant.
  public let line: Int
  /// Of the field's first character, from 1; 0 when the whole line is meant.
  public let column: Int
  public let excerpt: String
  /// Column of the caret under the excerpt.
  public let caret: Int

  public init(
    _ severity: Severity = .error, name: String, message: String, cure: String, file: String, line: Int = 0,
    column: Int = 0, excerpt: String = "", caret: Int = 0
  ) {
    self.severity = severity
    self.name = name
    self.message = message
    self.cure = cure
    self.file = file
    self.line = line
    self.column = column
    self.excerpt = excerpt
    self.caret = caret
  }

  /// A fault of the CSV text itself.
  init(_ fault: CSVFault) {
    self.init(
      name: fault.name.rawValue, message: fault.message, cure: fault.cure, file: fault.file, line: fault.line,
      column: fault.column, excerpt: fault.excerpt, caret: fault.location.caret)
  }

  /// The same where the work goes on without what is wrong.
  var asWarning: Diagnostic {
    Diagnostic(
      .warning, name: name, message: message, cure: cure, file: file, line: line, column: column, excerpt: excerpt,
      caret: caret)
  }

  /// The place, the excerpt with a caret, and the cure, as printed: nothing in it steers a terminal.
  public var text: String {
    var place = PlainText.of(file)
    if line > 0 { place += ":\(line)" }
    if column > 0 { place += ":\(column)" }
    var lines = ["\(place): \(severity.rawValue): [\(name)] \(PlainText.of(message))"]
    if !excerpt.isEmpty {
      let number = String(line)
      let margin = String(repeating: " ", count: max(0, 5 - number.count)) + number
      lines.append("\(margin) | \(excerpt)")
      let blank = String(repeating: " ", count: margin.count)
      if caret > 0 { lines.append("\(blank) | \(String(repeating: " ", count: caret - 1))^") }
    }
    if !cure.isEmpty { lines.append("  \(PlainText.of(cure))") }
    return lines.joined(separator: "\n")
  }
}

/// Input that cannot be used: everything that is wrong with it, in one go. Nothing was changed.
public struct BadInput: Error, Sendable {
  public let diagnostics: [Diagnostic]
  /// All faults, those beyond the limit included.
  public let count: Int

  public init(_ diagnostics: [Diagnostic], count: Int? = nil) {
    self.diagnostics = diagnostics
    self.count = count ?? diagnostics.count
  }
}

/// A file or folder that is not there or cannot be read or written.
public struct FileTrouble: Error, Sendable {
  public enum Kind: Sendable {
    case missing, unwritable, inputOutput
  }

  public let kind: Kind
  public let path: String
  public let message: String
  public let cure: String

  public init(_ kind: Kind, path: String, message: String, cure: String = "") {
    self.kind = kind
    self.path = path
    self.message = message
    self.cure = cure
  }
}
