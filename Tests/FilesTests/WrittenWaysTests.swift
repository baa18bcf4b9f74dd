import Compensation
import Quantities
import Testing

@testable import Files

@Suite("Fields as letters put them")
struct WrittenWaysTests {
  private func offer(_ lines: String..., base: String = "200k") throws -> Offer {
    let text = "offers:\n  - id: a\n    base: \(base)\n" + lines.map { "    \($0)\n" }.joined()
    return try #require(try ScenarioFixtures.read(text).offers.first)
  }

  private func cure(_ line: String) -> String {
    ScenarioFixtures.faults("offers:\n  - id: a\n    base: 200k\n    \(line)\n").first?.cure ?? ""
  }

  @Test(
    "That there is none can be said of every part of pay",
    arguments: [
      "severance", "bonus", "equity", "retirement", "change_in_control", "notice", "garden_leave", "pension", "sign_on",
      "raises", "refreshers", "espp", "relocation", "health", "non_compete", "ltip", "stipend",
    ])
  func none(field: String) throws {
    let offer = try offer("\(field): none")
    #expect(offer.statedNone == [field] && offer.notValued.isEmpty)
    #expect(offer.statedTerms == [StatedTerm(name: field.replacing("_", with: " "), text: "none")])
  }

  @Test("No leave is 0 days; a match of nothing and an empty list are none")
  func otherNones() throws {
    #expect(try offer("leave: none").leave == .days(0))
    for line in ["retirement: 0%", "retirement: no match", "equity: []", "change_in_control: 0"] {
      #expect(try offer(line).statedNone.count == 1, "\(line)")
    }
  }

  @Test("Days and weeks where months are wanted")
  func spans() throws {
    let offer = try offer(
      "notice: 2 weeks", "garden_leave: 30d", "severance: 13 weeks", "non_compete: 90 days",
      "equity: [{kind: iso, units: 10, strike: 40, price: 42, vesting: 3y yearly, exercise_window: 90d}]")
    #expect(offer.leavingTerms.noticeMonths == 14 * 12 / 365.25)
    #expect(offer.leavingTerms.gardenLeaveMonths == 30 * 12 / 365.25)
    #expect(offer.leavingTerms.nonCompeteMonths == 3)
    #expect(offer.severance?.size == .months(3))
    guard case .option(let terms)? = offer.equity.first?.instrument else {
      Issue.record("no option")
      return
    }
    #expect(terms.windowMonths == 3)
    #expect(try self.offer("severance: 90 days").severance?.size == .months(90 * 12 / 365.25))
    #expect(cure("equity: [{kind: iso, exercise_window: 45 days}]") == "whole months are wanted here: write 1mo or 2mo")
  }

  @Test(
    "A rate a day, a week or a fortnight is pay for the time of a year",
    arguments: [
      ("760/day", 197_600), ("4k/week", 208_000), ("8k biweekly", 208_000), ("\"1,000 a day\"", 260_000),
      ("95/h", 197_600),
    ] as [(String, Double)])
  func rates(base: String, yearly: Double) throws {
    #expect(try offer(base: base).baseSalary == Money(yearly, .usd))
  }

  @Test("A contractor is paid for what can be billed: 1,880 hours are 235 days, 47 weeks")
  func contractor() throws {
    let employment = "employment: contractor"
    #expect(try offer(employment, base: "760/day").baseSalary == Money(760 * 235, .usd))
    #expect(try offer(employment, base: "4k/week").baseSalary == Money(4_000 * 47, .usd))
    #expect(try offer(employment, "billable_hours: 1600", base: "760/day").baseSalary == Money(760 * 200, .usd))
  }

  @Test("Allowances say their period or that they come once; nothing is nothing in any period")
  func allowances() throws {
    let offer = try offer("phone: 80/mo", "equipment: 1,500 once", "stipend: 0", "tuition: 8k", "hsa: 0")
    #expect(
      offer.benefits.allowances == [
        Allowance(.phone, .perYear(960)), Allowance(.equipment, .once(1_500)), Allowance(.stipend, .perYear(0)),
        Allowance(.tuition, .perYear(8_000)),
      ])
    #expect(cure("phone: 80") == "write 80/mo, 80/y or `80 once`")
    #expect(cure("hsa: 900") == "write 900/mo or 900/y")
  }

  @Test("A share of a private company is that share of its fully diluted count")
  func percentOfCompany() throws {
    let company = "company: {stage: series-b, fully_diluted: 26M, preferred_price: 6.40}"
    let grant = "vesting: 4y yearly, percent: 0.5%"
    let option = try offer(company, "equity: [{kind: iso, strike: 1.85, \(grant)}]")
    #expect(option.equity.map(\.units) == [130_000] && option.notValued.isEmpty)
    #expect(try offer(company, "equity: [{kind: rsu, \(grant)}]").equity.map(\.units) == [130_000])
    #expect(cure("equity: [{kind: iso, units: 0.5%}]").hasPrefix("write `percent: 0.5%`"))
  }

  @Test("A purchase plan told in a word is asked about by name")
  func purchasePlan() throws {
    let offer = try offer("espp: 15%")
    #expect(offer.notValued == ["espp"])
    #expect(offer.openQuestions.contains { $0.hasSuffix("(espp.discount)") })
    #expect(offer.openQuestions.contains { $0.hasSuffix("(espp.contribution)") })
  }

  @Test(
    "Days at home",
    arguments: [("full", 5), ("yes", 5), ("2 days", 2), ("2", 2), ("2 days a week", 2), ("3d/week", 3), ("none", 0)]
      as [(String, Double)])
  func remote(text: String, days: Double) throws {
    #expect(try offer("remote: \(text)").benefits.remoteDays == days)
  }

  @Test("Commas inside { } end no text")
  func commas() {
    let torn = [
      ("retirement: {match: 100% up to 3%, 50% up to 5%, vesting: 3y cliff}", "\"100% up to 3%, 50% up to 5%\""),
      ("equity: [{kind: rsu, grant: 240k, vesting: 4 years, 1 year cliff}]", "\"4 years, 1 year cliff\""),
    ]
    for (line, quoted) in torn {
      #expect(cure(line) == "put it in quotes, \(quoted), or leave the comma out")
    }
    // A key without a value on a line of its own is no tail of the line before.
    #expect(cure("leave: 25d\n    bonsu:").contains("bonus"))
  }

  @Test("Where an amount or one payment is wanted, the cure names the key for the other")
  func otherKeys() {
    #expect(cure("raises: [{date: 2027-07-01, by: 5%}]") == "write `share: 5%` for a percentage of pay")
    #expect(cure("sign_on: [{amount: 10k}, {amount: 10k}]").contains("retention"))
    #expect(cure("remote: hybrid").contains("2 days"))
    #expect(cure("retirement: {plan: pension plan, match: 50% up to 6%}").contains("457b"))
  }

  @Test("Plans are known with their brackets")
  func brackets() throws {
    let offer = try offer("retirement: {plan: 403(b), match: 50% up to 6%}")
    #expect(offer.retirement?.tiers == [.init(rate: 0.5, limit: 0.06)])
  }
}
