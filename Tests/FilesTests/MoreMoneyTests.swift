import Compensation
import Files
import Foundation
import ModelTestSupport
import Quantities
import Testing

@Suite("More money is worth more, field by field")
struct MoreMoneyTests {
  private static let fields: [(key: String, value: String)] = [
    ("base", "272k"), ("raises", "3% yearly"), ("bonus", "{target: 30%, deferred: {share: 25%, vesting: 2y yearly}}"),
    ("guaranteed_bonus", "20k"), ("retention", "{amount: 30k, paid: 2028-06-01}"), ("sign_on", "25k"),
    ("relocation", "15k"), ("commission", "{target: 40k, draw: {amount: 2k/mo, recoverable: no}}"),
    ("ltip", "{grant: 75k yearly, vesting: 3y cliff, paid: cash}"),
    ("deferred", "{employer: 4%, vesting: 3y cliff}"), ("promotion", "{after: 2y, to: 320k, odds: 25%}"),
    ("on_call", "{weeks: 1 in 8, pay: 500/wk}"), ("extra_months", "1"),
    ("retirement", "{plan: 401k, match: 50% up to 6%, employer: 2%}"),
    ("health", "{premium: 410/mo, employer: \"1,540/mo\", cover: family, deductible: 3k, out_of_pocket_max: 9k}"),
    ("hsa", "2,000/y"), ("insurance", "{life: 2x, disability: 60%, age: 48}"), ("leave", "30d"),
    ("parental_leave", "{paid: 12w, expects: 50%}"), ("pension", "{accrual: 1%, age: 48, from: 65, vesting: 3y cliff}"),
    ("stipend", "1,200/y"), ("phone", "60/mo"), ("meals", "150/mo"), ("equipment", "800/y"),
    ("tuition", "{amount: 8k/y, uses: 50%}"), ("commute", "{one_way: 35min, cost: 14/day}"), ("severance", "6mo"),
    ("notice", "3mo"), ("change_in_control", "{pay: 24mo, trigger: double}"),
    (
      "equity",
      "[{kind: rsu, units: 1000, price: 40, vesting: 4y/1y cliff quarterly}, {kind: nso, units: 5000, strike: 40, "
        + "price: 42, vesting: 4y/1y cliff quarterly, volatility: 40%}]"
    ),
    ("refreshers", "{grant: 60k, vesting: 4y yearly, probability: 70%}"),
    ("espp", "{contribution: 10%, discount: 10%, look_back: yes}"),
  ]

  private static let changes: [(from: String, to: String)] = [
    ("272k", "273k"), ("3% yearly", "3.1% yearly"), ("target: 30%", "target: 31%"), ("share: 25%", "share: 20%"),
    ("20k", "21k"), ("30k, paid", "31k, paid"), ("25k", "26k"), ("15k", "16k"), ("target: 40k", "target: 41k"),
    ("amount: 2k/mo", "amount: 3k/mo"), ("75k yearly", "76k yearly"), ("{employer: 4%", "{employer: 5%"),
    ("to: 320k", "to: 330k"), ("odds: 25%", "odds: 30%"), ("500/wk", "550/wk"),
    ("\n    extra_months: 1", "\n    extra_months: 2"),
    ("match: 50%", "match: 60%"), ("up to 6%, employer: 2%", "up to 6%, employer: 3%"), ("410/mo", "400/mo"),
    ("1,540/mo", "1,600/mo"), ("deductible: 3k", "deductible: 2k"), ("2,000/y", "2,100/y"), ("life: 2x", "life: 3x"),
    ("disability: 60%", "disability: 65%"), ("30d", "31d"), ("paid: 12w", "paid: 13w"),
    ("accrual: 1%", "accrual: 1.1%"),
    ("1,200/y", "1,300/y"), ("60/mo", "70/mo"), ("150/mo", "160/mo"), ("800/y", "900/y"),
    ("amount: 8k/y", "amount: 9k/y"),
    ("35min", "30min"), ("14/day", "13/day"), ("severance: 6mo", "severance: 7mo"), ("notice: 3mo", "notice: 4mo"),
    ("pay: 24mo", "pay: 25mo"), ("units: 1000", "units: 1001"), ("units: 5000", "units: 5010"),
    ("strike: 40", "strike: 39"), ("price: 40,", "price: 41,"), ("grant: 60k", "grant: 61k"),
    ("probability: 70%", "probability: 75%"), ("discount: 10%", "discount: 12%"),
  ]

  @Test("Each field with more money in it makes the offer worth more to whoever leaves as often as most")
  func everyField() throws {
    let lines = Self.fields.map { "    \($0.key): \($0.value)\n" }.joined()
    let text =
      "assumptions: {as_of: 2026-11-21}\noffers:\n  - id: a\n    employer_kind: public tech\n    start: 2027-02-15\n"
      + lines
    let before = try worth(text)
    for (from, to) in Self.changes {
      let parts = text.components(separatedBy: from)
      #expect(parts.count >= 2, "\(from) is not there")
      let more = try worth(parts[0] + to + parts.dropFirst().joined(separator: from)) - before
      #expect(more > 0, "\(from) -> \(to): \(more)")
    }
  }

  private func worth(_ yaml: String) throws -> Double {
    let offer = try #require(try ScenarioFixtures.read(yaml).offers.first)
    let day = try #require(CalendarDate("2026-11-21"))
    let terms = ValuationTerms(
      asOf: day, dayZero: try #require(CalendarDate("2027-02-15")), months: 48, discountRate: 0.045, currency: .usd,
      parameters: try ShippedTables.parameters())
    return try offer.valued(under: terms).total(\.expectedAverageLeaver).amount
  }
}
