import Compensation
import Quantities

/// How a ranking counts taxes and prices: as far as they are known of all offers, since a taxed offer beside an untaxed
/// one would only look worse.
///
///     comparison.measure    // .purchasingPower
public enum Measure: String, Sendable {
  case beforeTax = "before tax"
  case afterTax = "after tax"
  /// After tax, in prices of where one lives.
  case purchasingPower = "after tax and prices"

  init(of offers: [(valuation: Valuation, taxed: TaxedOffer?)]) {
    // A share of nothing says nothing.
    guard offers.allSatisfy({ $0.taxed != nil && $0.valuation.total(\.expected).minorUnits > 0 }) else {
      self = .beforeTax
      return
    }
    self = offers.allSatisfy { $0.taxed?.purchasingPower != nil } ? .purchasingPower : .afterTax
  }

  /// An offer's expected value by this measure; nil where it is not known of it.
  func value(_ taxed: TaxedOffer?, of valuation: Valuation) -> Money? {
    switch self {
    case .beforeTax: valuation.total(\.expected)
    case .afterTax: taxed?.afterTax
    case .purchasingPower: taxed?.purchasingPower
    }
  }

  /// After-tax over expected value, times the price level at home over that of the offer's place.
  public func factor(_ taxed: TaxedOffer?, of valuation: Valuation) -> Double {
    let expected = valuation.total(\.expected)
    guard self != .beforeTax, expected.minorUnits > 0, let value = value(taxed, of: valuation) else { return 1 }
    return value.amount / expected.amount
  }
}

/// An offer with what it is ranked by: each value before tax times one factor.
struct Standing: Sendable {
  let valuation: Valuation
  let factor: Double
  let worth: Money
  let certain: Money?

  init(_ valuation: Valuation, factor: Double) {
    self.valuation = valuation
    self.factor = factor
    func scaled(_ money: Money) -> Money { factor == 1 ? money : Money(money.amount * factor, money.currency) }
    worth = scaled(valuation.worth)
    certain = valuation.certain.map(scaled)
  }
}
