import Market
import Taxation

/// Which state's taxes a place has: a labor market may lie in several.
public enum StateOfPlace: Sendable {
  case settled(Location)
  /// A suburb's name that does not tell; in the first of the states.
  case open(Location)

  public var place: Location {
    switch self {
    case .settled(let place), .open(let place): place
    }
  }
}

extension TaxLocalities {
  /// Of `Hoboken, NJ` New Jersey, though its labor market is called after New York; of `Brooklyn` New York; `Hoboken` alone
  /// leaves it open.
  public func settle(_ place: Location, named text: String) -> StateOfPlace {
    let states = place.states
    guard states.count > 1 else { return .settled(place) }
    let words = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    let behind = words.count > 1 ? words.last.flatMap(state) : nil
    if let state = state(text) ?? behind, states.contains(state) { return .settled(place.inState(state)) }
    let known = [place.id, place.name, place.shortName, place.spokenName].map { $0.lowercased() }
    if known.contains(text.lowercased()) || place.id == "US-\(text)" { return .settled(place) }
    if let state = states.first(where: { find(text, in: $0) != nil }) { return .settled(place.inState(state)) }
    return .open(place)
  }
}
