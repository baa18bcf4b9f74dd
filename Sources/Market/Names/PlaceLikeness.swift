/// Whether the name of a place may be what a misspelt one meant: better no suggestion than one that is unlike.
///
///     PlaceLikeness(to: "London", among: names).holds(for: "new london")    // false
///     PlaceLikeness(to: "Denvr", among: names).holds(for: "denver")         // true
struct PlaceLikeness {
  /// A first word of more names than this, such as `new` or `san`, tells nothing by itself.
  private static let usualNames = 5

  private let typed: [String]
  private let typedKey: String
  private let usualWords: Set<String>

  /// `names` are keys of ``WordText``, of all places that could be suggested.
  init(to text: String, among names: [String]) {
    typed = WordText.words(text)
    typedKey = typed.joined(separator: " ")
    var counts: [Substring: Int] = [:]
    for name in names where name.contains(" ") { counts[name.prefix { $0 != " " }, default: 0] += 1 }
    usualWords = Set(counts.filter { $0.value > PlaceLikeness.usualNames }.keys.map(String.init))
  }

  /// Few letters differ, or it begins as typed, or both hold a word that is not in many names.
  func holds(for name: String) -> Bool {
    let words = WordText.words(name)
    // A lone word is meant whole, not as the end of a longer name.
    if typed.count == 1, words.count > 1, words.dropFirst().contains(typed[0]) { return false }
    if typed.contains(where: { words.contains($0) && !usualWords.contains($0) }) { return true }
    if typedKey.count >= 2, name.hasPrefix(typedKey) { return true }
    let length = max(name.count, typedKey.count)
    return 10 * NearestName.distance(Array(typedKey), Array(name)) <= 3 * length
  }
}
