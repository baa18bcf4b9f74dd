/// Tax law outside the United States, country by country.
///
///     AbroadLaw(law).tax(AbroadEarner(place: "GB", pay: 90_000), year: 2026)?.net
public struct AbroadLaw: Sendable {
  public let law: TaxLaw

  public init(_ law: TaxLaw) { self.law = law }

  /// What each country's rules are.
  private static let countries: [String: @Sendable (AbroadLaw, AbroadEarner, Int) -> AbroadTax?] = [
    "AU": { $0.australia($1, year: $2) }, "CA": { $0.canada($1, year: $2) }, "DE": { $0.germany($1, year: $2) },
    "GB": { $0.unitedKingdom($1, year: $2) }, "IE": { $0.ireland($1, year: $2) }, "IN": { $0.india($1, year: $2) },
    "NL": { $0.netherlands($1, year: $2) }, "SG": { $0.singapore($1, year: $2) },
  ]

  /// Countries with rules here.
  public static var known: [String] { countries.keys.sorted() }

  /// Nil for a place, or a year, without tables.
  public func tax(_ earner: AbroadEarner, year: Int) -> AbroadTax? {
    Self.countries[earner.country]?(self, earner, year)
  }

  /// A table of the place, else of its country.
  func table(_ name: String, _ earner: AbroadEarner, _ year: Int) -> TaxTable? {
    law.table(name, in: earner.place, filing: earner.filing, year: year)
      ?? law.table(name, in: earner.country, filing: earner.filing, year: year)
  }

  /// A single figure of a table.
  func amount(_ name: String, _ earner: AbroadEarner, _ year: Int) -> Double {
    table(name, earner, year)?.value(at: 0) ?? 0
  }
}

extension AbroadEarner {
  /// The rows of tables that are for couples or single people.
  var filing: FilingStatus { isMarried ? .joint : .single }
}
