import Compensation
import Market
import Quantities
import Scenarios

/// Puts the alternatives to an offer into money: the job one has, other written offers, a search.
public struct WalkAwayFinder: Sendable {
  let job: PricedJob
  let market: PayDistribution
  let parameters: ParameterTable
  let asOf: CalendarDate

  public init(job: PricedJob, market: PayDistribution, parameters: ParameterTable, asOf: CalendarDate) {
    self.job = job
    self.market = market
    self.parameters = parameters
    self.asOf = asOf
  }

  /// From the base salary of the current job alone, or from a search when there is none.
  public func fromBase(current: Double?) throws -> WalkAway {
    guard let current else { return WalkAway(alternatives: [try search(lastPay: nil, toBase: { $0 })]) }
    return WalkAway(alternatives: [
      WalkAway.Alternative(kind: .currentJob, name: "", value: current, base: current)
    ])
  }

  /// From a scenario's offers: packages compared, then turned into a base of `offer`.
  public func fromOffers(
    for offer: Offer, among offers: [Offer], terms: ValuationTerms, lastPay: Double?
  ) throws -> WalkAway {
    let solver = PackageSolver(offer: offer, terms: terms)
    var alternatives: [WalkAway.Alternative] = []
    let current = offers.first(where: \.isCurrentJob)
    if let current, !offer.isCurrentJob {
      let value = try self.value(of: current, leavingFor: offer, terms: terms)
      alternatives.append(
        WalkAway.Alternative(
          kind: .currentJob, name: current.id, value: value.total, base: try solver.base(worth: value.total),
          switchingCost: value.cost, moving: value.moving))
    }
    for other in offers where other.id != offer.id && other.kind == .written {
      // Moving for this offer must be earned back too, and moving for the other one is saved by taking this.
      let moving = (movingCost(of: offer, terms) - movingCost(of: other, terms)) / terms.annuity
      let value = try other.valued(under: terms).annualized + moving
      alternatives.append(
        WalkAway.Alternative(
          kind: .writtenOffer, name: other.id, value: value, base: try solver.base(worth: value), moving: moving))
    }
    if current == nil {
      alternatives.append(try search(lastPay: lastPay, toBase: { $0 }))
    }
    return WalkAway(alternatives: alternatives)
  }

  /// What the current job must be beaten by: its recurring pay, raised by what leaving costs once.
  private func value(
    of current: Offer, leavingFor offer: Offer, terms: ValuationTerms
  ) throws -> (total: Double, cost: Double, moving: Double) {
    let recurring = try current.recurringPay(under: terms)
    let lost = try current.forfeited(under: terms).reduce(0) { $0 + $1.amount.amount }
    let moving = movingCost(of: offer, terms)
    // Offers are drawn as packages here, so the market's median is scaled by what the current job adds to base.
    let base = terms.converted(current.baseSalary.amount, from: current.baseSalary.currency.code)
    let median = market.median * (base > 0 ? recurring / base : 1)
    let hazard = try Survival(of: current, terms: terms).firstHazard
    let search = try jobSearch(median: median / 12, separation: hazard)
    func pay(_ cost: Double) -> Double { 12 * search.payToSwitch(from: recurring / 12, cost: cost) }
    return (pay(lost + moving), lost + moving, pay(lost + moving) - pay(lost))
  }

  private func movingCost(of offer: Offer, _ terms: ValuationTerms) -> Double {
    offer.movingCost.map { terms.converted($0.amount, from: $0.currency.code) } ?? 0
  }

  /// What looking on is worth to someone without a job, as a base salary; a model, not evidence.
  private func search(lastPay: Double?, toBase: (Double) -> Double) throws -> WalkAway.Alternative {
    let share = try parameters.value("search.home-income-share", on: asOf)
    let floor = try parameters.value("search.floor-share-of-median", on: asOf) * market.median
    let income = share * (lastPay ?? market.median)
    func bounded(_ pay: Double) -> Double { max(floor, min(pay, lastPay ?? .infinity)) }
    let hazard = try parameters.value("hazard.involuntary", scope: "other", on: asOf)
    let central = try jobSearch(median: market.median, separation: hazard)
    let pay = bounded(central.reservationPay(income: income))
    let factor = try parameters.value("search.arrival-range-factor", on: asOf)
    var ends: [Double] = []
    for spread in ["search.offer-log-sd-low", "search.offer-log-sd-high"] {
      for scale in [1 / factor, factor] {
        var other = central
        other.logSD = try parameters.value(spread, on: asOf)
        other.arrivalUnemployed *= scale
        other.arrivalEmployed *= scale
        ends.append(bounded(other.reservationPay(income: income)))
      }
    }
    let range = min(ends.min() ?? pay, pay)...max(ends.max() ?? pay, pay)
    return WalkAway.Alternative(kind: .search, name: "", value: pay, base: toBase(pay), range: range)
  }

  private func jobSearch(median: Double, separation: Double) throws -> JobSearch {
    let scopes = [job.role?.id ?? "", "other"].filter { !$0.isEmpty }
    let arrival = try parameters.row("search.arrival-unemployed", scopes: scopes, on: asOf).value
    return JobSearch(
      median: median, logSD: try parameters.value("search.offer-log-sd", on: asOf), arrivalUnemployed: arrival,
      arrivalEmployed: arrival * (try parameters.value("search.arrival-employed-share", on: asOf)),
      separation: separation, discount: try parameters.value("search.discount-monthly", on: asOf))
  }
}
