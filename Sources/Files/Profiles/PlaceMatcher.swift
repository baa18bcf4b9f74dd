import Market

/// Finds places in what people type, thousands a second: `Dallas, Texas, United States`, `London, UK`, `Chicago`.
///
///     matcher.place("Chattanooga, Tennessee, USA")?.location.id    // "US-16860"
///     matcher.place("Fairplay, Colorado")?.isWidened               // true: kept for the state
///     matcher.place("London, ON")?.location.id                     // "CA": what follows a city is never ignored
///     matcher.place("Melbourne", paidIn: "AUD")?.location.id       // "AU-MEL"
struct PlaceMatcher {
  private static let cacheLimit = 200_000

  let tables: PlaceTables
  private let currencies: CurrencyDirectory?
  /// The currency of most of the survey's pay: it decides where a row states none.
  private let usual: String
  private var cache: [String: Match?] = [:]

  /// `currencies`: to choose between places of one name by the currency that is paid there; `usual`: the survey's.
  init(_ directory: PlaceDirectory, currencies: CurrencyDirectory? = nil, usual: String = "") {
    tables = PlaceTables(directory)
    self.currencies = currencies
    self.usual = usual
  }

  /// The wider places of a place: its state and its country.
  ///
  /// `state`: the one that is said, where it is not the metro's principal one; else empty.
  ///
  ///     matcher.parents(of: "US-47900", in: "US-VA")    // ["US-VA", "US"]
  func parents(of id: String, in state: String = "") -> [String] {
    guard let place = tables.byID[id] else { return [] }
    var found: [String] = []
    if !state.isEmpty {
      found.append(state)
    } else if let principal = tables.principalState(of: place) {
      found.append(principal.id)
    }
    if place.country != place.id, tables.byID[place.country] != nil { found.append(place.country) }
    return found
  }

  /// The place of one free text, its parts from narrow to wide parted by commas.
  ///
  /// `isCountry`: two letters are a country's code. `paidIn`: the code of the currency that the row states, or empty.
  mutating func place(_ text: String, isCountry: Bool = false, paidIn currency: String = "") -> Match? {
    let asked = isCountry ? "\u{1}" + text : currency.isEmpty ? text : text + "\u{1}" + currency
    if let held = cache[asked] { return held }
    if cache.count >= Self.cacheLimit { cache.removeAll() }
    let found = isCountry ? country(text) : findInAnyWords(text, paidIn: currency)
    cache[asked] = .some(found)
    return found
  }

  /// The place of a free text in a country outside the United States: a city that is known there, else the country.
  func place(_ text: String, in country: Location) -> Match {
    let found = city(of: Self.parts(of: text), in: country)
    guard found.isWidened, let plain = PlaceWording.withoutArea(text) else { return found }
    return city(of: Self.parts(of: plain), in: country)
  }

  private func country(_ text: String) -> Match? {
    let key = WordText.key(text)
    let code = text.uppercased().filter { $0 != " " && $0 != "." }
    let found = tables.byID[code].flatMap { [.country, .nation].contains($0.kind) ? $0 : nil } ?? tables.countries[key]
    return found.map { Match(location: $0, isWidened: false) }
  }

  func find(_ text: String, paidIn currency: String) -> Match? {
    // States win where codes clash: CA is California.
    if let place = tables.byID[text], tables.states[text.lowercased()] == nil { return match(place, text) }
    var parts = Self.parts(of: text)
    if parts.count == 1, let whole = bare(parts[0], text, paidIn: currency) { return whole }
    if parts.count == 1 {
      parts = withoutCommas(parts[0])
    } else if let last = parts.last, last.contains(" ") {
      // Vancouver, WA USA: a comma too few.
      let split = withoutCommas(last)
      if tables.states[split[0]] != nil { parts = parts.dropLast() + split }
    }
    let country = tables.countryIndex(in: parts).flatMap { tables.countries[parts.remove(at: $0)] }
    if let country, country.id != "US" { return city(of: parts, in: country) }
    if let index = parts.lastIndex(where: { tables.states[$0] != nil }), parts.count > 1 || country != nil,
      // New York, NY: the same words may be city and state.
      index > 0 || parts.count == 1, let state = tables.states[parts[index]]
    {
      let suffix = parts.remove(at: index)
      return inState(state, suffix, parts, text, paidIn: country == nil ? currency : nil)
    }
    if country == nil,
      let index = parts.indices.dropFirst().last(where: { !tables.countries(ofSuffix: parts[$0]).isEmpty })
    {
      let suffix = parts.remove(at: index)
      return abroad(parts, suffix, text, paidIn: currency)
    }
    for part in parts {
      let found = bare(part, text, paidIn: currency, isAmerican: country != nil, isWidened: parts.count > 1)
      if let found { return found }
    }
    return country.map { Match(location: $0, isWidened: true) }
  }

