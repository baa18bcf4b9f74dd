import TestSupport
import Testing

@Suite("The market answers for the roles and places people ask about")
struct MarketAnswerTests {
  static let roles = [
    "CIO", "CTO", "IT Director", "IT Manager", "Program Manager", "Project Manager", "Team Leader",
    "Senior Manager", "Associate Director",
  ]
  static let places = ["Denver", "New York", "Ohio", "US"]

  private static func percentiles(_ role: String, _ place: String, asOf: String = "2026-11-21") throws -> [Double] {
    let document = try JSONDocument(
      of: ["market", "show", "--role", role, "--location", place, "--as-of", asOf, "-O", "json"])
    return try ["p10", "p25", "p50", "p75", "p90"].map { try document.number("percentiles", $0) }
  }

  @Test("Nine roles in a city, a metropolis, a state and the nation", arguments: roles)
  func answers(_ role: String) throws {
    for place in Self.places {
      let pays = try Self.percentiles(role, place)
      #expect(pays == pays.sorted() && Set(pays).count == 5, "\(role) in \(place): \(pays)")
      #expect(pays[0] > 30_000 && pays[4] < 3_000_000, "\(role) in \(place): \(pays)")
    }
  }

  @Test("A bare occupation code in the survey's own month is the published cell, to the dollar")
  func published() throws {
    // BLS, Occupational Employment and Wage Statistics, May 2025: 11-3021 in area 19740.
    #expect(
      try Self.percentiles("11-3021", "Denver", asOf: "2025-05-31") == [133_450, 167_420, 203_340, 230_420, 293_820])
  }

  @Test("Moving from Denver to Columbus lowers the median and the ask")
  func cheaperCity() throws {
    #expect(try Self.percentiles("IT Director", "Columbus, OH")[2] < Self.percentiles("IT Director", "Denver")[2])
    #expect(try Self.ask("Columbus, OH", offer: "185k") < Self.ask("Denver", offer: "185k"))
  }

  @Test("The same offer is asked up further where the market pays more")
  func sameOfferElsewhere() throws {
    #expect(try Self.ask("Seattle", offer: "200k") > Self.ask("Columbus, OH", offer: "200k"))
  }

  private static func ask(_ place: String, offer: String) throws -> Double {
    try JSONDocument(
      of: [
        "negotiate", "--role", "IT Director", "--location", place, "--offer", offer, "--current", "178k", "--as-of",
        "2026-11-21", "-O", "json",
      ]
    ).number("anchor", "amount")
  }
}
