/// Cities, counties and districts with an income tax of their own, by what people call them.
public struct TaxLocalities: Sendable {
  public struct Locality: Sendable {
    /// `US-NY-NYC`
    public let place: String
    public let name: String
    let aliases: [String]

    public init(place: String, name: String, aliases: [String]) {
      self.place = place
      self.name = name
      self.aliases = aliases
    }

    /// `NY`
    public var state: String { String(place.dropFirst(3).prefix(2)) }
  }

  public let all: [Locality]
  /// What states and localities are called: `["NJ": "New Jersey", "US-NY-NYC": "New York City"]`.
  public let names: [String: String]
  /// Codes of the states by their folded names: `colorado` is `CO`.
  private let states: [String: String]
  private let byState: [String: [String: Locality]]

  /// `states`: codes and names, `("CO", "Colorado")`.
  public init(_ all: [Locality], states: [(code: String, name: String)] = []) {
    self.all = all
    names = Dictionary(states.map { ($0.code, $0.name) } + all.map { ($0.place, $0.name) }) { first, _ in first }
    self.states = Dictionary(
      states.flatMap { [(Self.folded($0.name), $0.code), (Self.folded("US-" + $0.code), $0.code)] }
        + states.map { (Self.folded($0.code), $0.code) }
    ) { first, _ in first }
    var byState: [String: [String: Locality]] = [:]
    for locality in all {
      var names = byState[locality.state] ?? [:]
      // A city's own name is no other's alias, and its county's comes after it.
      for name in [locality.place, String(locality.place.dropFirst(6)), locality.name] {
        names[Self.folded(name)] = locality
      }
      byState[locality.state] = names
    }
    for locality in all {
      for name in locality.aliases + [Self.withoutKind(locality.name)]
      where byState[locality.state]?[Self.folded(name)] == nil {
        byState[locality.state]?[Self.folded(name)] = locality
      }
    }
    self.byState = byState
  }

  /// The code of a state by code or name: `CO`, `US-CO`, `colorado`; nil for none.
  public func state(_ text: String) -> String? { states[Self.folded(text)] }

  /// By code or name: `US-NY-NYC`, `NYC`, `New York City`, `marion county`.
  public func find(_ text: String, in state: String) -> Locality? { byState[state]?[Self.folded(text)] }

  /// Those of a state, by name.
  public func localities(of state: String) -> [Locality] {
    all.filter { $0.state == state }.sorted { $0.name < $1.name }
  }

  private static func withoutKind(_ name: String) -> String {
    name.hasSuffix(" County") ? String(name.dropLast(7)) : name
  }

  private static func folded(_ text: String) -> String { text.lowercased().filter { $0.isLetter || $0.isNumber } }
}
