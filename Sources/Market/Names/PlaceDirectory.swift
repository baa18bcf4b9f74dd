/// Finds places by what people type.
///
/// Order: an id or `country:CA`; an alias; a US state code; a state called one; the metro whose first city it is; a
/// state name; a city abroad; another city of a metro; a country; at last, the same in other words (``PlaceWording``).
/// Among places of one name the one with the larger employment is taken, and a note names the others.
///
///     try directory.find("Columbus")    // Columbus, OH; note: also Columbus, GA-AL; Columbus, IN
public struct PlaceDirectory: Sendable {
  /// Another way to say a place.
  public struct Alias: Sendable {
    public let text: String
    public let location: String
    public let note: String

    public init(text: String, location: String, note: String) {
      self.text = text
      self.location = location
      self.note = note
    }
  }

  public let places: [Location]
  public let aliases: [Alias]
  /// Provinces and states of other countries, to know a city abroad by what follows it.
  public let regions: [Region]

  public init(places: [Location], aliases: [Alias], regions: [Region] = []) {
    self.places = places
    self.aliases = aliases
    self.regions = regions
  }

  /// The place with an id, such as `US-19740`.
  public func place(id: String) -> Location? { places.first { $0.id == id } }

  /// The place an alias stands for. Few aliases begin with the right letter, and only those are taken apart.
  private func alias(_ key: String) -> (alias: Alias, place: Location)? {
    let found = aliases.first { WordText.mayMatch($0.text, key) && WordText.key($0.text) == key }
    return found.flatMap { alias in place(id: alias.location).map { (alias, $0) } }
  }

  /// The place a text names; throws ``UnknownName`` with the nearest names.
  public func find(_ text: String) throws -> Resolution<Location> {
    let trimmed = text.split(separator: " ").joined(separator: " ")
    if trimmed.lowercased().hasPrefix("country:") {
      let code = trimmed.dropFirst(8).uppercased()
      if let country = place(id: code) { return Resolution(country) }
      throw UnknownName(kind: "place", text: text, suggestions: [])
    }
    if let found = known(trimmed) ?? inOtherWords(trimmed) { return found }
    guard let (town, wide) = around(trimmed) else {
      throw UnknownName(kind: "place", text: text, suggestions: suggestions(for: trimmed, among: places))
    }
    throw UnknownName(
      kind: "place", text: text, around: wide,
      suggestions: Self.slips(town, among: suggestions(for: town, among: within(wide))))
  }

  /// The place of a text that holds nothing but its name, and the state or country behind it.
  func known(_ trimmed: String) -> Resolution<Location>? {
    if let exact = place(id: trimmed.uppercased()), exact.kind != .country { return Resolution(exact) }
    if trimmed.count >= 5, trimmed.allSatisfy({ $0.isASCII && $0.isNumber }), let area = place(id: "US-" + trimmed) {
      return Resolution(area)
    }
    let key = WordText.key(trimmed)
    if let found = alias(key) {
      return Resolution(found.place, note: found.alias.note.isEmpty ? nil : "\"\(trimmed)\": \(found.alias.note)")
    }
    if trimmed.count == 2, let area = place(id: "US-" + trimmed.uppercased()) ?? place(id: trimmed.uppercased()) {
      return Resolution(area)
    }
    if let state = namedAsState(trimmed) { return Resolution(state) }
    let others: [Location]
    if let comma = trimmed.lastIndex(of: ",") {
      others = cityAndState(trimmed[..<comma], trimmed[trimmed.index(after: comma)...])
    } else {
      let whole = named(key)
      others = whole.isEmpty ? cityThenState(key) : whole
    }
    guard let best = others.first else { return nil }
    let namesakes = regions.filter { WordText.key($0.name) == key }.map { "\($0.name), \($0.kind)" }
    let rest = others.dropFirst().prefix(4).map(\.shortNameWithKind) + namesakes + towns(key, besides: others)
    // Ontario is in the middle of a metro's name, which its short name would not show.
    let isFurther = best.cityKeys.dropFirst().contains(key)
    guard !rest.isEmpty || isFurther else { return Resolution(best) }
    let also = rest.isEmpty ? "" : "; also \(rest.joined(separator: "; "))"
    let taken = isFurther ? best.name : best.shortNameWithKind
    return Resolution(best, note: "\"\(trimmed)\" is read as \(taken)\(also)")
  }

