import Quantities
import Testing

@testable import Taxation

@Suite("Tables of tax law")
struct TaxTableTests {
  private func fact(
    _ floor: Double, rate: Double? = nil, amount: Double? = nil, step: Double? = nil, name: String = "bracket",
    year: Int = 2026, status: TaxFact.Status = .published
  ) throws -> TaxFact {
    TaxFact(
      place: "US-XX", name: name, filing: nil, effectiveFrom: try #require(CalendarDate("\(year)-01-01")), floor: floor,
      rate: rate, amount: amount, step: step, status: status, reference: "", note: "")
  }

  @Test("As brackets each rate falls on what lies between its floor and the next, to the cent on both sides of an edge")
  func brackets() throws {
    let table = TaxTable([try fact(0, rate: 0.1), try fact(11_925, rate: 0.12), try fact(48_475, rate: 0.22)])
    #expect(abs(table.tax(on: 50_000) - (1_192.50 + 4_386 + 335.50)) < 1e-9)
    #expect(abs(table.tax(on: 11_925) - 1_192.50) < 1e-9)
    #expect(abs(table.tax(on: 11_925.01) - table.tax(on: 11_925) - 0.0012) < 1e-9)
    #expect(table.tax(on: 0) == 0 && table.marginalRate(at: 11_925) == 0.12)
    #expect(abs(table.bands(of: 50_000).reduce(0) { $0 + $1.tax } - table.tax(on: 50_000)) < 1e-9)
  }

  @Test("As a function a step counts from the cent above its floor, and nothing falls below 0")
  func steps() throws {
    let table = TaxTable([try fact(0, amount: 153), try fact(252_203.01, rate: -6, amount: 153, step: 2_500)])
    #expect(table.value(at: 252_203) == 153 && table.value(at: 252_203.01) == 147)
    #expect(table.value(at: 254_703) == 147 && table.value(at: 254_703.01) == 141)
    #expect(table.value(at: 900_000) == 0)
  }

  @Test("A linear row holds at 0, except where credits are summed first")
  func linear() throws {
    let table = TaxTable([try fact(0, amount: 945), try fact(18_213, rate: -0.013, amount: 945)])
    #expect(abs(table.value(at: 28_213) - 815) < 1e-9)
    #expect(table.value(at: 200_000) == 0 && table.unheld(at: 200_000) < -1_000)
  }

  @Test(
    "A year's law is the newest up to it; a table that ended is law no more; a state's own filing status comes first")
  func inForce() throws {
    var own = try fact(0, rate: 0.05)
    own.filing = .joint
    let law = TaxLaw([
      try fact(0, rate: 0.04, year: 2025), try fact(0, rate: 0.045), own,
      try fact(0, amount: 10, name: "credit", year: 2025),
      try fact(0, name: "credit", status: .ended),
    ])
    func rate(_ filing: FilingStatus, _ year: Int) -> Double? {
      law.table("bracket", in: "US-XX", filing: filing, year: year)?.share(at: 0)
    }
    #expect(rate(.single, 2024) == nil && rate(.single, 2025) == 0.04 && rate(.single, 2031) == 0.045)
    #expect(rate(.joint, 2025) == 0.04 && rate(.joint, 2026) == 0.05)
    #expect(law.table("credit", in: "US-XX", filing: .single, year: 2025)?.value(at: 5) == 10)
    #expect(law.table("credit", in: "US-XX", filing: .single, year: 2026) == nil)
    #expect(law.newestYear(of: "US-XX", upTo: 2030) == 2026)
  }
}
