import Compensation
import Quantities
import Testing

@testable import Files

/// What is stated and moves no figure is said; what is not stated and counted somehow is asked for.
@Suite("No field is dropped in silence")
struct IdleFieldTests {
  static func offer(_ lines: String...) throws -> Offer {
    let text = "offers:\n  - id: a\n    base: 228k\n" + lines.map { "    \($0)\n" }.joined()
    return try #require(try ScenarioFixtures.read(text).offers.first)
  }

  private static let company = "company: {stage: series-b, fully_diluted: 26M, preferred_price: 6.40, common_price: 2"
  private static let table = ", value: 90M, cap_table: [{class: B, shares: 5M, price: 6.40}]}"

  private static func options(_ more: String) -> String {
    "equity: [{kind: iso, units: 9000, strike: 1.85, vesting: 4y yearly\(more)}]"
  }

  @Test("Of options in a private company: what only listed shares have, and a price that a cap table gives")
  func privateOptions() throws {
    let more = ", price: 2, dividend_yield: 1%, exit_intensity: 10%"
    let valued = try Self.offer(Self.company + Self.table, Self.options(more))
    #expect(
      Set(valued.notValued) == [
        "equity[0].price", "equity[0].dividend_yield", "equity[0].exit_intensity", "company.value",
        "company.common_price",
      ])
    #expect(try Self.offer(Self.company + "}", Self.options("")).notValued.isEmpty)
    // The price of a common share counts where nobody tells who is paid first.
    let priced = try Self.offer(
      "company: {stage: series-b, fully_diluted: 26M, preferred_price: 6.40}", Self.options(", price: 2"))
    #expect(priced.notValued.isEmpty)
  }

  @Test("A second trigger counts for options of a private company, and is named where it cannot")
  func trigger() throws {
    let offer = try Self.offer(Self.company + "}", Self.options(", trigger: double, exit_intensity: 20%"))
    guard case .privateOption(let terms, _) = try #require(offer.equity.first).instrument else {
      Issue.record("no option of a private company")
      return
    }
    #expect(terms.trigger == DoubleTrigger(exitIntensity: 0.2) && offer.notValued.isEmpty)
    #expect(offer.openQuestions.contains { $0.contains("outlive leaving before the exit") })
    let listed = "equity: [{kind: rsu, grant: 10k, vesting: 3y yearly, listed: yes, trigger: "
    #expect(try Self.offer(listed + "double}]").notValued == ["equity[0].trigger"])
    #expect(try Self.offer(listed + "single}]").notValued.isEmpty)
  }

  @Test("A company that no grant is of; the tree's terms beside Black-Scholes; the ends of a bonus without odds")
  func others() throws {
    #expect(try Self.offer("company: {fully_diluted: 26M}").notValued == ["company"])
    let european = "equity: [{kind: nso, units: 10, strike: 40, price: 42, vesting: 3y yearly, model: black-scholes, "
    #expect(try Self.offer(european + "exit_rate: 5%}]").notValued == ["equity[0].exit_rate"])
    let bonus = try Self.offer("bonus: {target: 20%, threshold_pays: 40%}")
    #expect(bonus.notValued == ["bonus.threshold_pays"])
    #expect(bonus.openQuestions.contains { $0.hasSuffix("(bonus.odds)") })
    let odds = "bonus: {target: 20%, threshold_pays: 40%, odds: {threshold: 92%, target: 55%, maximum: 10%}}"
    #expect(try Self.offer(odds).notValued.isEmpty)
  }

  @Test("A raise that has come already is noted; a day of payment counts, so that the valuation speaks of it")
  func notes() throws {
    let text = """
      offers:
        - id: a
          base: 228k
          start: 2027-09-01
          sign_on: {amount: 30k, clawback: none, paid: 2027-09-03}
          raises: [{date: 2027-07-01, to: 200k}]
      """
    let notes = try ScenarioFixtures.read(text).notes
    #expect(!notes.contains { $0.hasPrefix("a.sign_on") })
    #expect(notes.contains { $0.hasPrefix("a.raises[0]: 2027-07-01 is not after the first day, 2027-09-01") })
  }

  @Test("Vesting that is not stated counts as immediate, and is asked for; so is whether a private share can be sold")
  func questions() throws {
    for line in ["retirement: 50% up to 6%", "pension: 5% of pay", "deferred: {plan: 457b, employer: 4%}"] {
      let offer = try Self.offer(line)
      let flags = [
        offer.retirement?.isVestingStated, offer.benefits.pension?.isVestingStated,
        offer.deferredPlans.first?.isVestingStated,
      ]
      #expect(flags.compactMap { $0 } == [false])
    }
    #expect(try Self.offer("retirement: {match: 50% up to 6%, vesting: immediate}").retirement?.isVestingStated == true)
    let shares = "equity: [{kind: rsu, grant: 10k, price: 20, vesting: 3y yearly"
    func asks(_ end: String) throws -> Bool {
      try Self.offer("employer_kind: large private", shares + end).openQuestions.contains {
        $0.contains("sold on a market")
      }
    }
    #expect(try asks("}]") && !asks(", listed: yes}]"))
  }

  @Test("What a job holds from before day 0 is read, and noted on a new offer, which holds nothing")
  func held() throws {
    let lines = [
      "retirement: {match: 50% up to 6%, vesting: 3y graded, unvested: 7.5k}",
      "bonus: {target: 20%, deferred: {share: 40%, vesting: 3y yearly, balance: 20k}}",
      "deferred: {plan: serp, employer: 4%, balance: 60k}",
    ]
    func text(_ kind: String) -> String {
      "offers:\n  - {id: a, kind: \(kind), base: 228k, \(lines.joined(separator: ", "))}\n"
    }
    let current = try ScenarioFixtures.read(text("current job"))
    #expect(current.offers.first?.retirement?.unvested == 7_500)
    #expect(current.offers.first?.bonus?.deferral?.balance == 20_000)
    func notes(_ notes: [String]) -> [String] { notes.filter { $0.contains("holds nothing") } }
    #expect(notes(current.notes).isEmpty)
    #expect(
      notes(try ScenarioFixtures.read(text("written")).notes).map { String($0.prefix { $0 != ":" }) } == [
        "a.bonus.deferred.balance", "a.deferred.balance", "a.retirement.unvested",
      ])
  }
}
