import Quantities
import Scenarios
import Taxation

/// Pay in one place and what it takes to live as well in another, by taxes and prices, both ways.
public struct MoveReport {
  /// A place with the pay that is looked at there.
  public struct Place: Sendable {
    let name: String
    let state: String
    let prices: PriceLevel
    let tax: UnitedStatesTax
    /// Places around it with an income tax of their own, where none was named.
    let untaxedLocalities: [String]

    public init(name: String, state: String, prices: PriceLevel, tax: UnitedStatesTax, untaxedLocalities: [String]) {
      self.untaxedLocalities = untaxedLocalities
      self.name = name
      self.state = state
      self.prices = prices
      self.tax = tax
    }

    var wages: Double { tax.household.wages }
  }

  let here: Place
  /// With the pay that buys there what today's buys here.
  let there: Place
  /// The pay here that buys what today's pay would buy there.
  let reverse: Double
  let year: Int

  public init(here: Place, there: Place, reverse: Double, year: Int) {
    self.here = here
    self.there = there
    self.reverse = reverse
    self.year = year
  }

  public var report: Report {
    Report(schema: "parley.tax-move/1", json: json, blocks: blocks, sheet: sheet)
  }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: "USD") }

  private var blocks: [Block] {
    let more = there.wages / here.wages - 1
    return [
      .verdict(
        "To live in \(there.name) as on \(money(here.wages)) in \(here.name) takes \(money(there.wages)): "
          + "\(NumberText.share(abs((more * 1_000).rounded() / 1_000))) \(more < 0 ? "less" : "more")."),
      .sheet(sheet, title: ""), .space,
      .sentence(
        "The other way: \(money(here.wages)) in \(there.name) is as \(money(reverse)) in \(here.name). Taxes of \(year), prices by "
          + "the BEA's regional price parities of \(there.prices.year), 100 for the nation: rents of all tenants, not of new "
          + "leases, and what households buy on average. What employers pay in a place is another matter: "
          + "parley market show."),
    ] + notes.map { .sentence($0) }
  }

  private var notes: [String] {
    zip([here, there], ["--locality", "--to-locality"]).compactMap { place, option in
      guard !place.untaxedLocalities.isEmpty else { return nil }
      let some = place.untaxedLocalities.prefix(3).joined(separator: ", ")
      return "No local tax is in this of \(place.name); name yours with \(option): \(some)"
        + (place.untaxedLocalities.count > 3 ? " and others." : ".")
    }
  }

  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: "USD")
    var sheet = Sheet(columns: [
      Column("place", "Place"), Column("pay", "Pay", kind), Column("taxes", "Taxes", kind), Column("net", "Net", kind),
      Column("prices", "Prices", .number(decimals: 1)), Column("buys", "Buys, as in \(here.name)", kind),
    ])
    for place in [here, there] {
      sheet.append([
        .text(place.name), .number(place.wages), .number(place.tax.total), .number(place.tax.net()),
        .number(place.prices.level), .number(place.tax.net() * here.prices.level / place.prices.level),
      ])
    }
    return sheet
  }

  private var json: JSONValue {
    [
      "year": .integer(year), "here": .object(object(here)), "there": .object(object(there)),
      "needed": .amount(there.wages), "reverse": .amount(reverse),
    ]
  }

  private func object(_ place: Place) -> [String: JSONValue] {
    [
      "place": .string(place.name), "state": .string(place.state), "wages": .amount(place.wages),
      "taxes": .amount(place.tax.total), "net": .amount(place.tax.net()),
      "price_level": .ratio(place.prices.level), "price_year": .integer(place.prices.year),
    ]
  }
}