  // MARK: - By what follows the city

  /// A city of a state, else the state. `paidIn`: nil where the country is said.
  private func inState(
    _ state: Location, _ suffix: String, _ parts: [String], _ text: String, paidIn currency: String?
  ) -> Match {
    if parts.isEmpty { return Match(location: state, isWidened: false) }
    for part in parts {
      if let city = tables.cities[part + " " + state.state.lowercased()] { return match(city, text, in: state) }
    }
    // Toronto, CA and Perth, WA: the letters are those of a country, or of a region of one, as well.
    if let currency, suffix.count == 2 {
      let choices = tables.countries(ofSuffix: suffix).map(\.country)
      for country in choices {
        let found = city(of: parts, in: country)
        if !found.isWidened { return found }
      }
      // Behind a comma they are the state's, unless the pay is in the country's currency and not in the state's.
      let paid = currency.isEmpty ? usual : currency
      if !isPaid(paid, in: state), let country = choices.first(where: { isPaid(paid, in: $0) }) {
        return Match(location: country, isWidened: true, rules: [byCurrency(text, country.name, stated: currency)])
      }
    }
    return Match(location: state, isWidened: true)
  }

  /// A city of the country that a region or a code stands for, else that country; nil where it may be several, or where
  /// two letters alone would say it: `Denver, IT` is not in Italy.
  private func abroad(_ parts: [String], _ suffix: String, _ text: String, paidIn currency: String) -> Match? {
    let choices = tables.countries(ofSuffix: suffix)
    for choice in choices {
      let found = city(of: parts, in: choice.country)
      if !found.isWidened { return found }
    }
    if choices.count == 1, choices[0].isSure { return Match(location: choices[0].country, isWidened: true) }
    let paid = currency.isEmpty ? usual : currency
    guard let own = choices.first(where: { isPaid(paid, in: $0.country) })?.country else { return nil }
    return Match(location: own, isWidened: true, rules: [byCurrency(text, own.name, stated: currency)])
  }

  /// The first part that is a known city of a country, else the country. Parts that say the country again say nothing.
  private func city(of all: [String], in country: Location) -> Match {
    let parts = all.filter { !tables.isName($0, of: country) }
    for part in parts {
      if let city = tables.city(part, in: country) { return Match(location: city, isWidened: false) }
    }
    return Match(location: country, isWidened: !parts.isEmpty)
  }

  // MARK: - By the name alone

  /// What a name means by itself, with what else it might mean.
  private func bare(
    _ key: String, _ text: String, paidIn currency: String, isAmerican: Bool = false, isWidened: Bool = false
  ) -> Match? {
    let namesakes = (tables.namesakes[key] ?? []).filter { !isAmerican || $0.place.country == "US" }
    let usually = tables.bare[key].flatMap { !isAmerican || $0.country == "US" ? $0 : namesakes.first?.place }
    guard let place = usually else { return nil }
    let others = namesakes.filter { $0.place.id != place.id }
    let paid = currency.isEmpty ? usual : currency
    let isForeign = !paid.isEmpty && !isPaid(paid, in: place)
    // WA, paid in Australian dollars.
    if isForeign, key.count == 2, let own = tables.regions[key]?.first(where: { isPaid(paid, in: $0) }) {
      return Match(location: own, isWidened: true, rules: [byCurrency(text, own.name, stated: currency)])
    }
    // A city that is not paid as the United States are is rather one abroad; two letters are no name.
    if isForeign, let own = others.first(where: { isPaid(paid, in: $0.place) }) {
      return namesake(own, key, isWidened, byCurrency(text, own.label, stated: currency))
    }
    if isForeign, place.country == "US", key.count > 2, let own = others.first(where: { $0.place.country != "US" }) {
      return namesake(own, key, isWidened, Self.several(text, own.label))
    }
    let isDoubtful = isForeign && !isAmerican && !currency.isEmpty && place.kind == .metro
    // Douglas, Isle of Man, paid in pounds: what is beside the name would have to be American too.
    if isDoubtful, isWidened { return nil }
    var found = match(
      place, text, in: trailingState(key, of: place), isWidened: isWidened || tables.keptForCountry.contains(key))
    // CA is California where pay is in dollars: nobody wonders.
    if !others.isEmpty, key.count > 2 || isForeign,
      let label = namesakes.first(where: { $0.place.id == place.id })?.label
    {
      found.rules = [Self.several(text, label)]
    }
    return found
  }

