import Quantities

/// What the market model knows of currencies. It reads no files: rates and the currencies of countries are handed in.
///
///     let rates = MarketRates(source: "European Central Bank") { from, to, date in
///       from == "GBP" && to == "USD" ? .init(value: 1.3399, date: lastDay) : nil
///     } currency: { $0 == "GB" ? "GBP" : nil }
public struct MarketRates: Sendable {
  /// Units of one currency for one unit of another, on a day.
  public struct Rate: Sendable, Equatable {
    public let value: Double
    /// The day the rate was published.
    public let date: CalendarDate

    public init(value: Double, date: CalendarDate) {
      self.value = value
      self.date = date
    }
  }

  /// Who publishes the rates: `European Central Bank`.
  public let source: String
  private let rate: @Sendable (_ from: String, _ to: String, _ date: CalendarDate) throws -> Rate?
  private let currency: @Sendable (_ country: String) throws -> String?

  public init(
    source: String, rate: @escaping @Sendable (_ from: String, _ to: String, _ date: CalendarDate) throws -> Rate?,
    currency: @escaping @Sendable (_ country: String) throws -> String?
  ) {
    self.source = source
    self.rate = rate
    self.currency = currency
  }

  /// No rate at all: what is in another currency stays out.
  public static let none = MarketRates(source: "", rate: { _, _, _ in nil }, currency: { _ in nil })

  /// The last rate on or before a day; nil where one of the currencies is not quoted.
  public func rate(from: String, to: String, on date: CalendarDate) throws -> Rate? {
    try rate(from, to, date).flatMap { $0.date <= date && $0.value > 0 ? $0 : nil }
  }

  /// What people are paid in there: `GBP` for `GB`; nil for a country that is not listed.
  public func currency(ofCountry country: String) throws -> String? { try currency(country) }
}

/// An amount that was turned from one currency into another, with the rate and its day.
///
///     Exchange(amount: 92_860, from: "GBP", to: "USD", rate: rate, source: "European Central Bank").text
///     // "£92,860 is $124,423 at 1 GBP = 1.3399 USD (European Central Bank, 2026-10-30)"
public struct Exchange: Sendable, Equatable {
  /// What was turned, in its own currency.
  public private(set) var amount: Double
  public let from: String
  public let to: String
  public let rate: MarketRates.Rate
  /// Who published the rate.
  public let source: String

  public init(amount: Double, from: String, to: String, rate: MarketRates.Rate, source: String) {
    self.amount = amount
    self.from = from
    self.to = to
    self.rate = rate
    self.source = source
  }

  /// The amount in the other currency.
  public var exchanged: Double { amount * rate.value }

  /// `1 GBP = 1.3399 USD`; the other way round where a unit is worth little: `1 USD = 18,148.3778 IDR`.
  public var rateText: String {
    rate.value >= 0.1
      ? "1 \(from) = \(NumberText.grouped(rate.value, decimals: 4)) \(to)"
      : "1 \(to) = \(NumberText.grouped(1 / rate.value, decimals: 4)) \(from)"
  }

  /// Both amounts, the rate, who published it and when.
  public var text: String {
    "\(NumberText.money(amount, currency: from)) is \(NumberText.money(exchanged, currency: to)) at \(rateText) "
      + "(\(source), \(rate.date))"
  }

  mutating func scale(by factor: Double) { amount *= factor }
}
