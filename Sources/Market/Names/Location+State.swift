extension Location {
  /// The states that a metropolitan area lies in: `["NY", "NJ"]`.
  public var states: [String] {
    guard kind == .metro, let comma = name.lastIndex(of: ",") else { return state.isEmpty ? [] : [state] }
    return name[comma...].dropFirst(2).split(separator: "-").map(String.init)
  }

  /// The same place, counted to another of its states.
  public func inState(_ state: String) -> Location {
    Location(id: id, name: name, kind: kind, state: state, country: country, employment: employment)
  }
}
