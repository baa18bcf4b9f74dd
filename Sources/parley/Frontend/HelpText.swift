/// Help as the argument parser writes it, with usage lines brought to the width of the terminal: it wraps all but those.
enum HelpText {
  /// Breaks between options, never within one, and sets what follows under what came first.
  ///
  ///     USAGE: parley value <scenario> [--offer <offer>] [--library <file>]
  ///                         [--as-of <date>]
  static func wrapped(_ text: String, width: Int) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix("USAGE: ") && line.count > width ? usage(line, width: width) : String(line)
    }.joined(separator: "\n")
  }

  private static func usage(_ line: Substring, width: Int) -> String {
    let parts = self.parts(of: line)
    let indent = String(repeating: " ", count: 14)
    var lines: [String] = []
    var current = parts[0]
    for part in parts.dropFirst() {
      if current.count + 1 + part.count > width {
        lines.append(current)
        current = indent + part
      } else {
        current += " " + part
      }
    }
    return (lines + [current]).joined(separator: "\n")
  }

  /// Words, with what stands in brackets kept together.
  private static func parts(of line: Substring) -> [String] {
    var parts: [String] = []
    var depth = 0
    for word in line.split(separator: " ") {
      if depth > 0, let last = parts.popLast() { parts.append(last + " " + word) } else { parts.append(String(word)) }
      depth += word.count { $0 == "[" } - word.count { $0 == "]" }
    }
    return parts
  }
}
