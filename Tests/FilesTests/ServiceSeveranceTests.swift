import Compensation
import Files
import ModelTestSupport
import Testing

@Suite("Severance by years of service")
struct ServiceSeveranceTests {
  @Test(
    "Read as people write it",
    arguments: ["2 weeks a year of service", "2w per year", "2 weeks per year of service", "2 weeks / year"])
  func reading(_ text: String) throws {
    let offer = try ScenarioFixtures.read("offers:\n  - {id: a, base: 104k, severance: \(text)}\n").offers.first
    #expect(offer?.severance?.size == .perYear(months: 2 * 12.0 / 52))
  }
}
