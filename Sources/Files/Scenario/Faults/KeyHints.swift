/// What people call things that have another key here: the rows of `codes/key-hints.csv`.
///
///     hints.cure(for: "signing_bonus", among: ["sign_on", "bonus"])    // did you mean "sign_on"?
public struct KeyHints: Sendable {
  struct Hint: Sendable {
    let key: String
    /// What to write, where the key alone does not say it.
    let advice: String
  }

  /// By the folded word. A word may have hints for several blocks: the first whose key is one there counts.
  private var hints: [String: [Hint]] = [:]

  public init() {}

  init(_ rows: [(word: String, hint: Hint)]) {
    for (word, hint) in rows { hints[KeyHints.folded(word), default: []].append(hint) }
  }

  /// Nil where no row knows the word, or its key is none of the block's.
  func cure(for word: String, among known: [String]) -> String? {
    guard word.count <= 80, let hint = hints[KeyHints.folded(word)]?.first(where: { known.contains($0.key) }) else {
      return nil
    }
    return hint.advice.isEmpty ? "did you mean \"\(hint.key)\"?" : hint.advice
  }

  /// `Signing Bonus` is `signing_bonus`, and `401(k)` is `401k`.
  private static func folded(_ word: String) -> String { word.lowercased().filter { $0.isLetter || $0.isNumber } }
}
