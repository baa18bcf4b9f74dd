import Market

/// Finds jobs in the titles people type, thousands a second: whole words, by title, id, alias or occupation.
///
///     matcher.job("IT Manager")        // IT Manager, as written
///     matcher.job("Credit Manager")    // nil: "it manager" is not in it as words
///
/// The same names as ``RoleDirectory``, in one dictionary, and without suggestions for what is not found.
struct JobMatcher {
  struct Match {
    let job: PricedJob
    /// The title has more words than the name that was found in it.
    let isInside: Bool
  }

  /// With one of these beside the name, the title is another job: the assistant to the IT director.
  private static let others: Set<String> = [
    "assistant", "assist", "asst", "aide", "intern", "internship", "trainee", "apprentice", "deputy", "to", "for",
    "former", "student", "secretary", "recruiter", "sales", "teacher", "instructor", "professor", "paralegal",
  ]
  private static let cacheLimit = 200_000

  private let roles: RoleDirectory
  private var exact: [String: PricedJob] = [:]
  private var longest = 1
  private var cache: [String: Match?] = [:]

  init(_ roles: RoleDirectory) {
    self.roles = roles
    func add(_ name: String, _ job: PricedJob) {
      let words = WordText.words(name)
      let key = words.joined(separator: " ")
      if exact[key] == nil { exact[key] = job }
      longest = max(longest, words.count)
    }
    for role in roles.roles {
      add(role.title, .role(role))
      add(role.id, .role(role))
    }
    for alias in roles.aliases {
      if let role = roles.role(id: alias.role) { add(alias.text, .role(role)) }
    }
    for occupation in roles.occupations { add(occupation.title, .occupation(occupation)) }
  }

  mutating func job(_ text: String) -> Match? {
    if let held = cache[text] { return held }
    if cache.count >= Self.cacheLimit { cache.removeAll() }
    let found = find(text)
    cache[text] = .some(found)
    return found
  }

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

  private func find(_ text: String) -> Match? {
    if let coded = occupation(text) { return Match(job: coded, isInside: false) }
    let words = WordText.words(text)
    if let job = exact[words.joined(separator: " ")] { return Match(job: job, isInside: false) }
    guard words.count > 2 else { return nil }
    for length in stride(from: min(words.count - 1, longest), through: 2, by: -1) {
      for start in 0...(words.count - length) {
        let span = words[start..<(start + length)]
        guard let job = exact[span.joined(separator: " ")] else { continue }
        let beside = words[..<start] + words[(start + length)...]
        // The longest name decides: a shorter one beside it would be a part of the same job.
        return beside.contains(where: Self.others.contains) ? nil : Match(job: job, isInside: true)
      }
    }
    return nil
  }
}