  /// Another place of a name than the usual one; a country whose region is meant is wider than what was said.
  private func namesake(_ own: PlaceTables.Namesake, _ key: String, _ isWidened: Bool, _ rule: Match.Rule) -> Match {
    let isWide = own.place.kind == .country && !tables.isName(key, of: own.place)
    return Match(location: own.place, isWidened: isWidened || isWide, rules: [rule])
  }

  /// The state that an alias ends with: `alexandria va`.
  private func trailingState(_ key: String, of place: Location) -> Location? {
    guard let space = key.lastIndex(of: " "), place.kind == .metro else { return nil }
    let code = String(key[key.index(after: space)...])
    return PlaceTables.states(of: place).contains(code) ? tables.states[code] : nil
  }

  /// A place in the state that is said, or in its principal one.
  func match(_ place: Location, _ text: String, in state: Location? = nil, isWidened: Bool = false) -> Match {
    var found = Match(location: place, isWidened: isWidened)
    guard place.kind == .metro, let principal = tables.principalState(of: place) else { return found }
    if let state {
      if state.id != principal.id { found.state = state.id }
    } else if PlaceTables.states(of: place).count > 1 {
      found.stateRule = Match.Rule(name: RuleName.state, reading: "\(text) is in \(principal.name)")
    }
    return found
  }

  private func isPaid(_ currency: String, in place: Location) -> Bool {
    !currency.isEmpty && currencies?.currency(of: place.country)?.code == currency
  }

  private func byCurrency(_ text: String, _ label: String, stated currency: String) -> Match.Rule {
    Match.Rule(name: currency.isEmpty ? RuleName.usualCurrency : RuleName.currency, reading: "\(text) is \(label)")
  }

  private static func several(_ text: String, _ label: String) -> Match.Rule {
    Match.Rule(name: RuleName.severalPlaces, reading: "\(text) is \(label)")
  }

  // MARK: - Parts of a text

  private static func parts(of text: String) -> [String] {
    text.split { ",;/()|".contains($0) }.map { WordText.key(String($0)) }.filter { !$0.isEmpty }
  }

  /// `columbus ohio usa` in the parts that commas would have made.
  private func withoutCommas(_ key: String) -> [String] {
    var words = key.split(separator: " ").map(String.init)
    var parts: [String] = []
    /// Takes the last words off where they are what is sought.
    func take(_ isSought: (_ tail: String, _ head: String) -> Bool) -> Bool {
      for count in [4, 3, 2, 1] where words.count > count {
        let tail = words.suffix(count).joined(separator: " ")
        guard isSought(tail, words.dropLast(count).joined(separator: " ")) else { continue }
        parts.insert(tail, at: 0)
        words.removeLast(count)
        return true
      }
      return false
    }
    _ = take { tail, _ in tables.countries[tail] != nil }
    let hasState = take { tail, _ in tables.states[tail] != nil }
    if !hasState {
      // Without a comma `on` is a word: a code counts where the city before it is known there.
      _ = take { tail, head in
        tables.regions[tail]?.contains { tail.count > 3 || tables.city(head, in: $0) != nil } == true
      }
    }
    return [words.joined(separator: " ")] + parts
  }
}
