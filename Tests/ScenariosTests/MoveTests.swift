import Files
import Foundation
import Market
import ModelTestSupport
import Quantities
import Scenarios
import Taxation
import Testing

@Suite("Living as well elsewhere")
struct MoveTests {
  private static let data = ShippedData(folder: ShippedTables.folderPath)

  /// A place with one tax, in percent of pay.
  private func place(
    _ name: String, tax: Double, all: Double, withoutRents: Double? = nil, currency: String = "USD",
    rent: Double? = nil, commute: Double = 0
  ) -> MovePlace {
    var place = MovePlace(
      name: name,
      basket: BasketPrice(place: name, currency: currency, all: all, withoutRents: withoutRents, year: 2024)
    ) { TaxedPay(pay: $0, taxes: tax * $0, net: (1 - tax) * $0) }
    place.rent = rent
    place.commute = commute
    return place
  }

  private func near(_ found: Double?, _ expected: Double) -> Bool {
    found.map { abs($0 - expected) < 0.02 } ?? false
  }

  @Test("By taxes and prices: 75,000 of net at prices a fifth higher is 90,000, and 80,000 there is 66,667 here")
  func pricesAlone() throws {
    let move = Move(
      from: place("a", tax: 0.25, all: 1), to: place("b", tax: 0.2, all: 1.2), pay: 100_000, exchange: 1)
    let answer = try #require(move.answer)
    #expect(near(answer.needed.pay, 90_000 / 0.8))
    #expect(near(answer.reverse?.pay, 80_000 / 1.2 / 0.75))
  }

  @Test("Rent and commute are as they are there, and only the rest moves with prices without rents")
  func ownLines() throws {
    let move = Move(
      from: place("a", tax: 0.25, all: 1, withoutRents: 1, rent: 24_000, commute: 1_000),
      to: place("b", tax: 0.2, all: 1.2, withoutRents: 1.1, rent: 36_000), pay: 100_000, exchange: 1)
    // 75,000 - 25,000 is 50,000, which costs 55,000 there.
    #expect(near(move.answer?.needed.net, 36_000 + 55_000))
  }

  @Test(
    "A rent that differs as all prices do changes nothing; a dearer one takes as much more net, a dearer one here less")
  func rents() throws {
    func needed(_ here: Double?, _ there: Double?) throws -> Double {
      let move = Move(
        from: place("a", tax: 0, all: 1.1, rent: here), to: place("b", tax: 0, all: 1.32, rent: there), pay: 90_000,
        exchange: 1)
      return try #require(move.answer).needed.net
    }
    #expect(near(try needed(20_000, 24_000), try needed(nil, nil)))
    let rising = try [10_000, 20_000, 40_000, 60_000].map { try needed(20_000, $0) }
    #expect(zip(rising, rising.dropFirst()).allSatisfy { $0 < $1 } && near(rising[1] - rising[0], 10_000))
    let falling = try [10_000, 20_000, 40_000, 60_000].map { try needed($0, 20_000) }
    #expect(zip(falling, falling.dropFirst()).allSatisfy { $0 > $1 } && near(falling[0] - falling[1], 12_000))
  }

  @Test("The cost of moving is spread over the years at the market rate, and better pay brings it back")
  func movingCost() throws {
    let move = Move(
      from: place("a", tax: 0, all: 1), to: place("b", tax: 0.5, all: 0.6, currency: "GBP"), pay: 100_000,
      exchange: 0.8, offered: 124_000, movingCost: 10_000, years: 4)
    let cost = try #require(move.answer?.cost)
    // 8,000 pounds are 2,000 a year beside the 60,000 that live as 100,000 do; 62,000 brings 2,000 more.
    #expect(near(cost.perYear, 2_000) && near(cost.needed?.pay, 124_000) && near(cost.paidBack, 4))
    let poor = Move(
      from: move.here, to: move.there, pay: 100_000, exchange: 0.8, offered: 110_000, movingCost: 10_000)
    #expect(try #require(poor.answer?.cost).paidBack == nil)
  }

  @Test("The same pay is exchanged for the other way; without a rate there is none")
  func exchange() throws {
    let (home, away) = (place("a", tax: 0, all: 1), place("b", tax: 0, all: 0.6, currency: "GBP"))
    let known = try #require(Move(from: home, to: away, pay: 100_000, exchange: 0.75).answer)
    #expect(near(known.needed.pay, 60_000) && near(known.offered?.pay, 75_000) && near(known.reverse?.pay, 125_000))
    let unknown = try #require(Move(from: home, to: away, pay: 100_000, exchange: nil).answer)
    #expect(near(unknown.needed.pay, 60_000) && unknown.reverse == nil)
  }

