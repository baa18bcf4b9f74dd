/// Words as one types them into a shell.
///
///     ShellWords.quoted("my offers")                      // "'my offers'"
///     ShellWords.split("import 'my pay.csv' # acme")      // ["import", "my pay.csv", "#", "acme"]
public enum ShellWords {
  /// One word, in quotes where it needs them.
  public static func quoted(_ word: String) -> String {
    let isPlain = word.allSatisfy { $0.isLetter || $0.isNumber || "._-/+@%:,".contains($0) } && !word.isEmpty
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  /// Words as one line.
  public static func joined(_ words: [String]) -> String { words.map(quoted).joined(separator: " ") }

  /// The words of a line, quotes of both kinds taken off; nothing is expanded.
  public static func split(_ line: String) -> [String] {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil } else { word = (word ?? "") + String(character) }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character.isWhitespace {
        if let done = word { words.append(done) }
        word = nil
      } else {
        word = (word ?? "") + String(character)
      }
    }
    if let word { words.append(word) }
    return words
  }
}
