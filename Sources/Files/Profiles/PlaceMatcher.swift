import Market

/// Finds places in what people type, thousands a second: `Dallas, Texas, United States`, `London, UK`, `Chicago`.
///
///     matcher.place("Chattanooga, Tennessee, USA")?.location.id    // "US-16860"
///     matcher.place("Fairplay, Colorado")?.isWidened               // true: kept for the state
struct PlaceMatcher {
  struct Match {
    let location: Location
    /// The city is not known: the state or country around it was taken.
    let isWidened: Bool
  }

  private static let cacheLimit = 200_000
  private static let countryWords = [
    "us": "US", "u s": "US", "america": "US", "the united states": "US", "united states america": "US",
    "the us": "US", "the usa": "US", "united state": "US", "the netherlands": "NL", "uk": "GB", "holland": "NL",
    "czech republic": "CZ", "remote us": "US", "usa remote": "US",
  ]

  private var byID: [String: Location] = [:]
  /// What a name means by itself, in the order in which ``PlaceDirectory`` looks.
  private var bare: [String: Location] = [:]
  private var countries: [String: Location] = [:]
  private var states: [String: Location] = [:]
  private var cities: [String: Location] = [:]
  private var cache: [String: Match?] = [:]

  init(_ directory: PlaceDirectory) {
    func set(_ table: inout [String: Location], _ key: String, _ place: Location) {
      if !key.isEmpty, table[key] == nil { table[key] = place }
    }
    for place in directory.places { byID[place.id] = place }
    let metros = directory.places.filter { $0.kind == .metro || $0.kind == .nonmetro }
      .sorted { ($0.employment ?? 0, $1.id) > ($1.employment ?? 0, $0.id) }
    for place in directory.places {
      switch place.kind {
      case .country, .nation:
        set(&countries, WordText.key(place.name), place)
        if place.kind == .country { set(&countries, "country " + place.id.lowercased(), place) }
      case .state, .territory:
        set(&states, WordText.key(place.name), place)
        set(&states, place.state.lowercased(), place)
      default: break
      }
    }
    for (word, id) in Self.countryWords { if let place = byID[id] { set(&countries, word, place) } }
    for alias in directory.aliases {
      guard let place = byID[alias.location] else { continue }
      let key = WordText.key(alias.text)
      set(&bare, key, place)
      switch place.kind {
      case .country, .nation: set(&countries, key, place)
      case .state, .territory: set(&states, key, place)
      case .city: set(&cities, Self.abroad(key, place.country), place)
      default: for state in Self.states(of: place) { set(&cities, key + " " + state, place) }
      }
    }
    for (key, place) in states where key.count == 2 { set(&bare, key, place) }
    for isFirst in [true, false] {
      for place in metros where place.kind == .metro {
        let names = Self.cities(of: place)
        for name in isFirst ? names.prefix(1) : names.dropFirst() {
          if isFirst { set(&bare, name, place) }
          for state in Self.states(of: place) { set(&cities, name + " " + state, place) }
        }
        if isFirst, names.count > 1 { set(&bare, names.joined(separator: " "), place) }
      }
      if isFirst { for (key, place) in states { set(&bare, key, place) } }
    }
    for place in metros where place.kind == .metro {
      for name in Self.cities(of: place).dropFirst() { set(&bare, name, place) }
    }
    for (key, place) in countries { set(&bare, key, place) }
    for place in directory.places where place.kind == .city {
      for name in place.cityKeys {
        set(&bare, name, place)
        set(&cities, Self.abroad(name, place.country), place)
      }
    }
  }

  /// The wider places of a place: its state and its country.
  func parents(of id: String) -> [String] {
    guard let place = byID[id] else { return [] }
    var found: [String] = []
    if place.kind == .metro || place.kind == .nonmetro, !place.state.isEmpty, byID["US-" + place.state] != nil {
      found.append("US-" + place.state)
    }
    if place.country != id, byID[place.country] != nil { found.append(place.country) }
    return found
  }

