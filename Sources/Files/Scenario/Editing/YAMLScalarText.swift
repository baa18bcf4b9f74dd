/// Writes a value so that YAML reads the same text back.
///
///     YAMLScalarText.written("228000", inFlow: false)          // 228000
///     YAMLScalarText.written("185,000", inFlow: true)          // "185,000", with the quotes
///     YAMLScalarText.written("a: b", inFlow: false)            // "a: b", with the quotes
enum YAMLScalarText {
  /// As plain as can be, or in the quotes that the value had before.
  static func written(_ text: String, inFlow: Bool, like style: YAMLEvents.Event.Style = .plain) -> String {
    let isSimple = text.unicodeScalars.allSatisfy(isPrintable)
    switch style {
    case .singleQuoted where isSimple: return "'" + text.replacing("'", with: "''") + "'"
    case .doubleQuoted: return quoted(text)
    default: break
    }
    if isPlain(text, inFlow: inFlow) { return text }
    return isSimple && text.contains("\"") && !text.contains("'") ? "'" + text + "'" : quoted(text)
  }

  /// Whether the text needs no quotes.
  static func isPlain(_ text: String, inFlow: Bool) -> Bool {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first, let last = scalars.last, scalars.allSatisfy(isPrintable) else { return false }
    if ["~", "null", "<<"].contains(text) || text.hasPrefix("---") || text.hasPrefix("...") { return false }
    if first == " " || last == " " || last == ":" { return false }
    if ",[]{}#&*!|>'\"%@`".unicodeScalars.contains(first) { return false }
    if "-?:".unicodeScalars.contains(first), inFlow || scalars.count == 1 || scalars[1] == " " {
      // `-50%` is plain inside { } too; a lone dash or `- ` is not.
      if first != "-" || scalars.count == 1 || scalars[1] == " " { return false }
    }
    for (before, after) in zip(scalars, scalars.dropFirst()) {
      if before == ":", after == " " { return false }
      if before == " ", after == "#" { return false }
    }
    return !inFlow || !scalars.contains { ",[]{}:".unicodeScalars.contains($0) }
  }

  private static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .surrogate, .unassigned, .privateUse: return false
    default: return scalar != "\u{FEFF}"
    }
  }

  /// In double quotes; what cannot stand in YAML is escaped.
  static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      case "\r": result += "\\r"
      default:
        if isPrintable(scalar) {
          result.unicodeScalars.append(scalar)
        } else {
          let digits = String(scalar.value, radix: 16, uppercase: true)
          result += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
        }
      }
    }
    return result + "\""
  }
}
