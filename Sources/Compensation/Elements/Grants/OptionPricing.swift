import Glibc
import Quantities

/// What an option costs the company for each vesting date, by the model that the grant asks for.
struct OptionPricing {
  let spot: Double
  let strike: Double
  /// From day 0 to the end of the option, in years.
  let years: Double
  let rate: Double
  let dividendYield: Double
  let volatility: Double
  let exitRate: Double
  let exerciseMultiple: Double
  let model: OptionTerms.Model
  /// Months to exercise after leaving: this option's, and those that most have.
  private let window: Int
  private let usualWindow: Int
  private let memo: PriceMemo

  init(_ valuer: OfferValuer, _ grant: EquityGrant, _ option: OptionTerms) throws {
    let terms = valuer.terms
    let parameters = terms.parameters
    spot = grant.price
    strike = option.strike
    model = option.model
    rate = terms.continuousRate
    dividendYield = log(1 + grant.dividendYield)
    volatility = try grant.volatility ?? valuer.usualVolatility()
    years = Double(try valuer.monthsToExpiry(of: option, grant)) / 12
    window = try valuer.exerciseWindow(of: option)
    usualWindow = try Int(parameters.value("option.window-months", on: terms.asOf))
    if model == .lattice {
      // Someone who is sure to go at once goes at a rate that is large, and a number.
      let hazard = try min(Survival.monthlyHazard(of: valuer.offer, terms: terms), 0.999_999)
      exitRate = option.exitRate ?? -12 * log1p(-hazard)
      let level = valuer.offer.job?.isExecutive == true ? "executive" : "staff"
      exerciseMultiple =
        try option.exerciseMultiple
        ?? parameters.value("option.exercise-multiple", scope: level, on: terms.asOf)
    } else {
      exitRate = 0
      exerciseMultiple = .infinity
    }
    memo = terms.prices
  }

  /// One price a vesting date, in the grant's currency.
  func prices(of tranches: [Tranche]) -> [Double] {
    let times = tranches.map(\.years)
    guard model == .lattice else {
      let term = expectedTerm(tranches)
      let price = BlackScholes(
        .call, spot: spot, strike: strike, years: term, rate: rate, dividendYield: dividendYield,
        volatility: volatility
      ).price
      return times.map { $0 <= years ? price : 0 }
    }
    let option = EmployeeOption(
      spot: spot, strike: strike, years: years, vestingYears: 0, rate: rate, dividendYield: dividendYield,
      volatility: volatility, exitRate: forcedRate(tranches), exerciseMultiple: exerciseMultiple)
    let inputs = [spot, strike, years, rate, dividendYield, volatility, option.exitRate, exerciseMultiple] + times
    return memo.values(for: .init("employee option", inputs)) { option.pricesIfVested(at: times) }
  }

  /// How often leaving forces an exercise: it does when the window to buy ends, 90 days on unless stated. With a longer
  /// one less often, and never where it lasts as long as the option has left once vested.
  ///
  /// The square of the part of that time which the window leaves is our approximation; it stays below trees that carry
  /// the window itself, by 1.4 hundredths of the price at the most in the cases tried.
  private func forcedRate(_ tranches: [Tranche]) -> Double {
    let units = tranches.reduce(0) { $0 + $1.units }
    let left = years - (units > 0 ? tranches.reduce(0) { $0 + $1.units / units * $1.years } : 0)
    let longer = Double(max(0, window - usualWindow)) / 12
    guard longer > 0 else { return exitRate }
    let forced = left > 0 ? max(0, 1 - longer / left) : 0
    return exitRate * forced * forced
  }

  /// What it brings, for a simulation.
  func gain(vestingIn month: Int, price: Double) -> PayRisk.Factor {
    .gain(
      BlackScholes(
        .call, spot: spot, strike: strike, years: years, rate: rate, dividendYield: dividendYield,
        volatility: volatility), price: price, vesting: month)
  }

  /// SAB 107's simplified method, of what is still to vest.
  private func expectedTerm(_ tranches: [Tranche]) -> Double {
    let units = tranches.reduce(0) { $0 + $1.units }
    guard units > 0 else { return years }
    return min(
      years,
      ExpectedTerm.simplified(
        vestingYears: tranches.map(\.years), shares: tranches.map { $0.units / units }, contractualYears: years))
  }

  /// The model and its inputs, in words.
  var text: String {
    let term = "volatility \(NumberText.share(volatility)), \(NumberText.short(years)) years left"
    switch model {
    case .lattice:
      return "tree, exercised at \(NumberText.short(exerciseMultiple)) x strike, leaving "
        + "with odds of \(NumberText.percent(-expm1(-exitRate))) a year once vested"
        + (window > usualWindow ? " and \(NumberText.count(window, "month")) to exercise then" : "")
        + ", \(term)"
    case .blackScholes: return "Black-Scholes for the expected term of SAB 107, \(term)"
    }
  }
}
