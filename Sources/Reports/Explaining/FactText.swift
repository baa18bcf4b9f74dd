import Compensation
import Quantities

/// Units and figures of what comes with a part of pay.
enum FactText {
  static func unit(_ unit: ElementFact.Unit, _ currency: String) -> String {
    switch unit {
    case .money: currency
    case .moneyPerShare: currency + " a share"
    case .share, .count, .months: unit.rawValue
    }
  }

  /// Money to the cent; the rest to six decimals.
  static func json(_ fact: ElementFact) -> JSONValue { json(fact.value, fact.unit) }

  static func json(_ value: Double, _ unit: ElementFact.Unit) -> JSONValue {
    switch unit {
    case .money: .amount(value)
    case .moneyPerShare, .share, .count, .months: .ratio(value)
    }
  }
}
