/// One line of text in pieces, each with its style; widths are known before any colour code is added.
struct StyledLine {
  private(set) var pieces: [(text: String, style: TextStyle)] = []
  private(set) var width = 0

  init(_ text: String = "", _ style: TextStyle = .plain) {
    append(text, style)
  }

  mutating func append(_ text: String, _ style: TextStyle = .plain) {
    guard !text.isEmpty else { return }
    width += DisplayWidth.of(text)
    if let last = pieces.last, last.style == style {
      pieces[pieces.count - 1].text += text
    } else {
      pieces.append((text, style))
    }
  }

  /// Spaces up to a column; nothing if the line is there already.
  mutating func pad(to column: Int) {
    if column > width { append(String(repeating: " ", count: column - width)) }
  }

  /// The line without trailing spaces, with colour codes if wanted.
  func text(color: Bool) -> String {
    var rest = pieces
    while let last = rest.last {
      let kept = last.text.withoutTrailingSpaces
      if kept.isEmpty {
        rest.removeLast()
      } else {
        rest[rest.count - 1].text = kept
        break
      }
    }
    guard color else { return rest.map(\.text).joined() }
    return rest.map { piece in
      let sequence = piece.style.sequence
      let isBlank = piece.text.utf8.allSatisfy { $0 == UInt8(ascii: " ") }
      return sequence.isEmpty || isBlank ? piece.text : "\u{1B}[\(sequence)m\(piece.text)\u{1B}[0m"
    }.joined()
  }
}

extension String {
  /// By bytes, since a line of a chart is a thousand characters to take apart otherwise.
  fileprivate var withoutTrailingSpaces: String {
    var end = utf8.endIndex
    while end > utf8.startIndex, utf8[utf8.index(before: end)] == UInt8(ascii: " ") { end = utf8.index(before: end) }
    return end == utf8.endIndex ? self : String(self[..<end])
  }
}
