import Compensation
import Quantities
import Testing

@Suite("Equity that does not lapse")
struct AccelerationTests {
  private func values(
    _ acceleration: Acceleration?, _ overrides: [String: Double] = [:], _ change: (inout Offer) -> Void = { _ in }
  ) throws -> (equity: ElementValue, kept: ElementValue?, control: ElementValue?) {
    var offer = plainOffer(180_000)
    var grant = EquityGrant(
      units: 3_000, price: 100, vesting: VestingSchedule(months: 36, cliff: 12, every: 12), granted: nil,
      dividendYield: 0, currency: .usd)
    grant.acceleration = acceleration
    offer.equity = [grant]
    offer.employerKind = "other"
    change(&offer)
    let hazards = ["hazard.involuntary[other]": 0.01, "hazard.first-year-factor": 1.0]
    let found = try offer.valued(under: terms(overrides: hazards.merging(overrides) { $1 })).elements
    func part(_ name: String) -> ElementValue? { found.first { $0.component == name } }
    return (try #require(part("equity[0]")), part("acceleration"), part("change_in_control"))
  }

  @Test(
    "Read as people write it",
    arguments: [
      ("double trigger", Acceleration(trigger: .double)), ("Single-Trigger", Acceleration(trigger: .single)),
      ("50% single trigger", Acceleration(trigger: .single, share: 0.5)),
      ("12mo on a layoff", Acceleration(trigger: .layoff, months: 12)), ("none", Acceleration(trigger: .never)),
    ])
  func reading(_ text: String, _ meant: Acceleration) { #expect(Acceleration(text) == meant) }

  @Test(
    "Words that leave open what sets it off are no terms", arguments: ["yes", "as in the plan", "50%", "double single"])
  func noTerms(_ text: String) { #expect(Acceleration(text) == nil) }

  @Test("What any layoff makes one's own is worth all of its fair value: a third vests in months 12, 24 and 36")
  func onLayoff() throws {
    let found = try values(Acceleration(trigger: .layoff))
    let kept = try #require(found.kept)
    let sum = found.equity.total(\.expected, .usd).amount + kept.total(\.expected, .usd).amount
    #expect(abs(sum - 300_000) < 0.05)
    #expect(kept.total(\.fair, .usd) == .zero(.usd))
    #expect(kept.total(\.headline, .usd) == .zero(.usd))
    let half = try #require(try values(Acceleration(trigger: .layoff, share: 0.5)).kept)
    #expect(abs(half.total(\.expected, .usd).amount * 2 - kept.total(\.expected, .usd).amount) < 0.05)
  }

  @Test("As far as it vests within a year, a layoff saves one vesting date")
  func withinMonths() throws {
    let kept = try #require(try values(Acceleration(trigger: .layoff, months: 11)).kept)
    // Months 1 to 12, 13 to 24 and 25 to 36 have one date each within the eleven months after.
    #expect(abs(kept.total(\.expected, .usd).amount - 100_000 * (1 - 0.6963772)) < 3_500)
    let exact = [12, 24, 36].reduce(0.0) { sum, date in
      sum + (date - 11...date).reduce(0.0) { $0 + 100_000 * 0.01 * power(0.99, $1 - 1) }
    }
    #expect(abs(kept.total(\.expected, .usd).amount - exact) < 0.05)
  }

  private func power(_ base: Double, _ exponent: Int) -> Double { (0..<exponent).reduce(1.0) { sum, _ in sum * base } }

  @Test("With a double trigger only layoffs behind a change count, with a single one those after a change too")
  func triggers() throws {
    // A change a month of 1 - 0.88^(1/12), a quarter of which cost the job.
    let odds = ["control.change-probability[other]": 0.12, "control.loss-given-change": 0.25]
    let change = Survival.monthlyHazard(annualProbability: 0.12)
    let double = try #require(try values(Acceleration(trigger: .double), odds).kept)
    let single = try #require(try values(Acceleration(trigger: .single), odds).kept)
    let first = FirstChange(change: change, loss: 0.25, hazard: 0.01)
    var (doubled, singled) = (0.0, 0.0)
    for date in [12, 24, 36] {
      for month in 1...date {
        let there = power(0.99, month - 1)
        doubled += 100_000 * there * min(0.01, change * 0.25)
        // A layoff in the month of the change counts too.
        singled += 100_000 * (first.endsJob(in: month) + first.laterLayoff(in: month))
      }
    }
    #expect(abs(double.total(\.expected, .usd).amount - doubled) < 0.05)
    #expect(abs(single.total(\.expected, .usd).amount - singled) < 0.05)
    #expect(singled > doubled)
    let never = try values(Acceleration(trigger: .double), ["control.change-probability[other]": 0]).kept
    #expect((never?.total(\.expected, .usd).amount ?? 0) == 0)
    #expect(try values(Acceleration(trigger: .never)).kept == nil)
    #expect(try values(nil).kept == nil)
  }

  @Test("The excise test counts accelerated equity, and what has to be cut is cut from the money")
  func excise() throws {
    func paid(_ acceleration: Acceleration?, _ excise: ChangeOfControl.Excise) throws -> Double {
      let control = try values(acceleration) {
        $0.leavingTerms.changeOfControl = ChangeOfControl(
          pay: SeveranceTerms(size: .amount(Money(500_000, .usd))), trigger: .double, excise: excise,
          baseAmount: 180_000)
      }.control
      return try #require(control).total(\.expected, .usd).amount
    }
    // 500,000 is below three times 180,000; with the equity it is above for a while.
    let alone = try paid(nil, .cutback)
    #expect(try paid(Acceleration(trigger: .double), .cutback) < alone)
    #expect(try paid(Acceleration(trigger: .double), .yours) < alone)
    #expect(try paid(Acceleration(trigger: .double), .grossUp) == alone)
    #expect(try paid(Acceleration(trigger: .layoff), .cutback) == alone)
  }
}
