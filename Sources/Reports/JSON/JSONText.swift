import Quantities

/// How JSON is laid out.
public enum JSONLayout: Sendable {
  /// One key or element a line, indented by two spaces: `--format json`.
  case pretty
  /// Everything on one line: `--format jsonl`.
  case line
}

extension JSONValue {
  /// The document as text, keys sorted, without a newline at the end.
  ///
  ///     JSONValue.array([1, nil]).text(.line)     // "[1,null]"
  public func text(_ layout: JSONLayout = .pretty) -> String {
    var output = ""
    write(to: &output, layout: layout, depth: 0)
    return output
  }

  private func write(to output: inout String, layout: JSONLayout, depth: Int) {
    switch self {
    case .array(let elements):
      Self.writeList(elements, "[", "]", to: &output, layout, depth) { element, output in
        element.write(to: &output, layout: layout, depth: depth + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key.unicodeScalars.lexicographicallyPrecedes($1.key.unicodeScalars) }
      Self.writeList(sorted, "{", "}", to: &output, layout, depth) { member, output in
        Self.writeQuoted(member.key, to: &output)
        output += layout == .pretty ? ": " : ":"
        member.value.write(to: &output, layout: layout, depth: depth + 1)
      }
    case .string(let text): Self.writeQuoted(text, to: &output)
    default: output += scalarText ?? "null"
    }
  }

  /// Numbers and booleans as JSON writes them; nil for null, also for numbers that are not finite.
  var scalarText: String? {
    switch self {
    case .bool(let flag): flag ? "true" : "false"
    case .number(let decimal): decimal.text
    case .amount(let value): DecimalText(value, atMost: 2)?.text
    case .ratio(let value): DecimalText(value, atMost: 6)?.text
    case .integer(let value): value.description
    case .null, .string, .array, .object: nil
    }
  }

  private static func writeList<Elements: Collection>(
    _ elements: Elements, _ open: String, _ close: String, to output: inout String,
    _ layout: JSONLayout, _ depth: Int, each: (Elements.Element, inout String) -> Void
  ) {
    output += open
    var isFirst = true
    for element in elements {
      if !isFirst { output += "," }
      isFirst = false
      if layout == .pretty { output += "\n" + String(repeating: "  ", count: depth + 1) }
      each(element, &output)
    }
    if layout == .pretty, !isFirst { output += "\n" + String(repeating: "  ", count: depth) }
    output += close
  }

  private static func writeQuoted(_ text: String, to output: inout String) {
    output += "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": output += "\\\""
      case "\\": output += "\\\\"
      case "\n": output += "\\n"
      case "\r": output += "\\r"
      case "\t": output += "\\t"
      case "\u{08}": output += "\\b"
      case "\u{0C}": output += "\\f"
      case "\u{00}"..<"\u{20}":
        let hex = String(scalar.value, radix: 16)
        output += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: output.unicodeScalars.append(scalar)
      }
    }
    output += "\""
  }
}