  /// Places with all the typed words in their name or an alias; all of them for an empty text.
  public func matching(_ query: String) -> [Location] {
    let words = WordText.words(query)
    guard !words.isEmpty else { return places }
    let byAliasText = Set(
      aliases.filter { alias in words.allSatisfy(WordText.words(alias.text).contains) }.map(\.location))
    let hits = places.filter { place in
      byAliasText.contains(place.id) || words.allSatisfy(WordText.words(place.name).contains)
        || place.id.lowercased() == query.lowercased()
    }
    if !hits.isEmpty { return hits }
    guard let found = try? find(query) else {
      let near = suggestions(for: query, among: places)
      return places.filter { near.contains($0.shortName) || near.contains($0.name) }
    }
    return [found.value]
  }

  /// Everything a bare name could mean, best first.
  private func named(_ key: String) -> [Location] {
    let hint = PlaceHint(key)
    let places = places.filter { hint.mayBeIn($0.name) }
    let firstCity = bySize(places.filter { $0.kind == .metro && $0.cityKeys.first == key || $0.hasLeadingCities(key) })
    let state = places.filter { ($0.kind == .state || $0.kind == .territory) && WordText.key($0.name) == key }
    let otherCity = bySize(places.filter { $0.kind == .metro && $0.cityKeys.dropFirst().contains(key) })
    let whole = places.filter { WordText.key($0.name) == key && $0.kind != .state && $0.kind != .metro }
    let abroad = places.filter { $0.kind == .city && $0.cityKeys.first == key }
    var seen: Set<String> = []
    return (firstCity + state + abroad + otherCity + whole).filter { seen.insert($0.id).inserted }
  }

  /// A state called one, as notes do: `Washington state`, `New York (state)`.
  private func namedAsState(_ text: String) -> Location? {
    let words = WordText.words(text)
    guard words.count > 1, words.last == "state" else { return nil }
    let key = words.dropLast().joined(separator: " ")
    return places.first { $0.kind == .state && WordText.mayMatch($0.name, key) && WordText.key($0.name) == key }
  }

  /// A city and a state without the comma between them: `columbus ga`, `rochester new york`.
  private func cityThenState(_ key: String) -> [Location] {
    let words = key.split(separator: " ")
    for count in [1, 2] where words.count > count {
      let state = words.suffix(count).joined(separator: " ")
      let isRegion = regions.contains { $0.isNamed(state) }
      let isState = places.contains { ($0.kind == .state || $0.kind == .territory) && isNamed($0, state) }
      guard isState || isRegion || country(state) != nil else { continue }
      return cityAndState(words.dropLast(count).joined(separator: " ")[...], state[...])
    }
    return []
  }

  /// The country with a name, an alias or a code; with `kinds` of both, the United States too.
  func country(_ key: String, of kinds: Set<Location.Kind> = [.country]) -> Location? {
    if let known = alias(key)?.place, kinds.contains(known.kind) { return known }
    return places.first { kinds.contains($0.kind) && ($0.id.lowercased() == key || WordText.key($0.name) == key) }
  }

  private func isNamed(_ state: Location, _ key: String) -> Bool {
    state.state.lowercased() == key || (WordText.mayMatch(state.name, key) && WordText.key(state.name) == key)
  }

  /// Metros with a city in a state: `Columbus, GA`.
  private func cityAndState(_ city: Substring, _ state: Substring) -> [Location] {
    let cityKey = WordText.key(String(city))
    let stateWords = WordText.words(String(state))
    let stateKey = stateWords.joined(separator: " ")
    let code =
      places.first { $0.kind == .state && (WordText.key($0.name) == stateKey || $0.state.lowercased() == stateKey) }?
      .state ?? stateKey.uppercased()
    let hint = PlaceHint(cityKey)
    let inState = places.filter {
      $0.kind == .metro && hint.mayBeIn($0.name) && $0.stateCodes.contains(code)
    }
    let exact = inState.filter { WordText.key($0.name) == cityKey + " " + stateKey }
    let first = bySize(inState.filter { $0.cityKeys.first == cityKey || $0.hasLeadingCities(cityKey) })
    let other = bySize(inState.filter { $0.cityKeys.dropFirst().contains(cityKey) })
    if let hit = exact.first ?? first.first ?? other.first { return [hit] }
    let abroad = places.filter { $0.kind == .city && $0.cityKeys.first == cityKey }
    let inRegion = regions.filter { $0.isNamed(stateKey) }.map(\.country)
    if let city = abroad.first(where: { inRegion.contains($0.country) }) { return [city] }
    if !abroad.isEmpty, let country = country(stateKey) { return abroad.filter { $0.country == country.id } }
    let full = places.filter { WordText.key($0.name) == cityKey + " " + stateKey }
    if !full.isEmpty { return full }
    if let found = alias(cityKey), found.place.stateCodes.contains(code) { return [found.place] }
    return []
  }

