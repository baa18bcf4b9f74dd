import Market
import Quantities

/// Pay in another country, in dollars in the two ways that are easily taken for one: exchanged, and by what it buys.
public struct AbroadFigures: Sendable {
  /// Dollars for one unit of the currency, and the day of the rate; nil where it is not quoted.
  public let exchange: (rate: Double, date: CalendarDate)?
  /// Units of the currency that buy there what a dollar buys in the United States, and their year; nil where unknown.
  public let purchasingPower: (localPerDollar: Double, year: Int)?

  public init(
    exchange: (rate: Double, date: CalendarDate)?, purchasingPower: (localPerDollar: Double, year: Int)?
  ) {
    self.exchange = exchange
    self.purchasingPower = purchasingPower
  }
}

/// How ``AbroadFigures`` are told.
struct AbroadText {
  let figures: AbroadFigures
  let median: Double
  let currency: String

  var blocks: [Block] {
    var lines: [KeyValue] = []
    if let exchange = figures.exchange {
      lines.append(
        KeyValue(
          "Exchanged", NumberText.money(exchanged(exchange.rate), currency: "USD"),
          note: "at \(NumberText.fixed(exchange.rate, decimals: 4)) dollars, ECB \(exchange.date): money sent home"))
    }
    if let power = figures.purchasingPower {
      lines.append(
        KeyValue(
          "Buys there", NumberText.money(median / power.localPerDollar, currency: "USD"),
          note: "what so many dollars buy in the US: World Bank PPP of \(power.year), "
            + "\(NumberText.fixed(power.localPerDollar, decimals: 4)) \(currency) to the dollar"
            + (figures.exchange == nil ? " (\(unquoted))" : "")))
    }
    let heading = figures.exchange == nil ? "What the median buys" : "The median in dollars"
    return lines.isEmpty ? [] : [.heading(heading), .keyValues(lines), .space]
  }

  private var unquoted: String { "no exchange rate for \(currency)" }

  /// Both in one line of figures, for a page that has others.
  var line: KeyValue? {
    let bought = figures.purchasingPower.map {
      (NumberText.money(median / $0.localPerDollar, currency: "USD"), $0.year)
    }
    // What it buys is no amount of dollars that anyone is paid.
    guard let exchange = figures.exchange else {
      return bought.map { pay, year in
        KeyValue("Buys there", pay, note: "what so many dollars buy in the US (World Bank PPP \(year)); \(unquoted)")
      }
    }
    let rate = "exchanged at \(NumberText.fixed(exchange.rate, decimals: 4)) (ECB \(exchange.date))"
    let power = bought.map { pay, year in "it buys there what \(pay) buys in the US (World Bank PPP \(year))" }
    return KeyValue(
      "In dollars", NumberText.money(exchanged(exchange.rate), currency: "USD"),
      note: [rate, power].compactMap { $0 }.joined(separator: "; "))
  }

  var json: JSONValue {
    [
      "exchanged": .orNull(figures.exchange) {
        [
          "currency": "USD", "median": .amount(exchanged($0.rate)), "rate": .ratio($0.rate),
          "date": .string($0.date.description),
        ]
      },
      "purchasing_power": .orNull(figures.purchasingPower) {
        [
          "currency": "USD", "median": .amount(median / $0.localPerDollar),
          "local_per_dollar": .ratio($0.localPerDollar), "year": .integer($0.year),
        ]
      },
    ]
  }

  private func exchanged(_ rate: Double) -> Double { median * rate }
}
