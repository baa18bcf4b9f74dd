import Compensation
import Quantities

/// Base salary.
enum CashFields {
  /// `base: 178k`, also `14,833/mo`
  static func base(_ entry: Entry, _ draft: inout OfferDraft) {
    guard var text = entry.text(wanted: "pay a year, such as 178k") else { return }
    var factor = 1.0
    if let (number, basis) = Entry.split(period: text), basis == .monthly || basis == .annual {
      text = number
      factor = basis.annualFactor(hoursPerYear: 2_080)
    }
    guard let amount = entry.amount(text, factor == 1 ? .salary : .monthlySalary, in: draft.currency) else {
      return
    }
    draft.offer.baseSalary = Money(amount * factor, draft.currency.currency)
    draft.hasBase = true
  }

  /// The currency a base is written in; nil when it carries no mark, or none that is known.
  static func currency(ofBase node: YAMLNode, names: ScenarioNames) -> Currency? {
    guard let text = node.text else { return nil }
    let number = Entry.split(period: text)?.number ?? text
    return QuantityText.amount(number)?.mark.flatMap(names.currencies.find)
  }
}
