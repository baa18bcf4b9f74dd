import Files
import Market
import Quantities
import Reports
import Scenarios
import Taxation

/// Makes places that can be compared of what the command line says of them.
struct MoveBuilder {
  /// A place, what the page says of it, and how amounts are read there.
  struct Side {
    var place: MovePlace
    let shown: MoveReport.Place
    let amounts: LocalAmount
  }

  let data: ShippedData
  let rates: ExchangeRates
  let year: Int
  let household: HouseholdOptions
  let abroad: AbroadOptions
  let options: MoveOptions
  private let date: CalendarDate
  private let baskets: (Location) -> BasketPrice?
  let currencies: CurrencyDirectory

  init(command: TaxCommand, data: ShippedData, date: CalendarDate) throws {
    self.data = data
    self.date = date
    household = command.household
    abroad = command.abroad
    options = command.move
    year = try household.taxYear(of: date)
    rates = try data.exchangeRates(on: date)
    baskets = try data.basketPrices(on: date)
    currencies = try data.currencies()
  }

  func move(from here: Side, to there: Side) throws -> Move {
    let (local, far) = (here.amounts, there.amounts)
    let pay = try local.amount(household.wages, of: "--wages") ?? 0
    guard pay >= here.place.leastPay else {
      throw UsageError("value-out-of-range", "more is put aside than is earned", cure: "lower what is put aside")
    }
    var (home, away) = (here.place, there.place)
    home.rent = try local.amount(options.rent, of: "--rent").map { 12 * $0 }
    away.rent = try far.amount(options.toRent, of: "--to-rent").map { 12 * $0 }
    home.commute = try local.amount(options.commute, of: "--commute") ?? 0
    away.commute = try far.amount(options.toCommute, of: "--to-commute") ?? 0
    let offered = try far.amount(options.toWages, of: "--to-wages")
    guard offered.map({ $0 >= away.leastPay }) ?? true else {
      throw UsageError("value-out-of-range", "--to-wages is less than what is put aside there", cure: "raise it")
    }
    let months = try data.parameters(of: ["value"]).value("horizon.months", on: date)
    return Move(
      from: home, to: away, pay: pay, exchange: rates.rate(from: home.currency, to: away.currency),
      offered: offered,
      movingCost: try local.amount(options.movingCost, of: "--moving-cost") ?? 0, years: months / 12)
  }

  func side(_ place: NamedPlace, beside other: NamedPlace, isHere: Bool) throws -> Side {
    guard let basket = baskets(place.location) else {
      let parity = place.isAbroad ? "no purchasing power parity is" : "no price level is"
      throw UsageError(
        "no-market-data", "\(parity) known of \(place.location.name)",
        cure: place.isAbroad
          ? "name a country of the World Bank's tables" : "name a metropolitan area or a state")
    }
    var side =
      place.isAbroad
      ? try abroadSide(place, beside: other, isHere: isHere, basket)
      : try domesticSide(place, beside: other, isHere: isHere, basket)
    if place.isAbroad { side.place.mostPay = 1e12 }
    return side
  }

  private func domesticSide(
    _ place: NamedPlace, beside other: NamedPlace, isHere: Bool, _ basket: BasketPrice
  ) throws -> Side {
    let state = place.location.state
    let localities = try data.taxLocalities()
    let chosen: HouseholdOptions.Question
    if isHere || !other.isAbroad {
      let home = isHere ? state : other.location.state
      chosen = try household.question(
        in: options.location == nil ? nil : home, states: data.taxPlaces, localities: localities, year: year)
    } else {
      try refuseDomesticOptions()
      var alone = Household(filing: try filing(), wages: 0)
      alone.children = try household.whole(household.children, of: "--children", in: 0...20)
      chosen = .init(household: alone, state: state, locality: nil, localRate: 0, year: year)
    }
    if isHere, other.isAbroad { try refuseOtherIncome() }
    let locality =
      isHere
      ? chosen.locality : try options.toLocality.map { try HouseholdOptions.locality($0, in: state, localities) }
    let localRate = isHere ? chosen.localRate : 0
    var law = UnitedStatesLaw(try data.taxLaw(of: ["US", "US-\(state)"]))
    let year = year
    var movePlace = MovePlace(name: place.name, basket: basket) { pay in
      var household = chosen.household
      household.wages = pay
      return TaxedPay(
        law.tax(household, state: state, locality: locality?.place, localRate: localRate, year: year))
    }
    movePlace.leastPay = chosen.household.putAside
    let unnamed =
      locality != nil || localRate > 0 || law.tax(chosen.household, state: state, year: year).unnamedLocal > 0
      ? [] : localities.localities(of: state).filter { law.taxesPay(in: $0.place, year: year) }.map(\.name)
    return Side(
      place: movePlace,
      shown: .init(
        country: "US", state: state, untaxedLocalities: unnamed,
        projected: try data.projectedTables(
          in: ["US", "US-\(state)"], filing: chosen.household.filing, year: year)),
      amounts: LocalAmount(currency: "USD", directory: currencies))
  }

  func filing() throws -> FilingStatus {
    guard let filing = FilingStatus(rawValue: household.status.lowercased()) else {
      throw UsageError(
        "unknown-filing-status", "--status \"\(household.status)\" is no filing status", cure: "single, joint or hoh")
    }
    return filing
  }

  /// Who earns abroad has none of what these are about.
  func refuseDomesticOptions() throws {
    let unused = household.optionsOfTheUnitedStates + (household.locality == nil ? [] : ["--locality"])
    guard unused.isEmpty else {
      throw UsageError(
        "option-without-use", "\(unused.joined(separator: ", ")) for pay abroad",
        cure: "leave it out: it is for the United States")
    }
  }

  /// A spouse's pay and gains would be earned there too, in ways that are not known.
  private func refuseOtherIncome() throws {
    let given = [("--spouse-wages", household.spouseWages), ("--gain", household.gain)].filter { $0.1 != nil }.map(\.0)
    guard let unused = (given + household.stock.given).first else { return }
    throw UsageError(
      "option-without-use", "\(unused) beside a place abroad", cure: "leave it out: one earner's pay is compared")
  }
}
