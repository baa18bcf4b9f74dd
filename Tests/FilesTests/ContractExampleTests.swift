import Compensation
import Market
import Quantities
import Testing

@testable import Files

@Suite("The contract's example of a scenario is read as it is written")
struct ContractExampleTests {
  /// The example of the contract, word for word.
  static let example = """
    schema: parley.scenario/1
    title: IT Director, Denver or Seattle
    me:
      role: IT Manager
      location: Denver, CO
      experience: 14y
      education: master
      certifications: [PMP, CISSP]
      filing: joint
      children: 2
      savings: 240k
      risk_aversion: 2            # CRRA; 3 is cautious
      employed: yes
    assumptions: {as_of: 2026-11-21, horizon: 4y, discount_rate: 4.5%}
    offers:
      - id: current
        kind: current job
        employer: Front Range Health
        role: IT Manager
        location: Denver, CO
        base: 178k
        bonus: 12%
        equity: [{kind: rsu, grant: 60k, granted: 2024-03-01, vesting: 4y/1y cliff yearly}]
      - id: seattle
        employer: Cascade Cloud
        role: IT Director
        location: Seattle, WA
        start: 2027-01-15
        employer_kind: public tech    # sets the layoff hazard
        posted_range: 205k-260k
        remote: {days: 2, pay_zone: site}
        base: 228k
        raises: 3% yearly
        bonus: {target: 20%, odds: {threshold: 92%, target: 55%, maximum: 10%}}
        sign_on: {amount: 30k, clawback: 12mo pro rata}
        equity: [{kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly, price: 84.20, volatility: 38%}]
        retirement: {match: 50% up to 6%, vesting: 3y graded}
        health: {premium: 310/mo}
        leave: 25d
        deadline: 2026-12-04
    scenarios:
      - {name: stock halves, why: "2022 happened", set: {"seattle.equity[0].price": -50%}}
      - {name: laid off in month 14, set: {seattle.leaves: 14mo laid off}}
    """

  @Test("Who asks, and under which assumptions")
  func profile() throws {
    let scenario = try ScenarioFixtures.read(Self.example)
    #expect(scenario.title == "IT Director, Denver or Seattle")
    #expect(scenario.me.role?.id == "it-manager")
    #expect(scenario.me.location?.id == "US-19740")
    #expect(scenario.me.experienceMonths == 168)
    #expect(scenario.me.education == "master")
    #expect(scenario.me.certifications == ["PMP", "CISSP"])
    #expect(scenario.me.filing == .joint)
    #expect(scenario.me.children == 2)
    #expect(scenario.me.savings == Money(240_000, .usd))
    #expect(scenario.me.riskAversion == 2)
    #expect(scenario.me.employed == true)
    #expect(scenario.asOf == CalendarDate("2026-11-21"))
    #expect(scenario.horizonMonths == 48)
    #expect(scenario.discountRate == 0.045)
    #expect(scenario.currency == nil)
    #expect(scenario.notes == [])
  }

  @Test("The current job")
  func currentJob() throws {
    let offer = try #require(try ScenarioFixtures.read(Self.example).offers.first)
    #expect(offer.id == "current")
    #expect(offer.isCurrentJob)
    #expect(offer.title == "Front Range Health")
    #expect(offer.baseSalary == Money(178_000, .usd))
    #expect(offer.bonus == TargetBonus(target: .shareOfBase(0.12)))
    let grant = try #require(offer.equity.first)
    #expect(grant.units == 60_000)
    #expect(grant.price == 1)
    #expect(grant.granted == CalendarDate("2024-03-01"))
    #expect(grant.vesting == VestingSchedule("4y/1y cliff yearly"))
  }

  @Test("The offer in Seattle")
  func offer() throws {
    let offer = try #require(try ScenarioFixtures.read(Self.example).offers.last)
    #expect(offer.kind == .written)
    #expect(offer.job?.id == "it-director")
    #expect(offer.market?.id == "US-42660")
    #expect(offer.employerKind == "public tech")
    #expect(offer.start == CalendarDate("2027-01-15"))
    #expect(offer.deadline == CalendarDate("2026-12-04"))
    #expect(offer.postedRange == 205_000...260_000)
    #expect(offer.raises == [Raise(timing: .yearly, size: .share(0.03), isContractual: false)])
    #expect(offer.bonus?.payout == .odds(.init(threshold: 0.92, target: 0.55, maximum: 0.1)))
    #expect(offer.signOn?.amount == Money(30_000, .usd))
    #expect(offer.signOn?.clawback == .init(months: 12, isProRata: true, onLayoff: false))
    #expect(offer.retirement?.tiers == [.init(rate: 0.5, limit: 0.06)])
    #expect(offer.retirement?.vesting.map(\.month) == [12, 24, 36])
    #expect(offer.health == HealthPlan(premiumPerMonth: 310, employerSharePerMonth: nil))
    #expect(offer.leave == .days(25))
    let grant = try #require(offer.equity.first)
    #expect(abs(grant.units - 240_000 / 84.2) < 1e-9)
    #expect(grant.price == 84.2)
    #expect(offer.benefits.remoteDays == 2)
    #expect(offer.notValued.isEmpty)
  }

  @Test("What-if scenarios are kept as text")
  func deltas() throws {
    let deltas = try ScenarioFixtures.read(Self.example).deltas
    #expect(deltas.map(\.name) == ["stock halves", "laid off in month 14"])
    #expect(deltas[0].why == "2022 happened")
    #expect(deltas[0].sets == [.init(path: "seattle.equity[0].price", value: "-50%")])
    #expect(deltas[1].sets == [.init(path: "seattle.leaves", value: "14mo laid off")])
  }
}