  @Test("There and back is the same pay, in every country with tables", arguments: AbroadLaw.known)
  func thereAndBack(_ country: String) throws {
    let law = AbroadLaw(try Self.data.taxLaw(of: [country]))
    let day = try #require(CalendarDate("2026-11-21"))
    let baskets = try Self.data.basketPrices(on: day)
    let place = country == "CA" ? "CA-ON" : country
    var there = MovePlace(
      name: country, basket: try #require(baskets(location(country, country: country)))
    ) { pay in
      law.tax(AbroadEarner(place: place, pay: pay), year: 2026).map { TaxedPay($0) }
        ?? TaxedPay(pay: pay, taxes: 0, net: 0)
    }
    there.mostPay = 1e12
    var unitedStates = UnitedStatesLaw(try Self.data.taxLaw(of: ["US", "US-CO"]))
    let here = MovePlace(
      name: "Denver", basket: try #require(baskets(location("US-19740", country: "US", state: "CO")))
    ) { TaxedPay(unitedStates.tax(Household(wages: $0), state: "CO", year: 2026)) }
    let needed = try #require(Move(from: here, to: there, pay: 178_000, exchange: nil).answer).needed
    let back = try #require(Move(from: there, to: here, pay: needed.pay, exchange: nil).answer).needed
    #expect(abs(back.pay - 178_000) < 0.1)
    #expect(abs(needed.pay - needed.taxes - needed.saved - needed.net) < 0.01)
  }

  private func location(_ id: String, country: String, state: String = "") -> Location {
    Location(id: id, name: id, kind: state.isEmpty ? .country : .metro, state: state, country: country, employment: nil)
  }

  @Test("Levels are one scale in dollars: regional parities at home, the parity over the market rate abroad")
  func levels() throws {
    let day = try #require(CalendarDate("2026-11-21"))
    let levels = try Self.data.priceLevels(on: day)
    let denver = try #require(levels(location("US-19740", country: "US", state: "CO")))
    #expect(abs(denver.level - 105.782) < 1e-9 && denver.year == 2024 && denver.parity == nil)
    // World Bank 2024: 0.664153 pounds a dollar; ECB of 30 October 2026: 0.8338 pounds and 1.1172 dollars a euro.
    let london = try #require(levels(location("GB-LON", country: "GB")))
    let parity = try #require(london.parity)
    #expect(abs(london.level - 100 * 0.664153 / (0.8338 / 1.1172)) < 0.001 && london.year == 2024)
    #expect(parity.currency == "GBP" && "\(parity.rateDate)" == "2026-10-30")
    // No rate of the Argentine peso, no parity of Taiwan.
    #expect(levels(location("AR", country: "AR")) == nil && levels(location("TW", country: "TW")) == nil)
    // Bulgaria's parity of 2024 is in leva, its pay in euros.
    let bulgaria = try #require(levels(location("BG", country: "BG")))
    #expect(abs(bulgaria.level - 100 * 0.757951749098367 / 1.95583 * 1.1172) < 0.001)
  }

  @Test("Prices of all items are the mean of their four parts by the shares of spending, within 0.7 %")
  func shares() throws {
    let day = try #require(CalendarDate("2026-11-21"))
    let parameters = try Self.data.parameters(of: ["value"])
    let parts = ["goods", "rents", "utilities", "other-services"]
    let shares = try parts.map { try parameters.value("prices.spending-share", scope: $0, on: day) }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    let rows = try ShippedTables.table("datasets/bea-rpp/metro.csv").rows
    let errors = rows.map { row in
      zip(parts, shares).reduce(-log(row.number("all_items") / 100)) { sum, part in
        sum + part.1 * log(row.number(part.0.replacing("-", with: "_")) / 100)
      }
    }
    #expect((errors.reduce(0) { $0 + $1 * $1 } / Double(rows.count)).squareRoot() < 0.007)
    // Denver 2024 by hand: goods 100.957, utilities 87.856, other services 99.448.
    let denver = try Self.data.basketPrices(on: day)(location("US-19740", country: "US", state: "CO"))
    let mean = exp((0.318 * log(1.00957) + 0.019 * log(0.87856) + 0.498 * log(0.99448)) / 0.835)
    #expect(abs(try #require(denver?.withoutRents) - mean) < 1e-9)
  }
}
