/// Finds the names a misspelt one was probably meant to be.
///
///     NearestName.suggestions(for: "IT Directer", among: ["IT Director", "CTO"])    // ["IT Director"]
public enum NearestName {
  /// Up to `limit` names, nearest first; none when nothing is near.
  ///
  /// Near means: at most a third of the letters differ, or all typed words are in the name, or most of them.
  public static func suggestions(for text: String, among names: [String], limit: Int = 3) -> [String] {
    let typed = WordText.words(text)
    let typedKey = Array(typed.joined(separator: " "))
    guard !typedKey.isEmpty else { return [] }
    var scored: [(score: Double, name: String)] = []
    for name in names {
      let words = WordText.words(name)
      let key = Array(words.joined(separator: " "))
      guard !key.isEmpty else { continue }
      let length = Double(max(key.count, typedKey.count))
      var score = Double(distance(typedKey, key)) / length
      let shared = typed.filter(words.contains).count
      if shared > 0 {
        let share = Double(2 * shared) / Double(typed.count + words.count)
        if share >= 0.5 { score = min(score, 0.36 * (1 - share) + 0.04) }
      }
      if key.count > typedKey.count, Array(key.prefix(typedKey.count)) == typedKey, typedKey.count >= 2 {
        score = min(score, 0.15)
      }
      if score <= 0.34 { scored.append((score, name)) }
    }
    scored.sort { ($0.score, $0.name) < ($1.score, $1.name) }
    // One clear winner stands alone: far-fetched names beside it only distract.
    let limitScore = (scored.first?.score ?? 0) + 0.12
    var seen: Set<String> = []
    return scored.filter { $0.score <= limitScore }.map(\.name).filter { seen.insert($0).inserted }.prefix(limit).map {
      $0
    }
  }

  /// Edits between two texts: insert, delete, replace, swap of neighbours (optimal string alignment).
  static func distance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty || b.isEmpty { return max(a.count, b.count) }
    var beforeLast = [Int](repeating: 0, count: b.count + 1)
    var last = Array(0...b.count)
    var current = last
    for i in 1...a.count {
      current[0] = i
      for j in 1...b.count {
        let cost = a[i - 1] == b[j - 1] ? 0 : 1
        current[j] = min(last[j] + 1, current[j - 1] + 1, last[j - 1] + cost)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          current[j] = min(current[j], beforeLast[j - 2] + 1)
        }
      }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[b.count]
  }
}
