import Compensation
import Quantities

/// `pension: 5% of pay`, `pension: {accrual: 1.5%, service: 8y, age: 48, from: 65, vesting: 5y cliff}`
enum PensionFields {
  private struct Draft {
    var benefit: (entry: Entry, value: PensionPlan.Benefit)?
    var plan = PensionPlan(benefit: .credit(0))
  }

  private static let oneOf = "a credit to an account or an accrual, not both"

  private static let table = FieldTable<Draft>([
    "credit": { entry, draft in entry.keep(share(entry).map { .credit($0) }, in: &draft.benefit, why: oneOf) },
    "accrual": { entry, draft in
      entry.keep(entry.share(0...0.2).map { .accrual($0) }, in: &draft.benefit, why: oneOf)
    },
    "vesting": { $1.plan.vesting = ServiceVesting.read($0) },
    "service": { $1.plan.serviceMonths = $0.months(0...720, text: "0mo and 60y") },
    "age": { $1.plan.age = $0.number(15...90, text: "15 and 90", example: "48") },
    "from": { $1.plan.payableAge = $0.number(40...80, text: "40 and 80", example: "65") },
    "average": { $1.plan.averageMonths = $0.months(1...120, text: "1mo and 10y") ?? 12 },
  ])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft()
    if entry.isText {
      entry.keep(share(entry).map { .credit($0) }, in: &draft.benefit, why: oneOf)
    } else {
      let shape = "`5% of pay`, or keys: {accrual: 1.5%, service: 8y, age: 48}"
      guard table.read(entry, into: &draft, owner: entry.path, wanted: shape) else { return }
      if !entry.hasAny(of: ["credit", "accrual"]) {
        entry.fault(.missingKey("accrual or credit", of: entry.path, example: "accrual: 1.5%"))
      }
    }
    guard let benefit = draft.benefit?.value else { return }
    draft.plan.benefit = benefit
    draft.plan.isVestingStated = entry.isMapping && entry.hasAny(of: ["vesting"])
    offer.offer.benefits.pension = draft.plan
  }

  /// `5%` or `5% of pay`
  private static func share(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "5% of pay") else { return nil }
    return entry.share(Entry.shareOfPay(text) ?? text, 0...1)
  }
}
