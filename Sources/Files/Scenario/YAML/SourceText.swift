/// The bytes of a text file, and where in them a character stands.
///
///     SourceText(file: "a.yaml", bytes: Array("título: x".utf8)).place(ofScalar: 8)    // line 1, column 9
struct SourceText {
  /// A place as people count: line and column from 1, in characters of the physical line.
  struct Place: Equatable {
    let line: Int
    let column: Int
    /// The line's text, cut around the column when long.
    let excerpt: String
    /// The column of the same character within the excerpt.
    let caret: Int
  }

  static let widestExcerpt = 96

  let file: String
  /// Without a byte order mark.
  let bytes: [UInt8]
  /// Code points in the text.
  let scalarCount: Int
  /// Where each physical line begins, in code points and in bytes; LF, CRLF and a lone CR each end a line.
  private let lines: [(scalar: Int, byte: Int)]

  init(file: String, bytes: [UInt8]) {
    self.file = file
    self.bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    var lines = [(scalar: 0, byte: 0)]
    var scalars = 0
    for (index, byte) in self.bytes.enumerated() {
      // Bytes 10xxxxxx continue a code point.
      if byte & 0xC0 != 0x80 { scalars += 1 }
      let isEnd =
        byte == 0x0A || (byte == 0x0D && (index + 1 == self.bytes.count || self.bytes[index + 1] != 0x0A))
      if isEnd { lines.append((scalars, index + 1)) }
    }
    self.lines = lines
    scalarCount = scalars
  }

  /// The place of the code point with an offset from the start of the text.
  ///
  /// YAML marks count code points; people count characters, and an accent may be a code point of its own.
  func place(ofScalar offset: Int) -> Place {
    let index = lineIndex { $0.scalar <= offset }
    let scalars = Array(text(ofLine: index).unicodeScalars)
    return place(line: index, scalars: scalars, before: min(offset - lines[index].scalar, scalars.count))
  }

  /// The place of a byte.
  func place(ofByte offset: Int) -> Place {
    let index = lineIndex { $0.byte <= offset }
    let before = String(decoding: bytes[lines[index].byte..<min(offset, bytes.count)], as: UTF8.self)
    return place(
      line: index, scalars: Array(text(ofLine: index).unicodeScalars), before: before.unicodeScalars.count)
  }

  /// The line number, from 1, of a code point.
  func line(ofScalar offset: Int) -> Int { lineIndex { $0.scalar <= offset } + 1 }

  /// The code point at an offset.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    let index = lineIndex { $0.scalar <= offset }
    let scalars = text(ofLine: index).unicodeScalars
    return scalars.dropFirst(offset - lines[index].scalar).first
  }

  /// Whether nothing but blanks and line ends follows.
  func isEnd(ofScalar offset: Int) -> Bool {
    let index = lineIndex { $0.scalar <= offset }
    let rest = text(ofLine: index).unicodeScalars.dropFirst(offset - lines[index].scalar)
    guard rest.allSatisfy({ $0.properties.isWhitespace }) else { return false }
    let next = index + 1 < lines.count ? lines[index + 1].byte : bytes.count
    return bytes[next...].allSatisfy { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }
  }

  private func lineIndex(_ startsBefore: ((scalar: Int, byte: Int)) -> Bool) -> Int {
    var low = 0
    var high = lines.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if startsBefore(lines[middle]) { low = middle } else { high = middle }
    }
    return low
  }

  private func text(ofLine index: Int) -> String {
    var end = index + 1 < lines.count ? lines[index + 1].byte : bytes.count
    while end > lines[index].byte, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[lines[index].byte..<end], as: UTF8.self)
  }

  private func place(line: Int, scalars: [Unicode.Scalar], before count: Int) -> Place {
    func characters(_ scalars: ArraySlice<Unicode.Scalar>) -> [Character] {
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      return Array(String(text))
    }
    let before = characters(scalars[..<count])
    let after = characters(scalars[count...])
    let room = SourceText.widestExcerpt
    // A third of the room shows what led up to the column; the rest shows what follows.
    var first = 0
    if before.count + after.count > room, before.count > room / 3 { first = before.count - room / 3 }
    let shownBefore = before[first...]
    let shownAfter = after.prefix(max(0, room - shownBefore.count))
    let head: [Character] = first > 0 ? ["…"] : []
    let tail: [Character] = shownAfter.count < after.count ? ["…"] : []
    return Place(
      line: line + 1, column: before.count + 1,
      excerpt: String((head + shownBefore + shownAfter + tail).map(SourceText.visible)),
      caret: head.count + shownBefore.count + 1)
  }

  /// Keeps a hostile file from steering the terminal that shows its excerpt, and the caret in its column.
  static func visible(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return character
    }
  }
}
