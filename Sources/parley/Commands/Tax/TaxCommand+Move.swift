import Files
import Market
import Quantities
import Reports
import Scenarios
import Taxation

extension TaxCommand {
  /// A place of the United States by what it is called.
  static func place(_ text: String, _ option: String, in data: ShippedData) throws -> Location {
    let found: Location
    do { found = try data.places(naming: text).find(text).value } catch is UnknownName {
      // All places, so that the error can name the nearest.
      found = try data.places().findOrWiden(text).value
    }
    guard found.country == "US", found.state.count == 2 else { throw NamedPlace.noState(text, option, found) }
    return found
  }

  /// The pay in another place that buys what this pay buys here, both ways.
  func runMove() throws {
    guard household.wages != nil else {
      throw UsageError("missing-argument", "whose pay?", cure: "write --wages 178k --location Denver --to Seattle")
    }
    guard !marginal, !all else {
      throw UsageError(
        "option-without-use", "\(marginal ? "--marginal" : "--all") beside --to", cure: "leave one of them out")
    }
    try move.checkPairs()
    let data = try Session.shippedData()
    let builder = try MoveBuilder(command: self, data: data, date: try context.date())
    let (from, to) = (try placeHere(data), try placeThere(data))
    // An option for places abroad is wrong where there is none.
    if !from.isAbroad, !to.isAbroad { _ = try abroad.isAbroad() }
    for note in [from.note, to.note].compactMap({ $0 }) { output.note(note) }
    let (here, there) = (
      try builder.side(from, beside: to, isHere: true), try builder.side(to, beside: from, isHere: false)
    )
    let question = try builder.move(from: here, to: there)
    guard question.spending >= 0 else {
      throw UsageError(
        "value-out-of-range",
        "--rent and --commute take more than the "
          + "\(NumberText.money(question.here.taxed(question.pay).net, currency: question.here.currency)) left after tax",
        cure: "--rent is a month's, --commute a year's: lower them, or raise --wages")
    }
    guard let answer = question.answer else {
      throw UsageError("value-out-of-range", "no pay up to 100 million is enough", cure: "lower --wages")
    }
    try output.write(
      MoveReport(
        question, answer, here: here.shown, there: there.shown, rateDate: builder.rates.date, year: builder.year,
        isOffered: move.toWages != nil
      ).report)
  }

  private func placeHere(_ data: ShippedData) throws -> NamedPlace {
    let country = abroad.country.map { $0.uppercased() }
    let isElsewhere = country != nil && country != "US"
    if isElsewhere, move.location != nil || household.state != nil {
      throw UsageError(
        "option-without-use", "--country beside \(move.location == nil ? "--state" : "--location")",
        cure: "leave one of them out")
    }
    var place: NamedPlace
    if isElsewhere, let country {
      guard let found = try data.places().place(id: country), found.kind == .country else {
        throw UsageError("unknown-country", "--country \"\(country)\" is no country", cure: "write --country GB")
      }
      place = NamedPlace(location: found)
    } else if let location = move.location {
      place = try NamedPlace.find(location, "--location", amongCountries: false, in: data)
    } else if let state = household.state {
      let code = try data.taxLocalities().state(state) ?? state
      guard code.count == 2, let found = try data.places().place(id: "US-\(code.uppercased())") else {
        throw UsageError("unknown-state", "--state \"\(state)\" is no state", cure: "write its two letters: CO")
      }
      return NamedPlace(location: found)
    } else {
      throw UsageError("missing-argument", "--to without --location", cure: "write --location Denver --to Seattle")
    }
    if let region = abroad.region { try place.setRegion(region, "--region", in: data) }
    return place
  }

  private func placeThere(_ data: ShippedData) throws -> NamedPlace {
    let amongCountries = abroad.country.map { $0.uppercased() != "US" } ?? false
    var place = try NamedPlace.find(move.to ?? "", "--to", amongCountries: amongCountries, in: data)
    if let region = move.toRegion { try place.setRegion(region, "--to-region", in: data) }
    return place
  }
}

extension NamedPlace {
  /// A part by its code or name, in place of the one the city is in.
  mutating func setRegion(_ text: String, _ option: String, in data: ShippedData) throws {
    let country = location.country
    guard isAbroad else {
      throw UsageError("option-without-use", "\(option) in the United States", cure: "name the city or the state")
    }
    let key = WordText.key(text)
    let known = try data.places(naming: country).regions.first { $0.country == country && $0.isNamed(key) }
    region = known?.id ?? "\(country)-\(text.uppercased())"
    let parts = TaxLaw(try data.taxPlaces.contains(country) ? data.taxFacts(of: [country]) : []).places(within: country)
    guard parts.contains(region ?? "") else {
      throw UsageError(
        "unknown-region", "\(country) has no part \"\(text)\" with taxes of its own",
        cure: parts.isEmpty
          ? "leave \(option) out" : "there are \(parts.map { String($0.dropFirst(3)) }.joined(separator: ", "))")
    }
    if location.kind == .country { regionName = known?.name }
  }
}
