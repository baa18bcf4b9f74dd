/// Names of roles and titles of occupations by key, so that thousands of texts are looked up without reading them all.
///
/// What stands first in the lists wins, as in a search from their beginning: a role's own names before any alias.
struct RoleIndex: Sendable {
  private var roles: [String: (role: Role, note: String?)] = [:]
  private var occupations: [String: Occupation] = [:]

  init(roles: [Role], aliases: [RoleDirectory.Alias], occupations: [Occupation]) {
    func add(_ name: String, _ role: Role, note: String? = nil) {
      let key = WordText.key(name)
      if self.roles[key] == nil { self.roles[key] = (role, note) }
    }
    for role in roles {
      add(role.title, role)
      add(role.id, role)
    }
    let byID = Dictionary(roles.map { ($0.id, $0) }) { first, _ in first }
    for alias in aliases {
      if let role = byID[alias.role] { add(alias.text, role, note: alias.note.isEmpty ? nil : alias.note) }
    }
    for occupation in occupations {
      let key = WordText.key(occupation.title)
      if self.occupations[key] == nil { self.occupations[key] = occupation }
    }
  }

  /// The role with a key as its title, id or alias, and the note of the alias.
  func role(_ key: String) -> (role: Role, note: String?)? { roles[key] }

  /// The occupation with a key as its title.
  func occupation(_ key: String) -> Occupation? { occupations[key] }
}
