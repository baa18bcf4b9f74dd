/// Breaking and cutting text to a display width.
enum WordWrap {
  /// Lines no wider than `width`, broken at spaces; only a word wider than that is broken inside.
  ///
  ///     WordWrap.lines("ask for $198,400", width: 9)    // ["ask for", "$198,400"]
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var (line, lineWidth) = ("", 0)
    for word in text.split(separator: " ") {
      let wordWidth = DisplayWidth.of(word)
      if lineWidth > 0, lineWidth + 1 + wordWidth <= width {
        line += " " + word
        lineWidth += 1 + wordWidth
        continue
      }
      if lineWidth > 0 { lines.append(line) }
      var parts = wordWidth <= width ? [String(word)] : pieces(of: word, width: width)
      line = parts.popLast() ?? ""
      lineWidth = DisplayWidth.of(line)
      lines += parts
    }
    if lineWidth > 0 { lines.append(line) }
    return lines
  }

  /// The text if it fits, else its beginning and an ellipsis.
  ///
  ///     WordWrap.cut("Information Technology", width: 12, ellipsis: "…")   // "Information…"
  static func cut(_ text: String, width: Int, ellipsis: String) -> String {
    guard DisplayWidth.of(text) > width else { return text }
    let room = width - DisplayWidth.of(ellipsis)
    var (kept, keptWidth) = ("", 0)
    for character in text {
      keptWidth += DisplayWidth.of(character)
      if keptWidth > room { break }
      kept.append(character)
    }
    while kept.last == " " { kept.removeLast() }
    return kept + ellipsis
  }

  private static func pieces(of word: Substring, width: Int) -> [String] {
    var pieces: [String] = []
    var (piece, pieceWidth) = ("", 0)
    for character in word {
      let characterWidth = DisplayWidth.of(character)
      if pieceWidth + characterWidth > width, !piece.isEmpty {
        pieces.append(piece)
        (piece, pieceWidth) = ("", 0)
      }
      piece.append(character)
      pieceWidth += characterWidth
    }
    return pieces + [piece]
  }
}
