/// The text of a YAML file by code points, as libyaml counts them, with its lines.
struct YAMLText {
  let scalars: [Unicode.Scalar]
  /// How the file ends its lines.
  let newline: String

  init(_ bytes: [UInt8]) {
    let all = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
    scalars = all
    if let feed = all.firstIndex(of: "\n") {
      newline = feed > 0 && all[feed - 1] == "\r" ? "\r\n" : "\n"
    } else {
      newline = all.contains("\r") ? "\r" : "\n"
    }
  }

  func string(_ range: Range<Int>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }

  func bytes(replacing range: Range<Int>, with text: String, hasMark: Bool) -> [UInt8] {
    let head = hasMark ? [0xEF, 0xBB, 0xBF] as [UInt8] : []
    return head + Array(string(0..<range.lowerBound).utf8) + Array(text.utf8)
      + Array(string(range.upperBound..<scalars.count).utf8)
  }

  /// The same replacement with the blanks up to a comment on the line, so that the comment keeps its column where
  /// there is room.
  func keepingComment(behind range: Range<Int>, with text: String) -> (range: Range<Int>, text: String) {
    var end = range.upperBound
    while end < scalars.count, scalars[end] == " " { end += 1 }
    let blanks = end - range.upperBound
    guard blanks > 0, end < scalars.count, scalars[end] == "#" else { return (range, text) }
    let room = blanks + range.count - text.unicodeScalars.count
    return (range.lowerBound..<end, text + String(repeating: " ", count: max(min(2, blanks), room)))
  }

  /// A scalar without its anchor and tag.
  func valueRange(of node: LayoutNode) -> Range<Int> {
    var start = node.start
    while start < node.end, scalars[start] == "&" || scalars[start] == "!" {
      while start < node.end, !isSpace(start), !isBreak(start) { start += 1 }
      while start < node.end, isSpace(start) || isBreak(start) { start += 1 }
    }
    return start..<max(start, contentEnd(of: node))
  }

  /// The end of what people see of a value: the lines that follow a `|` text are not part of it.
  func contentEnd(of node: LayoutNode) -> Int {
    var end = min(node.end, scalars.count)
    while end > node.start, isSpace(end - 1) || isBreak(end - 1) { end -= 1 }
    return end
  }

  func lineStart(before offset: Int) -> Int {
    var start = offset
    while start > 0, !isBreak(start - 1) { start -= 1 }
    return start
  }

  /// The end of the line's text, before its line end.
  func lineEnd(from offset: Int) -> Int {
    var end = offset
    while end < scalars.count, !isBreak(end) { end += 1 }
    return end
  }

  /// The start of the line after the one that holds the offset.
  func nextLine(after offset: Int) -> Int {
    let end = lineEnd(from: offset)
    guard end < scalars.count else { return end }
    return scalars[end] == "\r" && end + 1 < scalars.count && scalars[end + 1] == "\n" ? end + 2 : end + 1
  }

  /// The nearest place at or before an offset that no blank precedes.
  func backOverBlanks(from offset: Int) -> Int {
    var place = offset
    while place > 0, isSpace(place - 1) { place -= 1 }
    return place
  }

  /// Blanks that put the next line's text in the same column.
  func indentation(at offset: Int) -> String {
    let start = lineStart(before: offset)
    return String(repeating: " ", count: offset - start)
  }

  /// The `-` of the list item that begins at an offset.
  func dash(before offset: Int) -> Int? {
    var place = offset - 1
    while place >= 0, isSpace(place) { place -= 1 }
    guard place >= 0, scalars[place] == "-", place == 0 || isSpace(place - 1) || isBreak(place - 1) else { return nil }
    return place
  }

  /// Whether an empty line, comments apart, stands right above an item.
  func hasBlankLine(before offset: Int) -> Bool {
    var start = lineStart(before: offset)
    while start > 0 {
      let end = start - 1 - (start > 1 && scalars[start - 1] == "\n" && scalars[start - 2] == "\r" ? 1 : 0)
      let above = lineStart(before: end)
      if isBlank(above..<end) { return true }
      guard scalars[above..<end].first(where: { $0 != " " && $0 != "\t" }) == "#" else { return false }
      start = above
    }
    return false
  }

  /// The lines with comments in a stretch of blank and comment lines.
  func commentLines(in range: Range<Int>) -> String {
    var lines = ""
    var start = range.lowerBound
    while start < range.upperBound {
      let next = nextLine(after: start)
      if next <= range.upperBound, !isBlank(start..<lineEnd(from: start)) { lines += string(start..<next) }
      start = next
    }
    return lines
  }

  func isBlank(_ range: Range<Int>) -> Bool { scalars[range].allSatisfy { $0 == " " || $0 == "\t" } }

  private func isSpace(_ index: Int) -> Bool { scalars[index] == " " || scalars[index] == "\t" }
  private func isBreak(_ index: Int) -> Bool { scalars[index] == "\n" || scalars[index] == "\r" }
}