  /// Towns of a name that only an alias with its state knows: `aurora il`, which is in the metro of Chicago.
  private func towns(_ key: String, besides known: [Location]) -> [String] {
    let start = key + " "
    let ids = known.map(\.id)
    return aliases.compactMap { alias in
      guard !ids.contains(alias.location), alias.text.utf8.count == start.utf8.count + 2, alias.text.hasPrefix(start),
        let place = place(id: alias.location), place.stateCodes.contains(alias.text.suffix(2).uppercased())
      else { return nil }
      let town = key.split(separator: " ").map { $0.prefix(1).uppercased() + $0.dropFirst() }.joined(separator: " ")
      return "\(town), \(alias.text.suffix(2).uppercased()) (\(place.shortName))"
    }
  }

  private func bySize(_ places: [Location]) -> [Location] {
    places.sorted { ($0.employment ?? 0, $1.id) > ($1.employment ?? 0, $0.id) }
  }

  /// The towns of a state or a country.
  private func within(_ wide: Location) -> [Location] {
    places.filter { place in
      guard [.metro, .city].contains(place.kind) else { return false }
      return wide.state.isEmpty ? place.country == wide.id : place.stateCodes.contains(wide.state)
    }
  }

  private func suggestions(for text: String, among places: [Location]) -> [String] {
    let ids = Set(places.map(\.id))
    let city = text.split(separator: ",").first.map(String.init) ?? text
    var display: [String: String] = [:]
    var sizes: [String: Double] = [:]
    for place in places {
      for name in place.cityKeys + (place.cityKeys.isEmpty ? [WordText.key(place.name)] : [])
      where place.employment ?? 0 >= sizes[name] ?? -1 {
        display[name] = place.kind == .metro ? place.name(ofCity: name) : place.name
        sizes[name] = place.employment ?? 0
      }
    }
    for alias in aliases where ids.contains(alias.location) {
      if let place = place(id: alias.location) { display[WordText.key(alias.text)] = place.shortName }
    }
    let likeness = PlaceLikeness(to: city, among: Array(display.keys))
    let near = NearestName.suggestions(
      for: city, among: display.keys.filter { likeness.holds(for: $0) }.sorted(), limit: 6)
    var names: [String] = []
    for name in near.compactMap({ display[$0] }) where !names.contains(name) { names.append(name) }
    return Array(names.prefix(3))
  }
}

extension Location {
  /// Lower-case names of a metro's cities, the first one first.
  public var cityKeys: [String] {
    guard kind == .metro || kind == .city, let comma = name.lastIndex(of: ",") else { return [] }
    if kind == .city { return [WordText.key(String(name[..<comma]))] }
    return name[..<comma].split(whereSeparator: { $0 == "-" || $0 == "/" }).map { WordText.key(String($0)) }
  }

  /// A metro by one of its cities: `Aurora, CO` for `aurora` in Denver-Aurora-Centennial, CO.
  func name(ofCity key: String) -> String {
    guard let comma = name.lastIndex(of: ",") else { return shortName }
    let cities = name[..<comma].split(whereSeparator: { $0 == "-" || $0 == "/" }).map(String.init)
    guard let city = cities.dropFirst().first(where: { WordText.key($0) == key }), let state = stateCodes.first else {
      return shortName
    }
    return "\(city), \(state)"
  }

  /// Whether a key is the metro's first cities together: `winston salem`.
  func hasLeadingCities(_ key: String) -> Bool {
    let cities = cityKeys
    guard cities.count > 1 else { return false }
    return (2...cities.count).contains { cities.prefix($0).joined(separator: " ") == key }
  }

  /// All states a metro lies in, from its title: `["OH", "KY", "IN"]`.
  var stateCodes: [String] {
    guard kind == .metro, let comma = name.lastIndex(of: ",") else { return [state] }
    return name[comma...].dropFirst().split(whereSeparator: { $0 == "-" || $0 == " " }).map(String.init)
  }

  /// `Columbus, GA`, or `Washington (state)`.
  var shortNameWithKind: String {
    switch kind {
    case .metro: return shortName
    case .nonmetro, .nation, .city: return name
    default: return "\(name) (\(kind.rawValue))"
    }
  }
}
