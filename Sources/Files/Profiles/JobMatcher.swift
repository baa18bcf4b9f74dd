import Market

/// Finds jobs in the titles people type, thousands a second: whole words, by title, id, alias or occupation.
///
///     matcher.read("IT Manager").match?.job          // IT Manager, as written
///     matcher.read("Credit Manager")                 // .unknown: "it manager" is not in it as words
///     matcher.read("Project Manager").match?.needsIT    // true: project managers are of many trades
///     matcher.read("Project Manager, Roads")         // .otherJob
///
/// The same names as ``RoleDirectory``, in one dictionary, and without suggestions for what is not found. What counts
/// is narrower than what a question may be asked by: see ``RowCount``.
struct JobMatcher {
  struct Match {
    let job: PricedJob
    /// The title has more words than the name that was found in it.
    var isInside = false
    /// A general title: it counts only where the row is of IT.
    var needsIT = false
  }

  enum Title {
    case job(Match)
    /// The title is near a role, or has its name in it, but is another job.
    case otherJob
    case unknown

    var match: Match? {
      if case .job(let match) = self { return match }
      return nil
    }
  }

  private struct Name {
    let job: PricedJob
    let counts: RowCount
  }

  private static let cacheLimit = 200_000

  private let roles: RoleDirectory
  private let words: TitleWords
  private var exact: [String: Name] = [:]
  private var longest = 1
  private var cache: [String: Title] = [:]

  init(_ roles: RoleDirectory, words: TitleWords) {
    self.roles = roles
    self.words = words
    func add(_ name: String, _ job: PricedJob, _ counts: RowCount) {
      let words = WordText.words(name)
      let key = words.joined(separator: " ")
      if exact[key] == nil { exact[key] = Name(job: job, counts: counts) }
      longest = max(longest, words.count)
    }
    for role in roles.roles {
      add(role.title, .role(role), role.counts)
      add(role.id, .role(role), role.counts)
    }
    for alias in roles.aliases {
      if let role = roles.role(id: alias.role) { add(alias.text, .role(role), alias.counts) }
    }
    for occupation in roles.occupations { add(occupation.title, .occupation(occupation), .always) }
  }

  mutating func read(_ text: String) -> Title {
    if let held = cache[text] { return held }
    if cache.count >= Self.cacheLimit { cache.removeAll() }
    let found = find(text)
    cache[text] = found
    return found
  }

  /// The job of a text that a profile wrote in place of the file's own: it says what it means.
  func named(_ text: String) -> PricedJob? { exact[WordText.key(text)]?.job }

  /// The occupation of a code: `11-3021`, `11-3021.00` and `113021` are one.
  func occupation(_ text: String) -> PricedJob? {
    var code = text.filter { $0 != " " }
    if code.count == 10, code.dropFirst(7).first == "." { code = String(code.prefix(7)) }
    if code.count == 6, code.allSatisfy({ $0.isASCII && $0.isNumber }) {
      code = "\(code.prefix(2))-\(code.dropFirst(2))"
    }
    guard RoleDirectory.isOccupationCode(code) else { return nil }
    return .occupation(roles.occupation(code: code) ?? Occupation(code: code, title: code))
  }

  private func find(_ text: String) -> Title {
    if let coded = occupation(text) { return .job(Match(job: coded)) }
    let words = WordText.words(text)
    if let name = exact[words.joined(separator: " ")] { return title(name, beside: []) }
    guard words.count > 2 else { return .unknown }
    for length in stride(from: min(words.count - 1, longest), through: 2, by: -1) {
      for start in 0...(words.count - length) {
        let span = words[start..<(start + length)]
        guard let name = exact[span.joined(separator: " ")] else { continue }
        if isTradeBefore(span, in: words) { return .otherJob }
        // The longest name decides: a shorter one beside it would be a part of the same job.
        return title(name, beside: Array(words[..<start] + words[(start + length)...]))
      }
    }
    return .unknown
  }

  /// Whether a name that ends with its field has another trade before it: "Credit Manager, IT" manages credit.
  private func isTradeBefore(_ span: ArraySlice<String>, in all: [String]) -> Bool {
    guard let first = span.first, let last = span.last, words.meaning(of: last) == .it,
      words.meaning(of: first) != .it
    else { return false }
    return all[..<span.startIndex].contains { [nil, .other].contains(words.meaning(of: $0)) }
  }

  /// What a name comes to with other words beside it.
  private func title(_ name: Name, beside: [String]) -> Title {
    let meanings = beside.map { words.meaning(of: $0) }
    if name.counts == .never || meanings.contains(.other) { return .otherJob }
    if name.job.role?.family == "technical", meanings.contains(.above) { return .otherJob }
    let namesIT = meanings.contains(.it)
    if name.counts == .inIT {
      let isOfTrade = meanings.allSatisfy { $0 == .it || $0 == .plain || ($0 == .part && namesIT) }
      guard isOfTrade else { return .otherJob }
    }
    return .job(Match(job: name.job, isInside: !beside.isEmpty, needsIT: name.counts == .inIT && !namesIT))
  }
}
