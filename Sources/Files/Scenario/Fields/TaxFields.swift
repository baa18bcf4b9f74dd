import Compensation

/// `taxes: {locality: NYC, work_locality: Philadelphia, local_rate: 1.5%, region: ON, effective_rate: 28%}`
enum TaxFields {
  private static let table = FieldTable<OfferTaxTerms>([
    "locality": { $1.locality = $0.text(wanted: "a city or county: NYC") },
    "work_locality": { $1.workLocality = $0.text(wanted: "a city or county: Philadelphia") },
    "local_rate": { $1.localRate = $0.share(0...0.2) },
    "region": { $1.region = $0.text(wanted: "a part of a country: ON") },
    "ruling": { $1.hasRuling = $0.flag() ?? false },
    "effective_rate": { $1.effectiveRate = $0.share(0...0.9) },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    table.read(entry, into: &draft.offer.taxTerms, owner: entry.path, wanted: "keys: {locality: NYC}")
  }
}