  /// The place of one free text, its parts from narrow to wide parted by commas.
  ///
  /// `isCountry`: two letters are a country's code.
  mutating func place(_ text: String, isCountry: Bool = false) -> Match? {
    let asked = isCountry ? "\u{1}" + text : text
    if let held = cache[asked] { return held }
    if cache.count >= Self.cacheLimit { cache.removeAll() }
    let found = isCountry ? country(text) : find(text)
    cache[asked] = .some(found)
    return found
  }

  private func country(_ text: String) -> Match? {
    let key = WordText.key(text)
    let code = text.uppercased().filter { $0 != " " && $0 != "." }
    let found = byID[code].flatMap { [.country, .nation].contains($0.kind) ? $0 : nil } ?? countries[key]
    return found.map { Match(location: $0, isWidened: false) }
  }

  private func find(_ text: String) -> Match? {
    // States win where codes clash: CA is California.
    if let place = byID[text], states[text.lowercased()] == nil { return Match(location: place, isWidened: false) }
    var parts = text.split { ",;/()|".contains($0) }.map { WordText.key(String($0)) }.filter { !$0.isEmpty }
    if parts.count == 1, let whole = bare[parts[0]] { return Match(location: whole, isWidened: false) }
    if parts.count == 1 { parts = Self.withoutCommas(parts[0], states, countries) }
    var country: Location?
    if parts.count > 1, let index = parts.lastIndex(where: { countries[$0] != nil && states[$0] == nil }) {
      country = countries[parts.remove(at: index)]
    }
    if let country, country.id != "US" { return city(of: parts, in: country) }
    var state: Location?
    if let index = parts.lastIndex(where: { states[$0] != nil }), parts.count > 1 || country != nil {
      state = states[parts[index]]
      // New York, NY: the same words may be city and state.
      if index > 0 || parts.count == 1 { parts.remove(at: index) } else { state = nil }
    }
    if let state {
      if parts.isEmpty { return Match(location: state, isWidened: false) }
      for part in parts {
        if let city = cities[part + " " + state.state.lowercased()] { return Match(location: city, isWidened: false) }
      }
      return Match(location: state, isWidened: true)
    }
    for part in parts {
      guard let place = bare[part], country == nil || place.country == "US" else { continue }
      return Match(location: place, isWidened: parts.count > 1)
    }
    return country.map { Match(location: $0, isWidened: true) }
  }

  /// The first part that is a known city of a country, else the country.
  func city(of parts: [String], in country: Location) -> Match {
    for part in parts {
      if let city = cities[Self.abroad(part, country.id)] { return Match(location: city, isWidened: false) }
    }
    return Match(location: country, isWidened: !parts.isEmpty)
  }

  /// The key of a city outside the United States; no state is written so.
  private static func abroad(_ city: String, _ country: String) -> String { city + " @" + country }

  /// `columbus ohio usa` in the parts that commas would have made.
  private static func withoutCommas(
    _ key: String, _ states: [String: Location], _ countries: [String: Location]
  ) -> [String] {
    var words = key.split(separator: " ").map(String.init)
    var parts: [String] = []
    for table in [countries, states] {
      for count in [4, 3, 2, 1] where words.count > count {
        let tail = words.suffix(count).joined(separator: " ")
        guard table[tail] != nil else { continue }
        parts.insert(tail, at: 0)
        words.removeLast(count)
        break
      }
    }
    return [words.joined(separator: " ")] + parts
  }

  private static func cities(of place: Location) -> [String] {
    guard let comma = place.name.lastIndex(of: ",") else { return [] }
    return place.name[..<comma].split { $0 == "-" || $0 == "/" }.map { WordText.key(String($0)) }
  }

  private static func states(of place: Location) -> [String] {
    guard let comma = place.name.lastIndex(of: ",") else { return [place.state.lowercased()] }
    return place.name[comma...].dropFirst(2).lowercased().split(separator: "-").map(String.init)
  }
}
