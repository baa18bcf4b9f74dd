import Compensation
import Foundation
import Market
import ModelTestSupport
import Negotiation
import Quantities
import Testing

@Suite("What one falls back on")
struct WalkAwayTests {
  @Test("Reservation pay has its reference value")
  func reservation() throws {
    for row in try referenceRows("reservation_ojs") {
      let pay = search(row).reservationPay(income: row.inputNumber("b"))
      #expect(abs(pay / row.number("expected") - 1) <= row.number("tolerance"))
    }
  }

  @Test("The lowest pay worth moving for has its reference value, and moving for nothing costs nothing")
  func switching() throws {
    for row in try referenceRows("reservation_switch") {
      let current = row.inputNumber("current_wage")
      let pay = search(row).payToSwitch(from: current, cost: row.inputNumber("switch_cost"))
      #expect(abs(pay / row.number("expected") - 1) <= row.number("tolerance"))
      #expect(search(row).payToSwitch(from: current, cost: 0) == current)
    }
  }

  @Test(
    "Without a job the search value is that of an independent computation, in its range and over its floor"
  )
  func searchValue() throws {
    let found = try #require(try finder().fromBase(current: nil).binding)
    // scipy quadrature and root finding: lambda_u 0.10, lambda_e 0.0333, delta 0.006, r 0.004, b 32,000.
    #expect(abs(found.base - 123_295.10) < 0.5)
    let ends = try #require(found.range)
    #expect(abs(ends.lowerBound - 112_919.86) < 0.5)
    #expect(abs(ends.upperBound - 136_190.65) < 0.5)
    let poor = try #require(
      try finder(["search.arrival-unemployed[it-director]": 0.01]).fromBase(current: nil).binding)
    #expect(poor.base == 112_000)
  }

  @Test("With a job its base is the floor")
  func currentBase() throws {
    #expect(try finder().fromBase(current: 140_000).base == 140_000)
  }

  @Test("The current job's floor is its pay raised by what leaving costs once")
  func currentJob() throws {
    let current = offer("now", .current, 170_000)
    var other = offer("new", .written, 180_000)
    other.movingCost = Money(20_000, .usd)
    // Root of the switching integral by scipy, layoffs apart: 173,504.02 a year.
    let found = try finder(noHazard).fromOffers(
      for: other, among: [current, other], terms: try terms(noHazard), lastPay: nil)
    let binding = try #require(found.binding)
    #expect(binding.switchingCost == 20_000)
    #expect(abs(binding.base - 173_504.02) < 0.5)
    #expect(found.alternatives.count == 1)
  }

  @Test("Another written offer is put into the base at which this package equals it; a verbal one is none")
  func otherOffers() throws {
    var mine = offer("mine", .written, 180_000)
    mine.bonus = TargetBonus(target: .shareOfBase(0.2))
    mine.raises = [Raise(timing: .yearly, size: .share(0.03), isContractual: false)]
    var rival = mine.withBase(190_000)
    rival.id = "rival"
    var verbal = mine.withBase(250_000)
    verbal.id = "verbal"
    verbal.kind = .verbal
    let found = try finder().fromOffers(
      for: mine, among: [mine, rival, verbal], terms: try terms(), lastPay: 150_000)
    #expect(found.binding?.name == "rival")
    #expect(abs(found.base - 190_000) < 0.02)
    #expect(Set(found.alternatives.map(\.kind)) == [.writtenOffer, .search])
  }

  @Test("A last pay caps the search value")
  func lastPay() throws {
    let mine = offer("mine", .written, 180_000)
    let found = try finder().fromOffers(for: mine, among: [mine], terms: try terms(), lastPay: 115_000)
    #expect(found.base == 115_000)
  }

  private let noHazard = ["hazard.involuntary[other]": 0.0]

  private func finder(_ overrides: [String: Double] = [:]) throws -> WalkAwayFinder {
    WalkAwayFinder(
      job: job(), market: market(), parameters: try parameters(overrides), asOf: day("2026-11-21"))
  }

  private func terms(_ overrides: [String: Double] = [:]) throws -> ValuationTerms {
    ValuationTerms(
      asOf: day("2026-11-21"), dayZero: day("2027-02-01"), months: 48, discountRate: 0.045, currency: .usd,
      parameters: try parameters(overrides))
  }

  private func parameters(_ overrides: [String: Double]) throws -> ParameterTable {
    try ShippedTables.parameters().overridden(by: overrides, origin: "test")
  }

  private func offer(_ id: String, _ kind: Offer.Kind, _ base: Double) -> Offer {
    var offer = Offer(id: id, title: "", kind: kind, baseSalary: Money(base, .usd))
    offer.job = job()
    return offer
  }

  private func search(_ row: ReferenceTable.Row) -> JobSearch {
    JobSearch(
      median: exp(row.inputNumber("mu")), logSD: row.inputNumber("sigma"),
      arrivalUnemployed: row.input("lambda_u").isEmpty ? 0 : row.inputNumber("lambda_u"),
      arrivalEmployed: row.inputNumber("lambda_e"), separation: row.inputNumber("delta"),
      discount: row.inputNumber("r"))
  }
}
