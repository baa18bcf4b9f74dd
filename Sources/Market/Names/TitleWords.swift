/// What single words say of the trade a title belongs to.
///
///     words.meaning(of: "cloud")        // .it
///     words.meaning(of: "bakery")       // nil: the name of another trade
///     words.saysIT("Computing or Tech")    // true
public struct TitleWords: Sendable {
  public enum Meaning: String, Sendable {
    /// Names IT: `software`.
    case it
    /// Says nothing of the trade: `senior`.
    case plain
    /// Part of IT beside a word that names it, of anything without: `operations`.
    case part
    /// A rank that a technical role does not have: `director`.
    case above
    /// Makes it another job: `assistant`.
    case other
  }

  private let meanings: [String: Meaning]

  public init(_ meanings: [String: Meaning]) { self.meanings = meanings }

  /// Nil for a word that is not in the list; a number says nothing of the trade.
  public func meaning(of word: String) -> Meaning? {
    if let known = meanings[word] { return known }
    return word.utf8.allSatisfy { (48...57).contains($0) } ? .plain : nil
  }

  /// Whether a text, such as the name of a department or an industry, has a word that names IT.
  public func saysIT(_ text: String) -> Bool { WordText.words(text).contains { meanings[$0] == .it } }
}
