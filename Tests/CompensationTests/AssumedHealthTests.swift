import Compensation
import Market
import Quantities
import Testing

@Suite("Health cover of an offer that does not speak of it")
struct AssumedHealthTests {
  /// Twelve months without interest, so that a yearly figure stands as it is.
  private func total(
    _ cover: HealthCover? = .single, _ change: (inout Offer) -> Void = { _ in }
  ) throws -> (all: Double, assumed: ElementValue?) {
    var offer = plainOffer(180_000)
    change(&offer)
    var terms = terms(months: 12, rate: 0, overrides: noHazard)
    terms.usualCover = cover
    let value = try offer.valued(under: terms)
    return (value.total(\.expected).amount, value.elements.first { $0.component == "assumed_health" })
  }

  @Test("Silence is worth what the average employer pays less the average premium, and promises nothing")
  func silent() throws {
    let assumed = try #require(try total().assumed)
    #expect(assumed.total(\.expected, .usd) == Money(6_500, .usd))
    #expect(assumed.total(\.headline, .usd) == .zero(.usd))
    #expect(assumed.total(\.expectedCash, .usd) == Money(-1_400, .usd))
    #expect(assumed.certainty == .likely)
    #expect(try total(.family).assumed?.total(\.expected, .usd) == Money(13_200, .usd))
    #expect(try total(nil).assumed == nil)
  }

  @Test("To state the average premium changes nothing, a lower one is better and a higher one worse, dollar for dollar")
  func statedPremium() throws {
    func stated(_ yearly: Double) throws -> Double {
      try total { $0.health = HealthPlan(premiumPerMonth: yearly / 12, employerSharePerMonth: nil) }.all
    }
    let silent = try total().all
    #expect(abs(try stated(1_400) - silent) < 0.01)
    #expect(abs(try stated(400) - silent - 1_000) < 0.01)
    #expect(abs(try stated(2_400) - silent + 1_000) < 0.01)
  }

  @Test("The employer's share alone leaves the premium to assume; both together leave nothing")
  func statedShare() throws {
    let half = try total { $0.health = HealthPlan(premiumPerMonth: nil, employerSharePerMonth: 500) }
    #expect(half.assumed?.total(\.expected, .usd) == Money(-1_400, .usd))
    let whole = try total { $0.health = HealthPlan(premiumPerMonth: 100, employerSharePerMonth: 500) }
    #expect(whole.assumed == nil)
  }

  @Test("A stated cover counts before the household's")
  func cover() throws {
    let family = try total(.single) {
      $0.health = HealthPlan(premiumPerMonth: nil, employerSharePerMonth: nil)
      $0.health?.isFamily = true
    }
    #expect(family.assumed?.total(\.expected, .usd) == Money(13_200, .usd))
  }

  @Test("None for a contractor, for who is told there is none, abroad, or in another currency")
  func nothingToAssume() throws {
    #expect(try total { $0.statedNone = ["health"] }.assumed == nil)
    #expect(try total { $0.work.employment = .contractor }.assumed == nil)
    #expect(
      try total {
        $0.location = Location(
          id: "GB", name: "United Kingdom", kind: .country, state: "", country: "GB", employment: nil)
      }.assumed == nil)
    #expect(try total { $0.baseSalary = Money(180_000, Currency(code: "GBP", minorDigits: 2)) }.assumed == nil)
  }
}
