import Market
import Quantities

/// Guesses the currency of a file: from its headers, a column of currencies, the signs beside its pay, or the countries
/// it is from, in this order.
///
///     var guess = CurrencyGuess(header: header, sample: rows, places: places, currencies: currencies)
///     guess.read(&profile).isAssumed    // true where none of them says anything: USD
struct CurrencyGuess {
  let header: [String]
  let sample: [[String]]
  var places: PlaceMatcher
  let currencies: CurrencyDirectory

  /// Sets the currency of the profile and how rows that state none are taken. The note is for people; nil where a
  /// column or a header shows it.
  mutating func read(_ profile: inout SurveyProfile) -> (isAssumed: Bool, note: String?) {
    profile.unstated = .country
    let codes = texts(of: profile.columns[.currency]).compactMap { currencies.find($0)?.code }
    if let code = mostFrequent(codes) {
      profile.currency = code
      return (false, nil)
    }
    if let code = codeInHeader(profile) {
      profile.currency = code
      // A header speaks for all its rows.
      profile.unstated = .currency
      return (false, nil)
    }
    let pays = profile.pay.flatMap { $0.columns.values.flatMap { $0 } }
    let signs = pays.flatMap { texts(of: [$0]) }.compactMap { PayText($0)?.mark }
    if let code = mostFrequent(signs.compactMap { currencies.find($0)?.code }), signs.count * 2 >= sample.count {
      profile.currency = code
      return (false, "guessed, currency: \(code), the sign beside most of its pay")
    }
    if let code = mostFrequent(countries(profile).compactMap { currencies.currency(of: $0)?.code }) {
      profile.currency = code
      return (false, "guessed, currency: \(code), that of most of its places; rows elsewhere are in theirs")
    }
    return (true, "assumed, currency: \(profile.currency): no column, sign or place says it")
  }

  /// A code or a sign in the name of a pay column: `Salary (EUR)`; else in any name.
  private func codeInHeader(_ profile: SurveyProfile) -> String? {
    let text = header.joined(separator: " ")
    let words = Set(WordText.words(text))
    for (sign, code) in [("£", "GBP"), ("€", "EUR")] where text.contains(sign) { return code }
    return ["USD", "EUR", "GBP", "CAD", "AUD", "CHF"].first { words.contains($0.lowercased()) }
  }

  private func texts(of names: [String]?) -> [String] {
    guard let name = names?.first, let index = header.firstIndex(of: name) else { return [] }
    return sample.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
  }

  private mutating func countries(_ profile: SurveyProfile) -> [String] {
    let columns = [SurveyProfile.Field.location, .city, .county, .state].compactMap { field in
      profile.columns[field]?.first.flatMap { header.firstIndex(of: $0) }
    }
    let nation = profile.columns[.country]?.first.flatMap { header.firstIndex(of: $0) }
    return sample.compactMap { row in
      if let nation, row.indices.contains(nation), let found = places.place(row[nation], isCountry: true) {
        return found.location.country
      }
      let parts = columns.compactMap { row.indices.contains($0) && !row[$0].isEmpty ? row[$0] : nil }
      return parts.isEmpty ? nil : places.place(parts.joined(separator: ", "))?.location.country
    }
  }

  private func mostFrequent(_ codes: [String]) -> String? {
    let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
