import Compensation
import Quantities

/// Health cover and paid leave.
enum BenefitFields {
  private struct Draft {
    let currency: OfferCurrency
    var plan = HealthPlan(premiumPerMonth: nil, employerSharePerMonth: nil)
    var costs = HealthPlan.Costs(deductible: 0)
  }

  private static let table = FieldTable<Draft>([
    "premium": { $1.plan.premiumPerMonth = $0.amountPerMonth(in: $1.currency) },
    "employer": { $1.plan.employerSharePerMonth = $0.amountPerMonth(in: $1.currency) },
    "cover": { $1.plan.isFamily = isFamily($0) },
    "deductible": { $1.costs.deductible = $0.amount(in: $1.currency) ?? 0 },
    "out_of_pocket_max": { $1.costs.outOfPocketMaximum = $0.amount(in: $1.currency) },
    "coinsurance": { $1.costs.coinsurance = $0.share(0...1) },
    "spend": { $1.costs.spendPerYear = $0.amount(in: $1.currency) },
  ])

  /// `health: {premium: 310/mo, employer: 1,650/mo}`, or the premium alone; the cover alone, for what is assumed.
  static func health(_ entry: Entry, _ draft: inout OfferDraft) {
    var health = Draft(currency: draft.currency)
    if entry.isText {
      health.plan.premiumPerMonth = entry.amountPerMonth(in: draft.currency)
    } else {
      table.read(entry, into: &health, owner: entry.path, wanted: "keys: {premium: 310/mo}")
      if entry.isMapping, !entry.hasAny(of: ["premium", "employer", "cover"]) {
        entry.fault(.missingKey("premium", of: entry.path, example: "premium: 310/mo"))
      }
    }
    var plan = health.plan
    if entry.hasAny(of: ["deductible", "out_of_pocket_max"]) { plan.costs = health.costs }
    if plan.premiumPerMonth != nil || plan.employerSharePerMonth != nil || plan.isFamily != nil {
      draft.offer.health = plan
    }
  }

  /// `cover: single` or `family`
  static func isFamily(_ entry: Entry) -> Bool? { entry.choice(["single", "family"]).map { $0 == "family" } }

  /// `leave: 25d`, `25`, `5w`, `unlimited` or `none`, which is 0 days
  static func leave(_ entry: Entry, _ draft: inout OfferDraft) {
    if entry.saysNone {
      draft.offer.leave = .days(0)
      return
    }
    guard let text = entry.text(wanted: "25d, unlimited or none") else { return }
    if text.lowercased() == "unlimited" {
      draft.offer.leave = .unlimited
      return
    }
    let isNegative = text.first == "-"
    let body = isNegative ? text.dropFirst() : text[...]
    let digits = body.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let unit = Entry.trimmed(body.dropFirst(digits.count).lowercased())
    let daysPerUnit = ["": 1.0, "d": 1, "day": 1, "days": 1, "w": 5, "wk": 5, "week": 5, "weeks": 5]
    guard let number = QuantityText.decimal(String(digits)), let factor = daysPerUnit[unit] else {
      entry.fault(.leaveNotASpan(entry.path, text))
      return
    }
    guard !isNegative, number * factor <= 365 else {
      entry.fault(.outOfRange(entry.path, text, bounds: "0 and 365 days a year"))
      return
    }
    draft.offer.leave = .days(number * factor)
  }
}
