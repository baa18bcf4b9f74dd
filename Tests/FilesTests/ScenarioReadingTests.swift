import Compensation
import Market
import Quantities
import Testing

@testable import Files

@Suite("A scenario file reads as it is written")
struct ScenarioReadingTests {
  @Test("YAML's own typing changes nothing: yes, octal, sexagesimal, dates in quotes")
  func rawText() throws {
    let offer = try offer(
      "posted_pay: YES", "employer: 012", "title: 12:30", "start: \"2027-01-15\"", "stage: 1e3")
    #expect(offer.isPostedPay)
    #expect(offer.employer == "012")
    #expect(offer.title == "12:30")
    #expect(offer.start == CalendarDate("2027-01-15"))
    #expect(offer.stage == "1e3")
  }

  @Test(
    "A base is read the way people write it",
    arguments: [
      ("178k", 178_000, "USD"), ("$178,000", 178_000, "USD"), ("0.178M", 178_000, "USD"),
      ("€90k", 90_000, "EUR"),
      ("90,000 EUR", 90_000, "EUR"), ("EUR 90000.50", 90_000.5, "EUR"), ("\"185,000\"", 185_000, "USD"),
      ("15k/mo", 180_000, "USD"), ("178k a year", 178_000, "USD"), ("JPY 12000000", 12_000_000, "JPY"),
    ])
  func base(text: String, amount: Double, code: String) throws {
    let offer = try #require(
      try ScenarioFixtures.read("offers: [{id: a, base: !x \(quoted(text))}]").offers.first)
    #expect(offer.baseSalary.amount == amount)
    #expect(offer.baseSalary.currency.code == code)
  }

  @Test("Nothing deferred is no deferral, immediate vesting is month 0, and a charity is a nonprofit")
  func plainWords() throws {
    func read(_ line: String) throws -> Offer { try offer(line) }
    #expect(try read("bonus: {target: 20%, deferred: {share: 0%, vesting: 3y yearly}}").bonus?.deferral == nil)
    #expect(try read("bonus: {target: 20%, deferred: {share: 10%, vesting: 3y yearly}}").bonus?.deferral?.share == 0.1)
    let grant = try read("equity: [{kind: rsu, grant: 50k, price: 10, vesting: Immediate}]").equity.first
    #expect(grant?.vesting.events == [.init(month: 0, share: 1)])
    for word in ["nonprofit", "NGO", "charity", "foundation", "not for profit", "non-profit"] {
      #expect(try read("employer_kind: \(word)").employerKind == "nonprofit")
    }
  }

  @Test("Amounts without a mark are in the scenario's currency; equity and sign-on may differ")
  func currencies() throws {
    let scenario = try ScenarioFixtures.read(
      """
      assumptions: {currency: EUR}
      offers:
        - id: a
          base: 90k
          bonus: 10k
          sign_on: {amount: $20k, clawback: none}
          equity: [{kind: rsu, grant: $50k, vesting: 3y yearly}]
      """)
    let offer = try #require(scenario.offers.first)
    #expect(offer.baseSalary.currency == ScenarioFixtures.euro)
    #expect(offer.signOn?.amount.currency == .usd)
    #expect(offer.equity.first?.currency == .usd)
  }

  @Test("Raises: by year, dated, contractual")
  func raises() throws {
    #expect(try offer("raises: 3%").raises.first?.timing == .yearly)
    let dated = try offer("raises: [{date: 2027-07-01, to: 245k, contractual: yes}, {share: 2%}]").raises
    let day = try #require(CalendarDate("2027-07-01"))
    #expect(
      dated == [
        Raise(timing: .from(day), size: .to(245_000), isContractual: true),
        Raise(timing: .yearly, size: .share(0.02), isContractual: false),
      ])
  }

  @Test("Past payouts are kept year by year; plans state their own ends")
  func bonus() throws {
    let bonus = try offer(
      "bonus: {target: 20k, payout: [90%, 110%, 130%], discretionary: yes, threshold_pays: 25%, maximum_pays: 150%}"
    ).bonus
    #expect(bonus?.target == .amount(20_000))
    #expect(bonus?.payout == .history([0.9, 1.1, 1.3]))
    #expect(bonus?.isDiscretionary == true)
    #expect(bonus?.thresholdMultiple == 0.25)
    #expect(bonus?.maximumMultiple == 1.5)
  }

  @Test("Equity other than restricted stock is listed; paths keep the file's places")
  func equityIndices() throws {
    let offer = try offer(
      """
      equity:
            - {kind: iso, units: 10,000, strike: 2.10, vesting: 4y/1y cliff monthly}
            - {kind: rsu, units: 500, price: 84.20, vesting: [{month: 12, share: 33%}, {month: 24, share: 33%},
               {month: 36, share: 33%}]}
            - {kind: rsu, grant: 10k, vesting: 3y yearly, trigger: double}
      """.replacing("10,000", with: "10000"))
    #expect(offer.equity.map(\.pathIndex) == [1])
    #expect(offer.equity[0].units == 500)
    #expect(abs(offer.equity[0].vesting.events[0].share - 1.0 / 3) < 1e-12)
    #expect(offer.notValued == ["equity[0] (iso)", "equity[2] (rsu, double trigger)"])
  }

  @Test("Steps may carry dates, counted from the grant")
  func datedSteps() throws {
    let offer = try offer(
      "equity: [{kind: rsu, grant: 10k, granted: 2026-03-01, "
        + "vesting: [{date: 2027-03-01, share: 50%}, {date: 2028-09-01, share: 50%}]}]")
    #expect(offer.equity.first?.vesting.events.map(\.month) == [12, 30])
  }

  @Test(
    "Retirement: tiers and vesting",
    arguments: [
      ("{match: 50% up to 6%}", 0.03, []), ("\"100% up to 3%, 50% up to 5%\"", 0.04, []),
      ("{match: 100% of the first 4%, vesting: 3y cliff}", 0.04, [36]),
      ("{match: [{rate: 50%, limit: 6%}], vesting: 6y graded}", 0.03, [24, 36, 48, 60, 72]),
      ("{match: 25% of 4%, vesting: immediate}", 0.01, []),
    ])
  func retirement(text: String, share: Double, months: [Int]) throws {
    let plan = try #require(try offer("retirement: \(text)").retirement)
    #expect(abs(plan.shareOfPay - share) < 1e-12)
    #expect(plan.vesting.map(\.month) == months)
  }

  @Test("Premiums by the year or the fortnight become monthly")
  func health() throws {
    #expect(
      try offer("health: {premium: 3720/y, employer: $1,200 a month}".replacing(",200", with: "200")).health
        == HealthPlan(premiumPerMonth: 310, employerSharePerMonth: 1_200))
    #expect(try offer("health: 120/2wk").health?.premiumPerMonth == 260)
  }

  @Test("Leave in days, weeks or without limit", arguments: ["25d", "25", "5w", "5 weeks", "25 days"])
  func leave(text: String) throws {
    #expect(try offer("leave: \(text)").leave == .days(25))
    #expect(try offer("leave: unlimited").leave == .unlimited)
  }

  @Test(
    "Ranges with a dash, an en dash, words or as a list",
    arguments: ["205k-260k", "$205,000 – $260,000", "205k to 260k", "[205k, 260k]"])
  func ranges(text: String) throws {
    #expect(try offer("band: \(text)").band == 205_000...260_000)
  }

  @Test("Pay zones: the site, the home, the nation")
  func payZones() throws {
    func market(_ zone: String) throws -> String? {
      try ScenarioFixtures.read(
        "me: {location: \"Denver, CO\"}\noffers: [{id: a, base: 200k, location: \"Seattle, WA\", remote: {pay_zone: \(zone)}}]"
      ).offers.first?.market?.id
    }
    #expect(try market("site") == "US-42660")
    #expect(try market("home") == "US-19740")
    #expect(try market("national") == "US")
  }

  @Test("What is recognised and not priced is listed, never dropped")
  func notValued() throws {
    let offer = try offer(
      "severance: 3mo", "relocation: 15k", "work: \"Denver, CO\"", "notice: 1mo", "tuition: 5k")
    #expect(offer.notValued == [])
    // A restricted unit is a promise: no election under 83(b) is open for it.
    let unit = try ScenarioFixtures.read(
      "offers: [{id: a, base: 200k, equity: [{kind: rsu, grant: 100k, vesting: 4y yearly, election_83b: {value: 1}, sale: at once, qsbs: yes}]}]"
    ).offers[0]
    #expect(unit.notValued == ["equity[0].election_83b", "equity[0].sale", "equity[0].qsbs"])
  }

  @Test("Terms of leading are kept as they are written, and listed")
  func statedTerms() throws {
    let offer = try offer(
      "budget: 38M", "headcount: 120", "indemnity: yes", "non_compete: \"12mo, 50 miles\"", "parental_leave: 12w",
      "on_call: 1 week in 4")
    #expect(
      offer.statedTerms.map(\.name) == [
        "budget", "headcount", "indemnity", "non-compete", "parental leave", "on call",
      ])
    #expect(offer.leavingTerms.nonCompeteMonths == 12)
    #expect(offer.work.onCall == .init(weeksPerYear: 13, payPerWeek: nil))
  }

  @Test("Pay by the hour becomes a base: of an employee's hours, or of those a contractor bills")
  func hourly() throws {
    func base(_ keys: String) throws -> Money? {
      try ScenarioFixtures.read("offers: [{id: a, \(keys)}]").offers.first?.baseSalary
    }
    #expect(try base("base: 50/h") == Money(104_000, .usd))
    #expect(try base("base: 50/h, hours: 36") == Money(93_600, .usd))
    #expect(try base("base: 50/h, employment: contractor") == Money(94_000, .usd))
    #expect(try base("billable_hours: 1000, base: $50/hour, employment: contractor") == Money(50_000, .usd))
  }

  @Test("Plans in cash: yearly grants, curves of commission, plans without a fund")
  func cashPlans() throws {
    let offer = try offer(
      "ltip: [{grant: 75k yearly, vesting: 3y cliff, paid: cash}, {grant: 40k, vesting: 50/50, contractual: yes}]",
      "commission: {target: 20%, accelerator: 1.5, cap: 200%, draw: {amount: 3k/mo, recoverable: no}}",
      "retirement: [{plan: 403b, match: 50% up to 6%}, {plan: 457(f), employer: 30k/y, vesting: 5y cliff}]",
      "deferred: {employer: 4% of pay, spread: 2%}", "promotion: {after: 18mo, by: 20k, odds: 40%}")
    #expect(offer.cashGrants.map(\.isYearly) == [true, false])
    #expect(offer.cashGrants.map(\.isContractual) == [false, true])
    #expect(offer.cashGrants[0].vesting.events == [.init(month: 36, share: 1)])
    #expect(
      offer.commission
        == CommissionPlan(
          target: .shareOfBase(0.2), accelerator: 1.5, cap: 2, draw: .init(perMonth: 3_000, isRecoverable: false)))
    #expect(offer.retirement?.tiers == [.init(rate: 0.5, limit: 0.06)])
    #expect(offer.deferredPlans.map(\.plan) == [.section457f, .nonqualified])
    #expect(offer.deferredPlans.map(\.contribution) == [.amountPerYear(30_000), .shareOfPay(0.04)])
    #expect(offer.promotion == Promotion(afterMonths: 18, size: .by(20_000), odds: 0.4))
  }

  @Test("Benefits and terms of leaving, in the ways people write them")
  func benefits() throws {
    let offer = try offer(
      "pension: 5% of pay", "hsa: 900/y", "stipend: 100/mo", "tuition: {amount: 8k, uses: yes}",
      "commute: {one_way: 1h 10min, cost: 12/day}", "insurance: {life: 2x base}",
      "parental_leave: {paid: 16w, expects: 30%}", "change_in_control: \"single trigger, 18mo and the bonus\"",
      "garden_leave: 3mo", "health: {premium: 310/mo, deductible: 3k, out_of_pocket_max: 9k, cover: family}")
    #expect(offer.benefits.pension?.benefit == .credit(0.05) && offer.benefits.pension?.isVestingStated == false)
    #expect(offer.benefits.healthAccount == HealthAccount(employerPerYear: 900))
    #expect(
      offer.benefits.allowances == [
        Allowance(.stipend, .perYear(1_200)), Allowance(.tuition, .perYear(8_000), useOdds: 1),
      ])
    #expect(offer.benefits.commute == CommuteTerms(minutesOneWay: 70, costPerDay: 12))
    #expect(offer.benefits.insurance == InsuranceCover(lifeMultiple: 2))
    #expect(offer.benefits.parentalLeave == ParentalLeave(weeks: 16, odds: 0.3))
    let control = try #require(offer.leavingTerms.changeOfControl)
    #expect(control.pay == SeveranceTerms(size: .months(18), includesBonus: true) && control.trigger == .single)
    #expect(control.isTriggerStated && !control.isExciseStated)
    #expect(offer.leavingTerms.paidNoticeMonths == 3)
    #expect(offer.health?.costs == .init(deductible: 3_000, outOfPocketMaximum: 9_000))
    #expect(offer.health?.isFamily == true)
  }

  @Test("What is paid once: amounts, days, months of pay")
  func oneOffPay() throws {
    let offer = try offer(
      "guaranteed_bonus: {amount: 40k, paid: 9mo}", "retention: [{amount: 25k, paid: 2028-06-30}, 10k]",
      "relocation: {amount: 15k, clawback: none}", "severance: {pay: 26w, includes: base and bonus}")
    #expect(offer.guaranteedBonus == PromisedPayment(amount: Money(40_000, .usd), timing: .month(9)))
    #expect(offer.retention.map(\.amount.amount) == [25_000, 10_000])
    #expect(offer.retention.map(\.timing) == [.date(CalendarDate("2028-06-30")!), nil])
    #expect(offer.relocation == UpfrontPay(amount: Money(15_000, .usd), clawback: nil))
    #expect(offer.severance == SeveranceTerms(size: .months(6), includesBonus: true))
    #expect(try self.offer("severance: 90k").severance?.size == .amount(Money(90_000, .usd)))
    #expect(try self.offer("severance: 12mo").severance?.size == .months(12))
  }

  @Test("Overrides of parameters are shares or plain numbers")
  func parameters() throws {
    let scenario = try ScenarioFixtures.read(
      """
      assumptions:
        parameters: {"room.mean[below-p50]": 12%, discount.annual-rate: 0.05}
      offers: [{id: a, base: 100k}]
      """)
    #expect(scenario.parameterOverrides == ["room.mean[below-p50]": 0.12, "discount.annual-rate": 0.05])
  }

  @Test("Anchors, aliases and merge keys lend their values")
  func anchors() throws {
    let scenario = try ScenarioFixtures.read(
      """
      offers:
        - &first {id: a, base: 100k, leave: 20d}
        - {<<: *first, id: b, base: 110k}
      """)
    #expect(scenario.offers.map(\.id) == ["a", "b"])
    #expect(scenario.offers[1].leave == .days(20))
  }

  @Test("What a reader should know is noted, not refused")
  func notes() throws {
    let scenario = try ScenarioFixtures.read(
      """
      assumptions: {as_of: 2026-11-21}
      notes: asked for more time
      offers:
        - {id: a, base: 100k, role: Head of IT, deadline: 2026-11-01, band: 110k-120k, sign_on: 5k,
           note: call Ann}
      """)
    #expect(scenario.userNotes == ["asked for more time", "a: call Ann"])
    let topics = scenario.notes.map { $0.split(separator: ":").first.map(String.init) ?? "" }
    #expect(topics == ["a.role", "a.sign_on", "a.deadline", "a.location", "a.base"])
  }

  /// One offer with these lines beside its id and base.
  private func offer(_ lines: String...) throws -> Offer {
    let body = lines.map { "    \($0)" }.joined(separator: "\n")
    return try #require(
      try ScenarioFixtures.read("offers:\n  - id: a\n    base: 228k\n\(body)\n").offers.first)
  }

  private func quoted(_ text: String) -> String { text.hasPrefix("\"") ? text : "\"\(text)\"" }
}
