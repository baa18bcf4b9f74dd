import Market

/// Places in other words than the tables have.
extension PlaceMatcher {
  /// The place of a text as it stands; where that is not known, or only the state or country around it, in other words.
  func findInAnyWords(_ text: String, paidIn currency: String) -> Match? {
    let found = find(text, paidIn: currency)
    guard found?.isWidened ?? true else { return found }
    return inOtherWords(text, paidIn: currency) ?? found
  }

  private func inOtherWords(_ text: String, paidIn currency: String) -> Match? {
    // Brackets part a text as commas do: the alias of a nation may have them, as in United States (All).
    if let nation = tables.bare[WordText.key(text)], nation.kind == .nation {
      return Match(location: nation, isWidened: false)
    }
    guard let plain = PlaceWording.withoutArea(text) else { return metro(titled: text, paidIn: currency) }
    let found = find(plain, paidIn: currency).flatMap { $0.isWidened ? nil : $0 }
    let match = found ?? metro(titled: plain, paidIn: currency)
    // The metropolitan area of a state is none.
    return match.flatMap { [.metro, .city].contains($0.location.kind) ? $0 : nil }
  }

  /// The metro that an older or a longer title is of.
  private func metro(titled text: String, paidIn currency: String) -> Match? {
    guard let title = PlaceWording.title(text), let found = find(title.plain, paidIn: currency), !found.isWidened,
      title.isOf(found.location)
    else { return nil }
    var match = title.hasSeveralStates ? match(found.location, text) : found
    if WordText.key(text) != WordText.key(found.location.name) {
      match.rules.append(Match.Rule(name: RuleName.title, reading: "\(text) is \(found.location.name)"))
    }
    return match
  }
}
