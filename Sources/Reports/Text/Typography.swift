/// The signs that text for people is made of, in Unicode or in plain ASCII.
///
///     Typography(unicode: true).clean("Zürich\u{7}")     // "Zürich"
///     Typography(unicode: false).clean("Zürich – €5")    // "Zurich - EUR 5"
struct Typography {
  var unicode: Bool

  var ellipsis: String { unicode ? "…" : "..." }
  var rule: String { unicode ? "─" : "-" }
  var bullet: String { unicode ? "•" : "-" }
  var dash: String { unicode ? "–" : "-" }
  var bar: String { unicode ? "▌" : ">" }

  /// Text from files goes to a terminal, so whatever could move its cursor or turn its direction is dropped,
  /// and line breaks become spaces.
  func clean(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A, 0x0D, 0x85, 0x2028, 0x2029: result += " "
      case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x202A...0x202E, 0x2066...0x2069: continue
      case _ where unicode || scalar.isASCII: result.unicodeScalars.append(scalar)
      default: result += ascii(scalar)
      }
    }
    return result
  }

  private func ascii(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "€": "EUR "
    case "£": "GBP "
    case "–", "—", "−", "‑": "-"
    case "‘", "’": "'"
    case "“", "”": "\""
    case "…": "..."
    case "×": "x"
    case "·", "•": "*"
    case "→": "->"
    case "≤": "<="
    case "≥": ">="
    case "½": "1/2"
    case "ß": "ss"
    case "\u{A0}", "\u{202F}", "\u{2009}": " "
    default: baseLetter(scalar)
    }
  }

  /// The letter under an accent is the single letter in its Unicode name, as in
  /// LATIN SMALL LETTER U WITH DIAERESIS.
  private func baseLetter(_ scalar: Unicode.Scalar) -> String {
    let properties = scalar.properties
    if properties.generalCategory == .nonspacingMark { return "" }
    let words = (properties.name ?? "").split(separator: " ")
    guard words.count > 3, words[0] == "LATIN", words[2] == "LETTER", words[3].count == 1 else { return "?" }
    return words[1] == "SMALL" ? words[3].lowercased() : String(words[3])
  }
}
