import Market

/// What words mean as places, by the role they play in a text: a city, its state, its country.
struct PlaceTables {
  /// One of the places that have a name.
  struct Namesake {
    let place: Location
    /// For people: `Ontario, province of Canada`.
    let label: String
  }

  private static let countryWords = [
    "us": "US", "u s": "US", "america": "US", "the united states": "US", "united states america": "US",
    "the us": "US", "the usa": "US", "united state": "US", "the netherlands": "NL", "uk": "GB", "holland": "NL",
    "czech republic": "CZ", "remote us": "US", "usa remote": "US",
  ]

  private(set) var byID: [String: Location] = [:]
  /// What a name means by itself, in the order in which ``PlaceDirectory`` looks.
  private(set) var bare: [String: Location] = [:]
  private(set) var countries: [String: Location] = [:]
  private(set) var states: [String: Location] = [:]
  private(set) var cities: [String: Location] = [:]
  /// Countries by the names and codes of their regions: `on` is Canada's.
  private(set) var regions: [String: [Location]] = [:]
  /// Names of regions that are nothing else, and no alias of their country: `british columbia`.
  private(set) var keptForCountry: Set<String> = []
  /// All places of a name, aliases apart.
  private(set) var namesakes: [String: [Namesake]] = [:]

  init(_ directory: PlaceDirectory) {
    for place in directory.places { byID[place.id] = place }
    let metros = directory.places.filter { $0.kind == .metro }
      .sorted { ($0.employment ?? 0, $1.id) > ($1.employment ?? 0, $0.id) }
    readWide(directory)
    readAliases(directory)
    readMetros(metros)
    readCitiesAbroad(directory)
    // A further city in a metro's title is less known than a city abroad of its name: Parkersburg-Vienna.
    for place in metros { for name in place.cityKeys.dropFirst() { Self.set(&bare, name, place) } }
    for (key, place) in countries { Self.set(&bare, key, place) }
    readRegions(directory.regions)
    readCodes()
  }

  private static func set(_ table: inout [String: Location], _ key: String, _ place: Location) {
    if !key.isEmpty, table[key] == nil { table[key] = place }
  }

  private mutating func readWide(_ directory: PlaceDirectory) {
    for place in directory.places {
      let name = WordText.key(place.name)
      switch place.kind {
      case .country, .nation:
        Self.set(&countries, name, place)
        if place.kind == .country { Self.set(&countries, "country " + place.id.lowercased(), place) }
        namesakes[name, default: []].append(Namesake(place: place, label: "\(place.name) (country)"))
      case .state, .territory:
        Self.set(&states, name, place)
        Self.set(&states, place.state.lowercased(), place)
        namesakes[name, default: []].append(Namesake(place: place, label: "\(place.name) (\(place.kind.rawValue))"))
      default: break
      }
    }
    for (word, id) in Self.countryWords { if let place = byID[id] { Self.set(&countries, word, place) } }
  }

  private mutating func readAliases(_ directory: PlaceDirectory) {
    for alias in directory.aliases {
      guard let place = byID[alias.location] else { continue }
      let key = WordText.key(alias.text)
      Self.set(&bare, key, place)
      switch place.kind {
      case .country, .nation: Self.set(&countries, key, place)
      case .state, .territory: Self.set(&states, key, place)
      case .city: Self.set(&cities, Self.abroad(key, place.country), place)
      default:
        for state in Self.states(of: place) { Self.set(&cities, key + " " + state, place) }
        addTown(key, of: place)
      }
    }
  }

