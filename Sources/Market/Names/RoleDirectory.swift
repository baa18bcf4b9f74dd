/// Finds roles by id, title, alias or SOC code.
///
/// Words are compared whole: "it manager" never finds "credit manager".
///
///     try directory.find("Head of IT").value.id    // "it-director"
public struct RoleDirectory: Sendable {
  /// Another way to say a role; the note says when it is a loose match.
  public struct Alias: Sendable {
    public let text: String
    public let role: String
    public let note: String
    /// When a survey's row with this title counts as the role.
    public let counts: RowCount

    public init(text: String, role: String, note: String, counts: RowCount = .always) {
      self.text = text
      self.role = role
      self.note = note
      self.counts = counts
    }
  }

  public let roles: [Role]
  public let aliases: [Alias]
  public let occupations: [Occupation]
  /// Nil until ``indexed()``: for one question, making it takes longer than the question.
  private var index: RoleIndex?

  public init(roles: [Role], aliases: [Alias], occupations: [Occupation]) {
    self.roles = roles
    self.aliases = aliases
    self.occupations = occupations
  }

  /// The same directory, made ready for thousands of look-ups.
  ///
  ///     let roles = try data.roles().indexed()    // for a list of thousands of titles
  public func indexed() -> RoleDirectory {
    var copy = self
    copy.index = RoleIndex(roles: roles, aliases: aliases, occupations: occupations)
    return copy
  }

  /// The occupation with a SOC code, when it has a title here.
  public func occupation(code: String) -> Occupation? { occupations.first { $0.code == code } }

  /// The role with an id.
  public func role(id: String) -> Role? { roles.first { $0.id == id } }

  /// The role that has a key as its title, id or alias. Only names with the right first letter are taken apart.
  private func named(_ key: String) -> (role: Role, note: String?)? {
    if let index { return index.role(key) }
    func matches(_ name: String) -> Bool { WordText.mayMatch(name, key) && WordText.key(name) == key }
    if let role = roles.first(where: { matches($0.title) || matches($0.id) }) { return (role, nil) }
    guard let alias = aliases.first(where: { matches($0.text) }), let role = role(id: alias.role) else { return nil }
    return (role, alias.note.isEmpty ? nil : alias.note)
  }

  /// The job a text names; throws ``UnknownName`` with the nearest names.
  public func find(_ text: String) throws -> Resolution<PricedJob> {
    if RoleDirectory.isOccupationCode(text) {
      let code = text.filter { $0 != " " }
      return Resolution(.occupation(occupations.first { $0.code == code } ?? Occupation(code: code, title: code)))
    }
    let words = WordText.words(text)
    if let exact = named(words.joined(separator: " ")) {
      return Resolution(.role(exact.role), note: exact.note.map { "\"\(text)\": \($0)" })
    }
    if let occupation = titled(words) { return Resolution(.occupation(occupation)) }
    if let inside = longestNameInside(words) {
      return Resolution(.role(inside), note: "\"\(text)\" is read as \(inside.title)")
    }
    throw UnknownName(kind: "role", text: text, suggestions: suggestions(for: text))
  }

  private func titled(_ words: [String]) -> Occupation? {
    if let index { return index.occupation(words.joined(separator: " ")) }
    return occupations.first { WordText.words($0.title) == words }
  }

  /// Titles of roles to write in place of a text that names none: the one it would be read as in a question, else near
  /// ones.
  public func suggestions(instead text: String) -> [String] {
    do { return [try find(text).value.title] } catch let unknown as UnknownName {
      return unknown.suggestions
    } catch { return [] }
  }

  /// Roles whose id, title or alias has all the words, or nearly; every role for an empty text.
  public func matching(_ query: String) -> [Role] {
    let words = WordText.words(query)
    guard !words.isEmpty else { return roles }
    let hits = roles.filter { role in
      let known = [role.title, role.id] + aliases.filter { $0.role == role.id }.map(\.text)
      return known.contains { name in words.allSatisfy(WordText.words(name).contains) }
    }
    if !hits.isEmpty { return hits }
    let all = roles.map(\.title) + aliases.map(\.text)
    let near = NearestName.suggestions(for: query, among: all, limit: 8)
    let nearIDs = Set(near.compactMap { named(WordText.key($0))?.role.id })
    return roles.filter { nearIDs.contains($0.id) }
  }

  /// `11-3021`
  public static func isOccupationCode(_ text: String) -> Bool {
    let parts = text.filter { $0 != " " }.split(separator: "-", omittingEmptySubsequences: false)
    return parts.count == 2 && parts[0].count == 2 && parts[1].count == 4
      && parts.allSatisfy { $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  private func longestNameInside(_ words: [String]) -> Role? {
    for length in stride(from: words.count - 1, through: 2, by: -1) {
      for start in 0...(words.count - length) {
        let span = words[start..<(start + length)]
        // "Audit Manager, IT" manages audits: a name that ends with its field begins the title.
        if start > 0, span.last == "it" { continue }
        if let hit = named(span.joined(separator: " ")) { return hit.role }
      }
    }
    return nil
  }

  private func suggestions(for text: String) -> [String] {
    let candidates = roles.map(\.title) + aliases.map(\.text)
    let near = NearestName.suggestions(for: text, among: candidates, limit: 6)
    var titles: [String] = []
    for name in near {
      guard let title = named(WordText.key(name))?.role.title, !titles.contains(title) else { continue }
      titles.append(title)
    }
    titles = Array(titles.prefix(3))
    // "Director" is a word of several titles: many aliases of one of them must not hide the others.
    let words = WordText.words(text)
    for role in roles where !titles.contains(role.title) && !words.isEmpty {
      if words.allSatisfy(WordText.words(role.title).contains) { titles.append(role.title) }
    }
    return titles
  }
}
