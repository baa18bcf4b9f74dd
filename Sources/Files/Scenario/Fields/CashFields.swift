import Compensation
import Quantities

/// Base salary.
enum CashFields {
  private static let rates: [PayBasis: AmountBounds] = [
    .hourly: .hourlyRate, .daily: .dailyRate, .weekly: .weeklyRate, .biweekly: .weeklyRate,
  ]

  /// `base: 178k`, also `14,833/mo`, `95/h`, `760/day`, `4k/week`, `8k biweekly`
  static func base(_ entry: Entry, _ draft: inout OfferDraft) {
    guard var text = entry.text(wanted: "pay a year, such as 178k") else { return }
    var factor = 1.0
    if let (number, basis) = Entry.split(period: text) {
      if let bounds = rates[basis] {
        draft.rate = entry.amount(number, bounds, in: draft.currency).map { ($0, basis) }
        draft.hasBase = draft.rate != nil
        return
      }
      text = number
      factor = basis.annualFactor(hoursPerYear: 2_080)
    } else if text.contains("/") {
      entry.fault(.baseOfUnknownPeriod(entry.path, text))
      return
    }
    guard let amount = entry.amount(text, factor == 1 ? .salary : .monthlySalary, in: draft.currency) else {
      return
    }
    draft.offer.baseSalary = Money(amount * factor, draft.currency.currency)
    draft.hasBase = true
  }

  /// Time worked in a year turns a rate into base, once it is known how one is employed.
  static func settle(_ draft: inout OfferDraft) {
    guard let (rate, basis) = draft.rate else { return }
    let (number, units, name) = timeWorked(basis, draft)
    draft.offer.baseSalary = Money(rate * number, draft.currency.currency)
    draft.reading.note(
      "\(draft.owner)base: \(NumberText.grouped(rate, decimals: rate == rate.rounded() ? 0 : 2)) \(name) x "
        + "\(NumberText.short(number)) \(units) a year is "
        + NumberText.money(rate * number, currency: draft.currency.currency.code))
  }

  /// Hours, days, weeks or fortnights paid in a year. A contractor is paid for what can be billed, employees for all.
  private static func timeWorked(
    _ basis: PayBasis, _ draft: OfferDraft
  ) -> (number: Double, units: String, name: String) {
    let work = draft.offer.work
    let usual = draft.reading.hours
    let perWeek = work.hoursPerWeek ?? usual.perWeek
    let hours = work.isContractor ? draft.billableHours ?? usual.billablePerYear : 52 * perWeek
    switch basis {
    case .daily: return (work.isContractor ? hours / perWeek * 5 : usual.workingDays, "days", "a day")
    case .weekly: return (hours / perWeek, "weeks", "a week")
    case .biweekly: return (hours / perWeek / 2, "fortnights", "a fortnight")
    default: return (hours, "hours", "an hour")
    }
  }

  /// The currency a base is written in; nil when it carries no mark, or none that is known.
  static func currency(ofBase node: YAMLNode, names: ScenarioNames) -> Currency? {
    guard let text = node.text else { return nil }
    let number = Entry.split(period: text)?.number ?? text
    return QuantityText.amount(number)?.mark.flatMap(names.currencies.find)
  }
}
