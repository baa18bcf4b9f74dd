/// Text reduced to what identifies it: lower-case words, no accents, no punctuation.
///
///     WordText.words("St. Louis, MO-IL")    // ["st", "louis", "mo", "il"]
public enum WordText {
  /// The words, split at everything that is neither letter nor digit.
  public static func words(_ text: String) -> [String] {
    asciiWords(text) ?? unicodeWords(text)
  }

  /// The words joined by single spaces: the key of exact look-ups.
  public static func key(_ text: String) -> String { words(text).joined(separator: " ") }

  /// Whether a name can have a key: whether both begin with the same letter. Wrongly yes, never wrongly no.
  static func mayMatch(_ name: String, _ key: String) -> Bool {
    guard let first = name.utf8.first(where: isWordByte), let wanted = key.utf8.first else { return true }
    return first >= 0x80 || first | 0x20 == wanted | 0x20
  }

  static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte >= 48 && byte <= 57) || (byte | 0x20 >= 97 && byte | 0x20 <= 122)
  }

  /// The same by bytes, for the thousands of plain names that directories hold; nil when a character is not ASCII.
  private static func asciiWords(_ text: String) -> [String]? {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case 0x80...: return nil
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): word.append(byte)
      case UInt8(ascii: "'"), UInt8(ascii: "."): continue
      case UInt8(ascii: "&"):
        close()
        words.append("and")
      default: close()
      }
    }
    close()
    return words
  }

  private static func unicodeWords(_ text: String) -> [String] {
    var words: [String] = []
    var word = ""
    for character in text.lowercased() {
      if character.isLetter || character.isNumber {
        word.append(plain[character] ?? character)
      } else if character == "'" || character == "." || character == "’" {
        // U.S. is one word, and so is O'Fallon.
        continue
      } else if character == "&" {
        if !word.isEmpty { words.append(word) }
        word = ""
        words.append("and")
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  private static let plain: [Character: Character] = [
    "á": "a", "à": "a", "â": "a", "ä": "a", "ã": "a", "å": "a", "é": "e", "è": "e", "ê": "e", "ë": "e", "í": "i",
    "ì": "i", "î": "i", "ï": "i", "ó": "o", "ò": "o", "ô": "o", "ö": "o", "õ": "o", "ú": "u", "ù": "u", "û": "u",
    "ü": "u", "ñ": "n", "ç": "c",
  ]
}