  /// A town that an alias knows with its state: `aurora il` is one more Aurora.
  private mutating func addTown(_ key: String, of place: Location) {
    guard place.kind == .metro, let space = key.lastIndex(of: " ") else { return }
    let (town, state) = (String(key[..<space]), String(key[key.index(after: space)...]))
    guard Self.states(of: place).contains(state) else { return }
    Self.set(&cities, key, place)
    guard !place.cityKeys.contains(town) else { return }
    let label =
      "\(town.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")), \(state.uppercased())"
    namesakes[town, default: []].append(Namesake(place: place, label: label))
  }

  private mutating func readMetros(_ metros: [Location]) {
    for (key, place) in states where key.count == 2 { Self.set(&bare, key, place) }
    for isFirst in [true, false] {
      for place in metros {
        let names = place.cityKeys
        for name in isFirst ? names.prefix(1) : names.dropFirst() {
          if isFirst { Self.set(&bare, name, place) }
          for state in Self.states(of: place) { Self.set(&cities, name + " " + state, place) }
          let label = isFirst ? place.shortName : place.name
          namesakes[name, default: []].append(Namesake(place: place, label: label))
        }
        if isFirst, names.count > 1 { Self.set(&bare, names.joined(separator: " "), place) }
      }
      if isFirst { for (key, place) in states { Self.set(&bare, key, place) } }
    }
  }

  private mutating func readCitiesAbroad(_ directory: PlaceDirectory) {
    for place in directory.places where place.kind == .city {
      for name in place.cityKeys {
        Self.set(&bare, name, place)
        Self.set(&cities, Self.abroad(name, place.country), place)
        namesakes[name, default: []].append(Namesake(place: place, label: place.name))
      }
    }
  }

  /// Two letters that are a state and a country: CA, DE.
  private mutating func readCodes() {
    for (key, state) in states where key.count == 2 {
      guard let country = byID[key.uppercased()], country.kind == .country, country.id != state.id else { continue }
      namesakes[key, default: []] += [state, country].map {
        Namesake(place: $0, label: "\($0.name) (\($0.kind.rawValue))")
      }
    }
  }

  private mutating func readRegions(_ found: [Region]) {
    for region in found {
      guard let country = byID[region.country] else { continue }
      let name = WordText.key(region.name)
      for key in [region.code.lowercased(), name] { regions[key, default: []].append(country) }
      namesakes[name, default: []].append(Namesake(place: country, label: "\(region.name), \(region.kind)"))
      if bare[name] == nil { keptForCountry.insert(name) }
      Self.set(&bare, name, country)
    }
  }

  /// A city of a country other than the United States.
  func city(_ key: String, in country: Location) -> Location? { cities[Self.abroad(key, country.id)] }

  /// Whether a key says a country and no more: its name, another word for it, or its code.
  func isName(_ key: String, of country: Location) -> Bool {
    key == country.id.lowercased() || countries[key]?.id == country.id
  }

  /// Where a text in parts says its country. A name before a state is a town there: Holland, MI; but not before its own
  /// code: Germany, DE.
  func countryIndex(in parts: [String]) -> Int? {
    guard parts.count > 1 else { return nil }
    return parts.indices.last { index in
      guard states[parts[index]] == nil, let country = countries[parts[index]] else { return false }
      let behind = parts[(index + 1)...]
      return country.id == "US" || behind.contains { isName($0, of: country) } || !behind.contains { states[$0] != nil }
    }
  }

  /// The state that a metro counts for where nothing says another: that of its first city.
  func principalState(of place: Location) -> Location? {
    place.kind == .metro || place.kind == .nonmetro ? byID["US-" + place.state] : nil
  }

  /// The countries that what follows a city may stand for, besides a state of the US: `on` for Canada, `sk` for Canada
  /// and Slovakia. `isSure`: it says so by itself, without a city that is known there.
  func countries(ofSuffix key: String) -> [(country: Location, isSure: Bool)] {
    var found = (regions[key] ?? []).map { (country: $0, isSure: true) }
    if key.count == 2, let country = byID[key.uppercased()], country.kind == .country,
      !found.contains(where: { $0.country.id == country.id })
    {
      found.append((country, false))
    }
    return found
  }

  /// The key of a city outside the United States; no state is written so.
  private static func abroad(_ city: String, _ country: String) -> String { city + " @" + country }

  /// The codes of the states that a metro lies in, small: `["mo", "ks"]`.
  static func states(of place: Location) -> [String] {
    guard let comma = place.name.lastIndex(of: ",") else { return [place.state.lowercased()] }
    return place.name[comma...].dropFirst(2).lowercased().split(separator: "-").map(String.init)
  }
}
