import Quantities
import Scenarios

/// Pay in one place and what it takes to live as well in another, by taxes and prices, both ways.
public struct MoveReport {
  /// What the page says of a place beside what is computed.
  public struct Place: Sendable {
    let country: String
    let countryName: String
    /// Of the United States; empty elsewhere.
    let state: String
    /// The part of a country abroad whose taxes are counted: `CA-ON`.
    let region: String?
    let isCity: Bool
    /// Units of its currency that a dollar is exchanged for; nil where it is not quoted.
    let perDollar: Double?
    /// The newest law known of a country abroad.
    let lawYear: Int?
    /// The share of pay that was given for all taxes.
    let effectiveRate: Double?
    /// Places around it with an income tax of their own, where none was named.
    let untaxedLocalities: [String]
    /// Tables that rest on a forecast, by place.
    let projected: [String: [String]]

    public init(
      country: String, countryName: String = "the United States", state: String = "", region: String? = nil,
      isCity: Bool = false, perDollar: Double? = 1, lawYear: Int? = nil, effectiveRate: Double? = nil,
      untaxedLocalities: [String] = [], projected: [String: [String]] = [:]
    ) {
      self.projected = projected
      self.country = country
      self.countryName = countryName
      self.state = state
      self.region = region
      self.isCity = isCity
      self.perDollar = perDollar
      self.lawYear = lawYear
      self.effectiveRate = effectiveRate
      self.untaxedLocalities = untaxedLocalities
    }

    var isAbroad: Bool { country != "US" }
  }

  let move: Move
  let answer: Move.Answer
  let shown: (here: Place, there: Place)
  /// The day of the market rate.
  let rateDate: CalendarDate
  let year: Int
  /// Whether the pay that is offered there was given.
  let isOffered: Bool

  public init(
    _ move: Move, _ answer: Move.Answer, here: Place, there: Place, rateDate: CalendarDate, year: Int, isOffered: Bool
  ) {
    self.move = move
    self.answer = answer
    shown = (here, there)
    self.rateDate = rateDate
    self.year = year
    self.isOffered = isOffered
  }

  public var report: Report {
    Report(schema: "parley.tax-move/1", json: json, blocks: blocks, sheet: isPlain ? comparison : cases)
  }

  var here: MovePlace { move.here }
  var there: MovePlace { move.there }
  var isBetweenCountries: Bool { shown.here.country != shown.there.country }
  var hasRent: Bool { here.rent != nil && there.rent != nil }
  /// Two places of the United States by taxes and all prices, and no more.
  var isPlain: Bool {
    !shown.here.isAbroad && !shown.there.isAbroad && !hasRent && here.commute == 0 && there.commute == 0
      && move.movingCost == 0 && !isOffered
  }

  func money(_ value: Double, in place: MovePlace) -> String { NumberText.money(value, currency: place.currency) }

  private var blocks: [Block] {
    [.verdict(verdict), .sheet(isPlain ? comparison : lines, title: ""), .space]
      + (isPlain ? plainSentences : sentences).map { .sentence($0) }
      + ProjectedText.sentences(shown.there.projected.merging(shown.here.projected) { $1 }).map { .sentence($0) }
  }

  private var verdict: String {
    let (now, needed) = (answer.now.pay, answer.needed.pay)
    let start =
      "To live in \(Self.spoken(there.name)) as on \(money(now, in: here)) in \(Self.spoken(here.name)) takes "
      + money(needed, in: there)
    guard here.currency == there.currency else {
      guard let rate = move.exchange else { return start + "." }
      return start + ", which exchanges for \(money(needed / rate, in: here))."
    }
    let more = now > 0 ? needed / now - 1 : 0
    let share = abs((more * 1_000).rounded() / 1_000)
    return start + (share == 0 ? ": as much." : ": \(NumberText.share(share)) \(more < 0 ? "less" : "more").")
  }

  private var plainSentences: [String] {
    [
      "\(otherWay) Taxes of \(year), prices by "
        + "the BEA's regional price parities of \(there.basket.year), 100 for the nation: rents of all tenants, not of new "
        + "leases, and what households buy on average. What employers pay in a place is another matter: "
        + "parley market show."
    ] + localityNotes
  }

  /// Places side by side: two of the United States, in one currency.
  private var comparison: Sheet {
    let kind = ColumnKind.money(currency: "USD")
    var sheet = Sheet(columns: [
      Column("place", "Place"), Column("pay", "Pay", kind), Column("taxes", "Taxes", kind), Column("net", "Net", kind),
      Column("prices", "Prices", .number(decimals: 1)), Column("buys", "Buys, as in \(here.name)", kind),
    ])
    for (place, taxed) in [(here, answer.now), (there, answer.needed)] {
      sheet.append([
        .text(place.name), .number(taxed.pay), .number(taxed.taxes), .number(taxed.net),
        .number(100 * place.basket.all), .number(taxed.net * here.basket.all / place.basket.all),
      ])
    }
    return sheet
  }
}
