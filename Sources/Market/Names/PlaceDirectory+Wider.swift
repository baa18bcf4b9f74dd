/// Towns that the tables do not have, and the state or country that is said behind them.
extension PlaceDirectory {
  /// The place of a question: the one that is named, else the state or country around a town that is not known, with a
  /// note that says so. A town that is likely misspelt is not widened: ``UnknownName`` names the ones like it.
  ///
  ///     try directory.findOrWiden("Holland, MI").value.name    // "Michigan"
  ///     try directory.findOrWiden("Lexinton, KY")              // throws: did you mean "Lexington, KY"?
  public func findOrWiden(_ text: String) throws -> Resolution<Location> {
    do { return try find(text) } catch let unknown as UnknownName {
      guard let wider = unknown.widened else { throw unknown }
      return wider
    }
  }

  /// What stands around an unknown town: the state or the country that follows it.
  func around(_ text: String) -> (town: String, place: Location)? {
    for (town, behind) in splits(of: text) {
      guard town.contains(where: \.isLetter), let place = wide(behind, isParted: text.contains(",")) else { continue }
      // Holland, MI, USA: what stands before the country says more.
      if place.kind == .nation, let inner = around(town) { return inner }
      return (town, place)
    }
    return nil
  }

  /// Those of the names that a slip of the hand turns into a town: one letter in five at most.
  ///
  ///     slips("Chicgo", among: ["Chicago, IL"])     // ["Chicago, IL"]
  ///     slips("Boston", among: ["Houston, TX"])     // []: another town
  static func slips(_ town: String, among names: [String]) -> [String] {
    let typed = Array(WordText.key(town))
    return names.filter { name in
      let city = Array(WordText.key(String(name.prefix { $0 != "," })))
      return city.starts(with: typed) || NearestName.distance(typed, city) <= max(1, typed.count / 5)
    }
  }

  /// A state, a region or a country by its name; by two letters where a comma stands before them, or they are capitals.
  private func wide(_ text: String, isParted: Bool) -> Location? {
    let key = WordText.key(text)
    let isCode = key.count == 2
    guard !key.isEmpty, !isCode || isParted || text == text.uppercased() else { return nil }
    let state = places.first {
      [.state, .territory].contains($0.kind) && ($0.state.lowercased() == key || WordText.key($0.name) == key)
    }
    if let state { return state }
    if let region = regions.first(where: { $0.isNamed(key) }) { return place(id: region.country) }
    // Two letters alone say no country: Denver, IT is not in Italy.
    return isCode && key != "us" ? nil : country(key, of: [.country, .nation])
  }
}

extension UnknownName {
  /// The state or country around the town, where no town of it is spelt alike.
  public var widened: Resolution<Location>? {
    guard let around, suggestions.isEmpty else { return nil }
    return Resolution(around, note: "\"\(text)\" is no place of the tables: read as \(around.name)")
  }
}
