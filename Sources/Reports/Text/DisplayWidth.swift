/// How many terminal columns text takes.
///
///     DisplayWidth.of("Denver")     // 6
///     DisplayWidth.of("東京")        // 4
///     DisplayWidth.of("e\u{301}")   // 1: the accent sits on the letter
enum DisplayWidth {
  static func of(_ text: some StringProtocol) -> Int {
    // Most text is plain, and every byte of it a column.
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  static func of(_ character: Character) -> Int {
    if let ascii = character.asciiValue { return ascii < 0x20 || ascii == 0x7F ? 0 : 1 }
    // Lines and blocks of charts and tables.
    let scalars = character.unicodeScalars
    if let only = scalars.first, scalars.count == 1, (0x2500...0x259F).contains(only.value) { return 1 }
    var width = 0
    for scalar in scalars {
      // The emoji selector asks for the wide form of whatever stands before it.
      if scalar.value == 0xFE0F { return 2 }
      width = max(width, of(scalar))
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format, .control, .lineSeparator, .paragraphSeparator: return 0
    default: break
    }
    // Vowels and final consonants of Hangul syllables written in parts.
    if (0x1160...0x11FF).contains(scalar.value) { return 0 }
    let isWide =
      scalar.properties.isEmojiPresentation || wideRanges.contains { $0.contains(scalar.value) }
    return isWide ? 2 : 1
  }

  /// East Asian Wide and Fullwidth blocks of Unicode; emoji are known by their property.
  private static let wideRanges: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF,
    0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
    0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x20000...0x3FFFD,
  ]
}
