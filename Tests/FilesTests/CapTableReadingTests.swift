import Compensation
import Files
import ModelTestSupport
import Testing

@Suite("Cap tables as people write them")
struct CapTableReadingTests {
  private static let common = "{class: common, shares: 12M}"
  private static let seriesA = "{class: A, shares: 4M, price: 2.50, rank: 2}"
  private static let seriesB = "{class: B, shares: 5M, price: 6.40, rank: 1}"

  private func offer(_ classes: [String], company: String = "stage: series-b") throws -> Offer {
    let table = classes.joined(separator: ", ")
    return try #require(
      try ScenarioFixtures.read(
        "offers:\n  - {id: a, base: 200k, equity: [{kind: nso, units: 210000, "
          + "strike: 1.85, vesting: 4y/1y cliff monthly}], company: {fully_diluted: 26M, \(company), cap_table: [\(table)]}}\n"
      ).offers.first)
  }

  /// The class of the last round, and its price.
  private func lastRound(_ offer: Offer) throws -> (name: String, price: Double) {
    let grant = try #require(offer.equity.first)
    guard case .privateOption(_, let company) = grant.instrument, let table = company.table else { return ("", 0) }
    return (table.classes.classes[table.lastRound].name, grant.price)
  }

  @Test(
    "Whatever the order, the last round is the class of the stated last price, else the dearest; a doubt is asked",
    arguments: [
      ([common, seriesA, seriesB], false), ([seriesB, seriesA, common], true), ([seriesB, common, seriesA], true),
    ])
  func order(_ classes: [String], _ asks: Bool) throws {
    let plain = try offer(classes)
    #expect(try lastRound(plain) == ("B", 6.40))
    #expect(plain.openQuestions.contains { $0.contains("company.last_round") } == asks)
    let priced = try offer(classes, company: "stage: series-b, preferred_price: 2.50")
    #expect(try lastRound(priced) == ("A", 2.50))
    #expect(!priced.openQuestions.contains { $0.contains("company.last_round") } || classes.last == Self.seriesB)
  }

  @Test("The price of common stock is an appraisal, and makes no preference; options with a price are no round")
  func commonPrice() throws {
    let warrants = "{class: warrants, shares: 1M, strike: 1, price: 2}"
    let found = try offer(["{class: common, shares: 12M, price: 1.85}", Self.seriesA, Self.seriesB, warrants])
    #expect(try lastRound(found) == ("B", 6.40))
    guard case .privateOption(_, let company)? = found.equity.first?.instrument else { return }
    #expect(company.table?.classes.classes.first?.right == .common)
  }

  @Test("A stated preference of nothing is stated; a stage that is not is asked with what is taken for it")
  func questions() throws {
    let zero = try offer(
      [Self.common, "{class: A, shares: 4M, price: 2.50, preference: 0x}"], company: "exit: 4y")
    #expect(zero.notValued.isEmpty && !zero.openQuestions.contains { $0.contains("preference") })
    #expect(zero.openQuestions.contains("the company's stage, taken as late (company.stage)"))
  }
}
