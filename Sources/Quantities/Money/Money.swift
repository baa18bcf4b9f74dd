/// An exact amount of one currency, counted in minor units.
///
///     Money(185_000, .usd)          // $185,000.00
///     Money(0.125, .usd)            // $0.13: half away from zero
///
/// There is no division: use ``split(into:)``, whose parts add up to the whole, or ``scaled(by:)``, which
/// names the one place where rounding happens.
public struct Money: Hashable, Sendable {
  /// Cents for the dollar, whole units for the yen.
  public let minorUnits: Int64
  public let currency: Currency

  public init(minorUnits: Int64, currency: Currency) {
    self.minorUnits = minorUnits
    self.currency = currency
  }

  /// The amount rounded to the minor unit, half away from zero: the one rounding of the project.
  public init(_ amount: Double, _ currency: Currency) {
    let scaled = amount * Double(currency.minorUnitsPerUnit)
    // Binary fractions put 0.285 a hair below itself; a relative nudge of a few ulps undoes only that.
    let nudged = scaled + (scaled < 0 ? -1 : 1) * scaled.magnitude * 4e-16
    let limit = 9.0e18
    self.init(minorUnits: Int64(max(-limit, min(limit, nudged.rounded(.toNearestOrAwayFromZero)))), currency: currency)
  }

  /// Nothing, in a currency.
  public static func zero(_ currency: Currency) -> Money { Money(minorUnits: 0, currency: currency) }

  /// The amount in whole units, for pricing formulas and output.
  public var amount: Double { Double(minorUnits) / Double(currency.minorUnitsPerUnit) }

  /// The amount times a factor, rounded half away from zero to the minor unit.
  ///
  ///     Money(100, .usd).scaled(by: 1.005)    // $100.50
  public func scaled(by factor: Double) -> Money { Money(amount * factor, currency) }

  /// Parts as equal as the minor unit allows, the first ones larger; they add up to the whole.
  ///
  ///     Money(1, .usd).split(into: 3)    // $0.34, $0.33, $0.33
  public func split(into count: Int) -> [Money] {
    guard count > 0 else { return [] }
    let (quotient, remainder) = minorUnits.quotientAndRemainder(dividingBy: Int64(count))
    let step: Int64 = remainder < 0 ? -1 : 1
    return (0..<count).map { index in
      Money(minorUnits: quotient + (index < remainder.magnitude ? step : 0), currency: currency)
    }
  }

  /// The sum, at most what a whole number holds; adding two currencies is a programming error.
  public static func + (left: Money, right: Money) -> Money {
    precondition(left.currency == right.currency, "amounts of two currencies cannot be added")
    let (sum, overflows) = left.minorUnits.addingReportingOverflow(right.minorUnits)
    // Units beyond all the money there is come in from files; they are no reason to stop.
    return Money(minorUnits: overflows ? (left.minorUnits < 0 ? .min + 1 : .max) : sum, currency: left.currency)
  }

  /// The difference; mixing two currencies is a programming error.
  public static func - (left: Money, right: Money) -> Money {
    left + Money(minorUnits: -right.minorUnits, currency: right.currency)
  }
}

extension Sequence where Element == Money {
  /// The exact sum, zero in `currency` when there is nothing to add.
  public func total(_ currency: Currency) -> Money { reduce(.zero(currency), +) }
}
