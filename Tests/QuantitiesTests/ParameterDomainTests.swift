import ModelTestSupport
import Quantities
import Testing

@Suite("Numbers a parameter may have")
struct ParameterDomainTests {
  @Test("Every shipped value is one")
  func shipped() throws {
    let table = try ShippedTables.parameters()
    let date = try #require(CalendarDate("2026-11-21"))
    #expect(table.keys.count > 100)
    for key in table.keys {
      let row = try #require(table.row(key: key, on: date))
      #expect(ParameterDomain.bounds(of: key, broken: row.value) == nil, "\(key)")
    }
  }

  @Test(
    "What is divided by, or counted by, is more than nothing",
    arguments: [
      "leave.working-days", "work.hours-a-week", "espp.offering-months", "search.arrival-unemployed[cio]",
      "pension.years-paid", "psu.peers", "horizon.months", "exit.months[seed]",
    ])
  func divisors(_ key: String) {
    #expect(ParameterDomain.bounds(of: key, broken: 0) == "more than 0")
    #expect(ParameterDomain.bounds(of: key, broken: -1) != nil && ParameterDomain.bounds(of: key, broken: 1) == nil)
  }

  @Test("Probabilities lie between 0 and 1, and a whole is not left of a whole")
  func shares() {
    for key in ["hazard.involuntary[bank]", "refresher.probability", "credit.recovery"] {
      #expect(
        ParameterDomain.bounds(of: key, broken: 1.01) != nil && ParameterDomain.bounds(of: key, broken: -0.01) != nil)
      #expect(ParameterDomain.bounds(of: key, broken: 0) == nil && ParameterDomain.bounds(of: key, broken: 1) == nil)
    }
    #expect(ParameterDomain.bounds(of: "gross-up.tax-rate", broken: 1) != nil)
    #expect(ParameterDomain.bounds(of: "discount.annual-rate", broken: -0.02) == nil)
  }
}
