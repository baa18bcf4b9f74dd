import ArgumentParser
import Files
import Market
import Quantities
import Reports
import Scenarios
import Taxation

/// Places by name, for taxes and for what pay buys.
struct MoveOptions: ParsableArguments {
  @Option(help: "A city or state by name, in place of --state.")
  var location: String?

  @Option(help: "Another place: the pay that it takes to live there as well.")
  var to: String?

  @Option(help: "The city or county with an income tax of its own there: NYC.")
  var toLocality: String?
}

extension TaxCommand {
  /// A place of the United States by what it is called.
  static func place(_ text: String, _ option: String, in data: ShippedData) throws -> Location {
    let found: Location
    do { found = try data.places(naming: text).find(text).value } catch is UnknownName {
      // All places, so that the error can name the nearest.
      found = try data.places().findOrWiden(text).value
    }
    guard found.country == "US", found.state.count == 2 else {
      throw UsageError(
        "unknown-state", "\(option) \"\(text)\" is \(found.name), which is in no state of the United States",
        cure: "name a city or a state: --location Denver")
    }
    return found
  }

  /// The pay in another place that buys what this pay buys here.
  func runMove(
    _ question: HouseholdOptions.Question, from here: Location, to there: Location, _ data: ShippedData
  ) throws {
    let prices = try data.priceLevels(on: try context.date())
    guard let hereLevel = prices(here), let thereLevel = prices(there) else {
      throw UsageError(
        "no-market-data", "no price level is known of \(prices(here) == nil ? here.name : there.name)",
        cure: "name a metropolitan area or a state")
    }
    var law = UnitedStatesLaw(
      try data.taxLaw(of: Array(Set(["US", "US-\(here.state)", "US-\(there.state)"])).sorted()))
    let localities = try data.taxLocalities()
    let locality = try move.toLocality.map { try HouseholdOptions.locality($0, in: there.state, localities) }?.place
    let now = law.tax(
      question.household, state: here.state, locality: question.locality?.place, localRate: question.localRate,
      year: question.year)
    let ratio = thereLevel.level / hereLevel.level
    let needed = law.wages(
      netting: now.net() * ratio, question.household, state: there.state, locality: locality, year: question.year)
    let moved = law.tax(question.household, state: there.state, locality: locality, year: question.year)
    let reverse = law.wages(
      netting: moved.net() / ratio, question.household, state: here.state, locality: question.locality?.place,
      localRate: question.localRate, year: question.year)
    guard let needed, let reverse else {
      throw UsageError("value-out-of-range", "no pay up to 100 million is enough", cure: "lower --wages")
    }
    var household = question.household
    household.wages = needed
    let then = law.tax(household, state: there.state, locality: locality, year: question.year)
    func unnamed(_ place: Location, _ isNamed: Bool) -> [String] {
      isNamed
        ? []
        : localities.localities(of: place.state).filter { law.taxesPay(in: $0.place, year: question.year) }.map(\.name)
    }
    try output.write(
      MoveReport(
        here: .init(
          name: here.shortName, state: here.state, prices: hereLevel, tax: now,
          untaxedLocalities: unnamed(here, question.locality != nil || question.localRate > 0)),
        there: .init(
          name: there.shortName, state: there.state, prices: thereLevel, tax: then,
          untaxedLocalities: unnamed(there, locality != nil)),
        reverse: reverse, year: question.year
      ).report)
  }
}
