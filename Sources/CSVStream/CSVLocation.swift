/// A character's place in a file, with the text around it.
///
///     4:20, "Denver,IT Director,\"18O,000\",15%"
public struct CSVLocation: Sendable, Equatable {
  /// The physical line, from 1; LF, CRLF and a lone CR each end one: `4`.
  public let line: Int
  /// The column in characters, from 1: `20`.
  public let column: Int
  /// The line's text without its end, cut around the column if long, control characters made visible:
  /// `Denver,IT Director,"18O,000",15%`.
  public let excerpt: String
  /// The column of the same character within `excerpt`, from 1; it differs only if the line was cut: `20`.
  public let caret: Int

  static let widestExcerpt = 96

  init(line: Int, textBefore: String, textFrom: String) {
    self.line = line
    let before = Array(textBefore)
    let after = Array(textFrom)
    column = before.count + 1
    let room = CSVLocation.widestExcerpt
    // A third of the room shows what led up to the column; the rest shows what follows.
    var first = 0
    if before.count + after.count > room, before.count > room / 3 { first = before.count - room / 3 }
    let shownBefore = before[first...]
    let shownAfter = after.prefix(max(0, room - shownBefore.count))
    let head: [Character] = first > 0 ? ["…"] : []
    let tail: [Character] = shownAfter.count < after.count ? ["…"] : []
    excerpt = String((head + shownBefore + shownAfter + tail).map(CSVLocation.visible))
    caret = head.count + shownBefore.count + 1
  }

  /// Keeps a hostile file from steering the terminal that shows its excerpt, and the caret in its column.
  private static func visible(_ character: Character) -> Character {
    guard let scalar = character.unicodeScalars.first else { return character }
    if scalar == "\t" { return " " }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator: return "\u{FFFD}"
    default: return character
    }
  }
}
