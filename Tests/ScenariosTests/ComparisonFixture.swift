import Compensation
import ModelTestSupport
import Quantities

/// Terms over the shipped defaults: four years from 2027-01-15 at 4.5 %.
func terms(months: Int = 48, overrides: [String: Double] = [:]) throws -> ValuationTerms {
  ValuationTerms(
    asOf: day("2026-11-21"), dayZero: day("2027-01-15"), months: months, discountRate: 0.045, currency: .usd,
    parameters: try ShippedTables.parameters().overridden(by: overrides, origin: "test"))
}

/// Base alone, at a large private company.
func offer(_ id: String, base: Double) -> Offer {
  var offer = Offer(id: id, title: id, kind: .written, baseSalary: Money(base, .usd))
  offer.employerKind = "large private"
  return offer
}

/// With a bonus, a sign-on to repay pro rata, and shares.
func richOffer(_ id: String, base: Double) -> Offer {
  var rich = offer(id, base: base)
  rich.employerKind = "public tech"
  rich.bonus = TargetBonus(target: .shareOfBase(0.2), payout: .mean(1))
  rich.signOn = UpfrontPay(
    amount: Money(24_000, .usd), clawback: .init(months: 12, isProRata: true, onLayoff: false))
  rich.equity = [
    EquityGrant(
      units: 2_000, price: 80, vesting: VestingSchedule(months: 48, cliff: 12, every: 12), granted: nil,
      dividendYield: 0, currency: .usd)
  ]
  return rich
}
