import Compensation
import ModelTestSupport
import Quantities
import Testing

@Suite("Raises, bonus, sign-on, match")
struct CashPayTests {
  @Test("A dated raise starts with the first month that begins on or after its day")
  func datedRaise() throws {
    // From 15 July on: the month that begins on 1 August, month 7.
    for (date, years) in [
      ("2027-07-15", [4_828.86, 9_344.67, 8_942.27]), ("2027-08-01", [4_828.86, 9_344.67, 8_942.27]),
    ] {
      var offer = plainOffer()
      offer.raises = [Raise(timing: .from(day(date)), size: .to(190_000), isContractual: true)]
      let raises = try #require(
        try offer.valued(under: terms()).elements.first { $0.component == "contractual_raises" })
      #expect(raises.years.map(\.fair.amount) == years)
    }
  }

  @Test("A raise dated on day 0 or before is in the base already")
  func pastRaise() throws {
    var offer = plainOffer()
    offer.raises = [Raise(timing: .from(day("2027-02-01")), size: .by(10_000), isContractual: true)]
    #expect(try offer.valued(under: terms()).elements.map(\.component) == ["base", "between_jobs"])
  }

  @Test("What a dated raise finds: base, with all raises before its day")
  func payBeforeRaises() throws {
    var offer = plainOffer(100_000)
    func dated(_ date: String, _ size: Raise.Size) -> Raise {
      Raise(timing: .from(day(date)), size: size, isContractual: false)
    }
    offer.raises = [
      Raise(timing: .yearly, size: .share(0.10), isContractual: false), dated("2028-06-01", .by(5_000)),
      dated("2028-08-01", .to(120_000)), dated("2027-01-01", .to(90_000)),
    ]
    let found = offer.payBeforeRaises(dayZero: day("2027-02-01"))
    #expect(found.keys.sorted() == [1, 2])
    #expect(abs((found[1] ?? 0) - 110_000) < 1e-6 && abs((found[2] ?? 0) - 115_000) < 1e-6)
    #expect(offer.firstDatedRaise == day("2027-01-01"))
  }

  @Test("A yearly raise first shows in month 13")
  func yearlyRaise() throws {
    var offer = plainOffer()
    offer.raises = [Raise(timing: .yearly, size: .share(0.03), isContractual: false)]
    let value = try offer.valued(under: terms(rate: 0))
    let raises = try #require(value.elements.first { $0.component == "raises" })
    #expect(raises.years.map(\.fair.amount) == [0, 5_400, 10_962])
    #expect(raises.years.allSatisfy { $0.headline.minorUnits == 0 })
  }

  @Test("A bonus is paid at the end of whole offer years only")
  func bonusYears() throws {
    var offer = plainOffer()
    offer.bonus = TargetBonus(target: .amount(20_000), payout: .mean(1))
    let value = try offer.valued(under: terms(months: 30, rate: 0))
    let bonus = try #require(value.elements.first { $0.component == "bonus" })
    #expect(bonus.years.map(\.fair.amount) == [20_000, 20_000, 0])
  }

  @Test("The mean payout follows from the odds of threshold, target and maximum, uniform between")
  func payoutOdds() {
    let odds = TargetBonus.Odds(threshold: 0.92, target: 0.55, maximum: 0.10)
    // 0.37 x 0.75 + 0.45 x 1.5 + 0.10 x 2
    #expect(abs(odds.meanMultiple(atThreshold: 0.5, atMaximum: 2) - 1.1525) < 1e-12)
    #expect(abs(odds.meanMultiple(atThreshold: 1, atMaximum: 1) - 0.92) < 1e-12)
  }

  @Test("Without stated odds the payout is the usual one of the kind of role; a bank's is discretionary")
  func usualPayout() throws {
    for (isDiscretionary, mean) in [(false, 1.0), (true, 0.9)] {
      var offer = plainOffer()
      offer.bonus = TargetBonus(target: .amount(10_000), isDiscretionary: isDiscretionary)
      let value = try offer.valued(under: terms(months: 12, rate: 0, overrides: noHazard))
      #expect(value.elements.first { $0.component == "bonus" }?.years.first?.expected.amount == 10_000 * mean)
    }
  }

  @Test("A sign-on due back on a layoff too loses the odds of one times the share still to repay")
  func signOnOnLayoff() throws {
    var offer = fullOffer()
    offer.signOn?.clawback?.onLayoff = true
    let signOn = try #require(try offer.valued(under: terms()).elements.first { $0.component == "sign_on" })
    #expect(signOn.years[0].fair.amount == 30_000)
    #expect(signOn.years[0].expected.amount == 28_855.36)
    // Quits and layoffs of the same leaver: 0.98 a month stay from quitting alone.
    #expect(signOn.years[0].expectedAverageLeaver.amount == 25_402.70)
  }

  @Test("The repayment falls by the month, or not at all until the end")
  func clawbackShares() {
    let falling = UpfrontPay.Clawback(months: 12, isProRata: true, onLayoff: false)
    #expect([1, 7, 12, 13].map(falling.share) == [1, 0.5, 1 - 11.0 / 12, 0])
    let whole = UpfrontPay.Clawback(months: 24, isProRata: false, onLayoff: false)
    #expect([1, 24, 25].map(whole.share) == [1, 1, 0])
  }

  @Test("Match tiers stack, and pay above the legal limit is not matched")
  func match() throws {
    let tiers = [RetirementMatch.Tier(rate: 0.5, limit: 0.05), RetirementMatch.Tier(rate: 1, limit: 0.03)]
    #expect(abs(RetirementMatch(tiers: tiers, vesting: []).shareOfPay - 0.04) < 1e-15)
    var offer = plainOffer(500_000)
    offer.retirement = RetirementMatch(tiers: [.init(rate: 0.5, limit: 0.06)], vesting: [])
    let value = try offer.valued(under: terms(months: 12))
    let element = try #require(value.elements.first { $0.component == "match" })
    #expect(element.years[0].fair.amount == 10_546.39)
    #expect(element.years[0].headline.amount == 10_800)
  }

  @Test("Service so far counts towards the vesting of the current job's match")
  func servedMatch() throws {
    var offer = plainOffer(kind: .current)
    offer.start = day("2025-02-01")
    offer.retirement = RetirementMatch(
      tiers: [.init(rate: 1, limit: 0.03)], vesting: [VestingSchedule.Event(month: 24, share: 1)])
    let value = try offer.valued(under: terms(months: 1, rate: 0))
    let element = try #require(value.elements.first { $0.component == "match" })
    // Owned at once, so only the first month's own odds count: 450 x 0.996.
    #expect(element.years[0].expected.amount == 448.20)
  }
}
