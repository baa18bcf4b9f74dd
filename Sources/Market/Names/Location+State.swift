extension Location {
  /// The states that a metropolitan area lies in: `["NY", "NJ"]`.
  public var states: [String] {
    guard kind == .metro, let comma = name.lastIndex(of: ",") else { return state.isEmpty ? [] : [state] }
    return name[comma...].dropFirst(2).split(separator: "-").map(String.init)
  }

  /// The same place in the state that a name ends with: of `Hoboken, NJ` that is New Jersey, though the labor market is
  /// called after New York.
  public func inState(ofName text: String) -> Location {
    guard states.count > 1, let last = text.split(whereSeparator: { $0 == "," || $0 == " " }).last?.uppercased(),
      last != state, states.contains(last)
    else { return self }
    return inState(last)
  }

  /// The same place, counted to another of its states.
  public func inState(_ state: String) -> Location {
    Location(id: id, name: name, kind: kind, state: state, country: country, employment: employment)
  }

  /// Whether a name leaves open in which of several states a place is: a suburb's does, that of the area itself does not.
  public func isStateOpen(inName text: String) -> Bool {
    guard states.count > 1 else { return false }
    let text = text.lowercased()
    let last = text.split(whereSeparator: { $0 == "," || $0 == " " }).last?.uppercased() ?? ""
    return !states.contains(last) && ![id, name, shortName, spokenName].map({ $0.lowercased() }).contains(text)
  }
}
