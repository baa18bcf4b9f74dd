import Compensation
import Quantities

/// Base salary.
enum CashFields {
  /// `base: 178k`, also `14,833/mo`, `95/h`
  static func base(_ entry: Entry, _ draft: inout OfferDraft) {
    guard var text = entry.text(wanted: "pay a year, such as 178k") else { return }
    var factor = 1.0
    if let (number, basis) = Entry.split(period: text), [.monthly, .annual, .hourly].contains(basis) {
      if basis == .hourly {
        draft.hourlyRate = entry.amount(number, .hourlyRate, in: draft.currency)
        draft.hasBase = draft.hourlyRate != nil
        return
      }
      text = number
      factor = basis.annualFactor(hoursPerYear: 2_080)
    }
    guard let amount = entry.amount(text, factor == 1 ? .salary : .monthlySalary, in: draft.currency) else {
      return
    }
    draft.offer.baseSalary = Money(amount * factor, draft.currency.currency)
    draft.hasBase = true
  }

  /// Hours a year turn a rate an hour into base, once it is known how one is employed.
  static func settle(_ draft: inout OfferDraft) {
    guard let rate = draft.hourlyRate else { return }
    let usual = draft.reading.hours
    let hours =
      draft.offer.work.isContractor
      ? draft.billableHours ?? usual.billablePerYear : 52 * (draft.offer.work.hoursPerWeek ?? usual.perWeek)
    draft.offer.baseSalary = Money(rate * hours, draft.currency.currency)
    draft.reading.note(
      "\(draft.owner)base: \(NumberText.short(rate)) an hour x \(NumberText.grouped(hours)) hours a year is "
        + NumberText.money(rate * hours, currency: draft.currency.currency.code))
  }

  /// The currency a base is written in; nil when it carries no mark, or none that is known.
  static func currency(ofBase node: YAMLNode, names: ScenarioNames) -> Currency? {
    guard let text = node.text else { return nil }
    let number = Entry.split(period: text)?.number ?? text
    return QuantityText.amount(number)?.mark.flatMap(names.currencies.find)
  }
}
