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
  /// What one unit of the first currency is worth in the second; nil where that is not known.
  let rate: (String, String) -> Double?

  /// Sets the currency of the profile and how rows that state none are taken. The note is for people; nil where a
  /// column or a header shows it.
  mutating func read(_ profile: inout SurveyProfile) -> (isAssumed: Bool, note: String?) {
    profile.unstated = .country
    let codes = texts(of: profile.columns[.currency]).compactMap { (currencies.find($0) ?? currencies.named($0))?.code }
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
    let signs = pays.flatMap { texts(of: [$0]) }.compactMap { PayText($0, currencies: currencies)?.mark }
    if let code = mostFrequent(signs.compactMap { currencies.find($0)?.code }), signs.count * 2 >= sample.count {
      profile.currency = code
      return (false, "guessed, currency: \(code), the sign beside most of its pay")
    }
    if let code = mostFrequent(countries(profile).compactMap { currencies.currency(of: $0)?.code }) {
      profile.currency = code
      if let others = codesThatDoNotFit(profile) {
        profile.unstated = .currency
        return (
          false,
          "guessed, currency: \(code) for all rows, that of most of its places: in \(others) pay elsewhere would be far from "
            + "theirs; `unstated: country` takes each country's"
        )
      }
      return (false, "guessed, currency: \(code), that of most of its places; rows elsewhere are in theirs")
    }
    return (true, "assumed, currency: \(profile.currency): no column, sign or place says it")
  }

  /// A code or a sign in the name of a pay column: `Salary (EUR)`. What other columns are in says nothing of pay.
  private func codeInHeader(_ profile: SurveyProfile) -> String? {
    let columns = PayColumns(header: header, sample: sample, currencies: currencies)
    let used = Set(profile.pay.flatMap { $0.columns.values.flatMap { $0 } } + (profile.columns[.value] ?? []))
    let names = header.filter(used.contains)
    for (sign, code) in [("£", "GBP"), ("€", "EUR")] where names.contains(where: { $0.contains(sign) }) { return code }
    if let code = names.lazy.compactMap(columns.code).first { return code }
    let words = Set(names.flatMap { WordText.words($0) })
    return ["USD", "EUR", "GBP", "CAD", "AUD", "CHF"].first { words.contains($0.lowercased()) }
  }

  private func texts(of names: [String]?) -> [String] {
    guard let name = names?.first, let index = header.firstIndex(of: name) else { return [] }
    return sample.compactMap { $0.indices.contains(index) && !$0[index].isEmpty ? $0[index] : nil }
  }

  /// Currencies of other places in which their pay would be less than half or more than twice that of most places, while
  /// as it stands it is like theirs: then all rows are in one currency. Nil where the figures do not say so.
  private mutating func codesThatDoNotFit(_ profile: SurveyProfile) -> String? {
    let home = profile.currency
    guard let name = profile.pay.first?.columns.sorted(by: { $0.key < $1.key }).first?.value.first,
      let pay = header.firstIndex(of: name)
    else { return nil }
    var amounts: [String: [Double]] = [:]
    for row in sample where row.indices.contains(pay) {
      guard let amount = PayText(row[pay], currencies: currencies)?.amount, amount > 0,
        let code = country(of: row, profile).flatMap({ currencies.currency(of: $0)?.code })
      else { continue }
      amounts[code, default: []].append(amount)
    }
    guard let most = amounts[home].flatMap(Self.middle) else { return nil }
    var (misfits, fits): ([String], Int) = ([], 0)
    var rows = 0
    for (code, pays) in amounts where code != home {
      guard let rate = rate(code, home), let middle = Self.middle(pays) else { continue }
      let (plain, exchanged) = (middle / most, middle * rate / most)
      if (0.4...2.5).contains(plain), !(0.45...2.2).contains(exchanged) {
        misfits.append(code)
        rows += pays.count
      } else if !(0.4...2.5).contains(plain), (0.1...10).contains(exchanged) {
        fits += pays.count
      }
    }
    return rows > fits && rows >= 3 ? misfits.sorted().joined(separator: ", ") : nil
  }

  private static func middle(_ amounts: [Double]) -> Double? {
    amounts.isEmpty ? nil : amounts.sorted()[amounts.count / 2]
  }

  private mutating func countries(_ profile: SurveyProfile) -> [String] {
    var found: [String] = []
    for row in sample { if let country = country(of: row, profile) { found.append(country) } }
    return found
  }

  private mutating func country(of row: [String], _ profile: SurveyProfile) -> String? {
    func text(_ field: SurveyProfile.Field) -> String? {
      guard let index = profile.columns[field]?.first.flatMap({ header.firstIndex(of: $0) }),
        row.indices.contains(index), !row[index].isEmpty
      else { return nil }
      return row[index]
    }
    if let nation = text(.country), let found = places.place(nation, isCountry: true) { return found.location.country }
    let parts = [SurveyProfile.Field.location, .city, .county, .state].compactMap(text)
    return parts.isEmpty ? nil : places.place(parts.joined(separator: ", "))?.location.country
  }

  private func mostFrequent(_ codes: [String]) -> String? {
    let counts = Dictionary(codes.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }
}
