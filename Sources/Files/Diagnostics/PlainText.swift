/// Text of files and arguments made harmless for the terminal that shows it in a message.
///
///     PlainText.of("\u{1B}[31mfoo")    // "\u{FFFD}[31mfoo"
public enum PlainText {
  /// The text on one line, with every character that could steer a terminal made visible.
  public static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) }) { return text }
    return String(text.map(SourceText.visible))
  }
}
