import Compensation
import Market
import Quantities

/// Offers that differ in every figure, so that nothing computed for one serves for another.
enum SampleOffers {
  /// What `simulation.py` simulates month by month as well.
  static var baseAndShares: Offer {
    var offer = Offer(id: "shares", title: "IT Director", kind: .written, baseSalary: Money(200_000, .usd))
    offer.employerKind = "public tech"
    offer.equity = [
      EquityGrant(
        units: 4_000, price: 60, vesting: VestingSchedule(months: 48, cliff: 12, every: 3), granted: nil,
        dividendYield: 0, volatility: 0.4, currency: .usd)
    ]
    return offer
  }

  /// Base, raises, bonus, sign-on, shares, options, match, health, leave and severance.
  static func offer(_ number: Int, options model: OptionTerms.Model) -> Offer {
    let step = Double(number % 997) / 997
    var offer = Offer(
      id: "offer\(number)", title: "IT Director", kind: .written, baseSalary: Money(150_000 + 100_000 * step, .usd))
    offer.employerKind = ["hospital", "large private", "public tech"][number % 3]
    offer.raises = [Raise(timing: .yearly, size: .share(0.02 + 0.02 * step), isContractual: false)]
    offer.bonus = TargetBonus(target: .shareOfBase(0.1 + 0.2 * step), payout: .mean(0.95))
    offer.signOn = UpfrontPay(
      amount: Money(10_000 + 40_000 * step, .usd), clawback: .init(months: 12, isProRata: true, onLayoff: false))
    let quarterly = VestingSchedule(months: 48, cliff: 12, every: 3)
    let price = 40 + 60 * step
    offer.equity = [
      EquityGrant(
        units: 1_000 + 2_000 * step, price: price, vesting: quarterly, granted: nil, dividendYield: 0.01,
        currency: .usd),
      EquityGrant(
        units: 5_000, price: price, vesting: quarterly, granted: nil, dividendYield: 0.01,
        volatility: 0.3 + 0.3 * step, currency: .usd, pathIndex: 1,
        instrument: .option(OptionTerms(strike: price * (0.8 + 0.4 * step), model: model))),
    ]
    offer.retirement = RetirementMatch(
      tiers: [.init(rate: 0.5, limit: 0.06)],
      vesting: [12, 24, 36].map { VestingSchedule.Event(month: $0, share: 1.0 / 3) })
    offer.health = HealthPlan(premiumPerMonth: 300 + 200 * step, employerSharePerMonth: 1_400)
    offer.leave = .days(20 + 10 * step)
    offer.severance = SeveranceTerms(size: .months(3 + 6 * step))
    return offer
  }
}
