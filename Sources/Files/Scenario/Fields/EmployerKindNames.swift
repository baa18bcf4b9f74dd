/// Other words for the kinds of employer that `employer_kind` knows.
enum EmployerKindNames {
  private static let others = [
    "ngo": "nonprofit", "charity": "nonprofit", "foundation": "nonprofit", "non-profit": "nonprofit",
    "not-for-profit": "nonprofit", "not for profit": "nonprofit", "non profit": "nonprofit",
  ]

  /// The kind that a word means, the word itself where it is no other name:
  ///
  ///     EmployerKindNames.kind(of: "charity")    // "nonprofit"
  static func kind(of word: String) -> String { others[word] ?? word }
}
