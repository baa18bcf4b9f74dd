import Compensation
import ModelTestSupport
import Quantities
import Testing

@Suite("What an offer is worth, element by element")
struct OfferValueTests {
  @Test("Every element of a whole offer has the value of an independent computation, to the cent")
  func elements() throws {
    let value = try fullOffer().valued(under: terms())
    let rows = try ReferenceTable("Reference/offer-values.csv").rows
    #expect(Set(rows.map { $0["component"] }) == Set(value.elements.map(\.component)))
    for row in rows {
      let element = try #require(value.elements.first { $0.component == row["component"] })
      let year = try #require(element.years.first { Double($0.year) == row.number("year") })
      #expect(year.headline.amount == row.number("headline"), "\(row)")
      #expect(year.fair.amount == row.number("fair"), "\(row)")
      #expect(year.expected.amount == row.number("expected"), "\(row)")
      #expect(year.expectedAverageLeaver.amount == row.number("average_leaver"), "\(row)")
      #expect(year.expectedCash.amount == row.number("cash"), "\(row)")
    }
  }

  @Test("Parts add up to the totals in cents: over elements, over years, by certainty")
  func sums() throws {
    let value = try fullOffer().valued(under: terms())
    let total = value.total(\.expected)
    let cents = value.elements.flatMap(\.years).reduce(0) { $0 + $1.expected.minorUnits }
    #expect(total.minorUnits == cents)
    #expect((1...3).map { value.total(\.expected, year: $0) }.total(.usd) == total)
    #expect(Certainty.allCases.map { value.total($0) }.total(.usd) == total)
    #expect(abs(value.annualized - 255_037.374337) < 1e-4)
  }

  @Test("What a contract promises is guaranteed, the rest likely")
  func certainty() throws {
    var offer = fullOffer()
    offer.raises.append(
      Raise(timing: .from(day("2027-07-15")), size: .by(Double(10_000)), isContractual: true))
    let value = try offer.valued(under: terms())
    let guaranteed = Set(value.elements.filter { $0.certainty == .guaranteed }.map(\.component))
    #expect(guaranteed == ["base", "contractual_raises", "sign_on", "health", "leave"])
    #expect(value.elements.filter(\.isInKind).map(\.component) == ["leave"])
  }

  @Test(
    "A flat base annualises to itself, over any window and at any rate",
    arguments: [(48, 0.045), (12, 0.10), (30, 0)])
  func flatBase(months: Int, rate: Double) throws {
    let value = try plainOffer().valued(under: terms(months: months, rate: rate, overrides: noHazard))
    #expect(abs(value.annualized - 180_000) < 1e-6)
  }

  @Test("More money is never worth less")
  func monotone() throws {
    let changes: [(String, (inout Offer) -> Void)] = [
      ("base", { $0.baseSalary = Money(181_000, .usd) }),
      ("raise", { $0.raises[0].size = .share(0.031) }),
      ("bonus", { $0.bonus?.target = .shareOfBase(0.21) }),
      ("payout", { $0.bonus?.payout = .mean(0.91) }),
      ("sign-on", { $0.signOn?.amount = Money(31_000, .usd) }),
      ("units", { $0.equity[0].units += 1 }),
      ("price", { $0.equity[0].price += 1 }),
      ("match", { $0.retirement?.tiers[0].rate = 0.6 }),
      ("premium", { $0.health?.premiumPerMonth = 290 }),
      ("employer share", { $0.health?.employerSharePerMonth = 1_010 }),
      ("leave", { $0.leave = .days(26) }),
      ("clawback", { $0.signOn?.clawback?.months = 11 }),
    ]
    let before = try fullOffer().valued(under: terms())
    for (name, change) in changes {
      var offer = fullOffer()
      change(&offer)
      let after = try offer.valued(under: terms())
      let more =
        after.total(\.expectedAverageLeaver).minorUnits - before.total(\.expectedAverageLeaver).minorUnits
      #expect(more > 0, "\(name)")
    }
  }

  @Test("What is not stated is asked for, never taken as zero")
  func questions() throws {
    let asked = try fullOffer().valued(under: terms()).questions
    #expect(Array(asked.prefix(2)) == ["severance on a layoff", "posted range or band of the job"])
    var plain = plainOffer()
    plain.job = nil
    #expect(try plain.valued(under: terms()).questions.count == 7)
  }

  @Test("Who leads is told what else to ask, by name; what is stated is not asked again")
  func leadership() throws {
    var offer = fullOffer()
    let asked = try offer.valued(under: terms()).questions
    let named = [
      "pay on a change of control", "acceleration, single or double trigger", "notice", "non-compete", "budget",
    ]
    for question in named { #expect(asked.contains(question), "\(question)") }
    #expect(!asked.contains("D&O cover and indemnity"))
    offer.statedTerms = ["acceleration", "budget", "headcount", "reports to"].map { StatedTerm(name: $0, text: "yes") }
    offer.leavingTerms.noticeMonths = 3
    offer.leavingTerms.nonCompeteMonths = 0
    offer.leavingTerms.changeOfControl = ChangeOfControl(pay: SeveranceTerms(size: .months(12)))
    let left = try offer.valued(under: terms()).questions
    for question in named { #expect(!left.contains(question), "\(question)") }
  }
}
