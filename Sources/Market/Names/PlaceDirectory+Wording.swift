/// Places in other words than the tables have.
extension PlaceDirectory {
  /// The place of `Denver, CO, USA`, `Denver Metro` or `Denver-Aurora-Lakewood, CO`; nil where that leads nowhere.
  func inOtherWords(_ text: String) -> Resolution<Location>? {
    if let found = beforeCountry(text) { return found }
    guard let plain = PlaceWording.withoutArea(text) else { return metro(titled: text) }
    let found = known(plain) ?? metro(titled: plain)
    // The metropolitan area of a state is none.
    return found.flatMap { [.metro, .city].contains($0.value.kind) ? $0 : nil }
  }

  /// What stands before the name of a country, with a comma between them or not, where it is in that country.
  private func beforeCountry(_ text: String) -> Resolution<Location>? {
    for (place, behind) in splits(of: text) {
      guard let country = country(WordText.key(behind), of: [.country, .nation]),
        let found = known(place) ?? inOtherWords(place), found.value.country == country.id
      else { continue }
      return found
    }
    return nil
  }

  /// A text in two: at its last comma, or before its last word, two or three.
  func splits(of text: String) -> [(String, String)] {
    if let comma = text.lastIndex(of: ",") {
      let place = text[..<comma].split(separator: " ").joined(separator: " ")
      return [(place, String(text[comma...].dropFirst()))]
    }
    let words = text.split(separator: " ")
    return [1, 2, 3].filter { $0 < words.count }.map {
      (words.dropLast($0).joined(separator: " "), words.suffix($0).joined(separator: " "))
    }
  }

  /// The metro that an older or a longer title is of; said, since its cities may be others.
  private func metro(titled text: String) -> Resolution<Location>? {
    guard let title = PlaceWording.title(text), let found = known(title.plain), title.isOf(found.value) else {
      return nil
    }
    return Resolution(found.value, note: "\"\(text)\" is read as \(found.value.name)")
  }
}
