import Files
import Market

/// A place to pay taxes and to live in, by what it is called.
struct NamedPlace {
  let location: Location
  /// A part of a country abroad that was named or that the city is in: `CA-ON`.
  var region: String?
  /// What the part is called.
  var regionName: String?
  var note: String?

  var isAbroad: Bool { location.country != "US" }
  /// For sentences: `Denver, CO`, `London`, `Ontario`, `Germany`.
  var name: String { regionName ?? (isAbroad ? location.spokenName : location.shortName) }
}

extension NamedPlace {
  /// The place a text names, a part of a country too: `Denver`, `London`, `Scotland`, `CA-ON`, `country:CA`.
  ///
  /// `amongCountries`: two letters that are a state and a country with tax tables are the country, as beside --country.
  static func find(
    _ text: String, _ option: String, amongCountries: Bool, in data: ShippedData
  ) throws -> NamedPlace {
    let key = text.uppercased()
    if amongCountries, key != "US", key.count == 2, data.taxPlaces.contains(key),
      let country = try data.places(naming: key).place(id: key)
    {
      let state = try data.places(naming: "US-\(key)").place(id: "US-\(key)")
      let note = state.map { "\"\(text)\" is read as \(country.name); write US-\(key) for \($0.name)" }
      return NamedPlace(location: country, note: note)
    }
    let directory = try data.places()
    if let part = directory.regions.first(where: { $0.id == key }), let country = directory.place(id: part.country) {
      return NamedPlace(location: country, region: part.id, regionName: part.name)
    }
    let found = try directory.findOrWiden(text)
    let location = found.value
    guard location.country != "US" else {
      guard location.state.count == 2 else { throw noState(text, option, location) }
      let settled = try TaxCommand.inItsState(location, named: text, option, data.taxLocalities())
      // A suburb across the line goes by its own name: the area's has the other state in it.
      return NamedPlace(location: settled, regionName: settled.state == location.state ? nil : text, note: found.note)
    }
    // Scotland is known as a part of the United Kingdom only.
    let name = WordText.key(text)
    if location.kind == .country,
      let part = directory.regions.first(where: { $0.country == location.country && WordText.key($0.name) == name })
    {
      return NamedPlace(location: location, region: part.id, regionName: part.name)
    }
    let region = try data.taxPlacesOfCities()[location.id]
    return NamedPlace(location: location, region: region, note: found.note)
  }

  static func noState(_ text: String, _ option: String, _ found: Location) -> UsageError {
    UsageError(
      "unknown-state", "\(option) \"\(text)\" is \(found.name), which is in no state of the United States",
      cure: found.country == "US"
        ? "name a city or a state: \(option) Denver"
        : "name a city or a state: \(option) Denver; for taxes there write --country \(found.country)")
  }
}
