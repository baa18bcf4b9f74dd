import Market

/// Another place of a name than the usual one, where a row's currency is paid in the one and not in the other: CA with
/// CAD is Canada.
///
///     places.match("CA", usually: california, paidIn: "CAD")?.location.id    // "CA"
struct PlaceByCurrency {
  private let places: PlaceDirectory
  private let currencies: CurrencyDirectory
  /// Made when a row asks for it: most files have one currency, that of all their places.
  private var matcher: PlaceMatcher?

  init(_ places: PlaceDirectory, currencies: CurrencyDirectory) {
    self.places = places
    self.currencies = currencies
  }

  /// Nil where the usual place stands.
  mutating func match(_ text: String, usually usual: Location, paidIn mark: String) -> PlaceMatcher.Match? {
    guard !mark.isEmpty, let code = currencies.find(mark)?.code, currencies.currency(of: usual.country)?.code != code
    else { return nil }
    if matcher == nil { matcher = PlaceMatcher(places, currencies: currencies) }
    guard let found = matcher?.place(text, paidIn: code), !found.isWidened, found.location != usual,
      !found.rules.isEmpty
    else { return nil }
    return found
  }
}
