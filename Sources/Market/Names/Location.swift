/// A labour market: the nation, a state, a metropolitan area, another country, or a city there.
///
///     Location(id: "US-19740", name: "Denver-Aurora-Centennial, CO", kind: .metro, state: "CO", ...)
public struct Location: Sendable, Equatable {
  public enum Kind: String, CaseIterable, Sendable {
    case nation, state, territory, metro, nonmetro, country, city
  }

  /// `US`, `US-CO`, `US-19740` (OEWS area code), an ISO country code, or `GB-LON` (UN/LOCODE) for a city elsewhere.
  public let id: String
  public let name: String
  public let kind: Kind
  /// Two letters, for metros and states of the US; empty otherwise.
  public let state: String
  public let country: String
  /// People employed there, to choose between places of one name; nil when not published.
  public let employment: Double?

  public init(id: String, name: String, kind: Kind, state: String, country: String, employment: Double?) {
    self.id = id
    self.name = name
    self.kind = kind
    self.state = state
    self.country = country
    self.employment = employment
  }

  /// The name without the suburbs: `Denver, CO` for `Denver-Aurora-Centennial, CO`.
  public var shortName: String {
    guard kind == .metro, let comma = name.lastIndex(of: ",") else { return name }
    let cities = name[..<comma]
    let states = name[comma...].dropFirst(2)
    // Winston-Salem and the like are one city; their second half is no suburb.
    let whole = ["Winston-Salem", "Wilkes-Barre"].first { cities.hasPrefix($0) }
    let city = whole.map { Substring($0) } ?? cities.split(whereSeparator: { $0 == "-" || $0 == "/" }).first ?? cities
    return "\(city), \(states.split(separator: "-").first ?? states)"
  }

  /// The city alone, or the whole name: `Denver`.
  public var spokenName: String {
    guard kind == .metro || kind == .city, let comma = shortName.lastIndex(of: ",") else {
      return kind == .nation ? "the nation" : name
    }
    return String(shortName[..<comma])
  }
}
