import Compensation
import Quantities

/// `commission: {target: 60k, accelerator: 1.5, draw: {amount: 3k/mo, recoverable: no}}`, or the target alone.
enum CommissionFields {
  private struct Draft {
    let currency: OfferCurrency
    var target: TargetBonus.Target?
    var attainment: [CommissionPlan.Attainment] = []
    var floor = 0.0
    var accelerator = 1.0
    var cap: Double?
    var draw: CommissionPlan.Draw?
    var asksRecovery = false
  }

  private static let table = FieldTable<Draft>(
    [
      "target": { $1.target = BonusFields.target($0, $1.currency) },
      "attainment": { $1.attainment = attainment($0) },
      "floor": { $1.floor = $0.share(0...2) ?? 0 },
      "accelerator": { $1.accelerator = $0.number(0...10, text: "0 and 10", example: "1.5") ?? 1 },
      "cap": { $1.cap = $0.share(0...20) },
      "draw": { entry, draft in
        draft.draw = CommissionFields.draw(entry, draft.currency)
        draft.asksRecovery = !(entry.isMapping && entry.hasAny(of: ["recoverable"]))
      },
    ], required: ["target": "target: 60k"])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft(currency: offer.currency)
    if entry.isText {
      draft.target = BonusFields.target(entry, offer.currency)
    } else {
      table.read(entry, into: &draft, owner: entry.path, wanted: "20%, an amount, or keys: {target: 60k}")
    }
    guard let target = draft.target else { return }
    if draft.asksRecovery {
      offer.offer.openQuestions.append(
        "whether the draw is kept or made good later, as counted (commission.draw.recoverable)")
    }
    offer.offer.commission = CommissionPlan(
      target: target, attainment: draft.attainment, floor: draft.floor, accelerator: draft.accelerator,
      cap: draft.cap, draw: draft.draw)
  }

  private struct PointDraft {
    var share: Double?
    var odds: Double?
  }

  private static let pointTable = FieldTable<PointDraft>(
    ["share": { $1.share = $0.share(0...10) }, "odds": { $1.odds = $0.odds() }],
    required: ["share": "share: 70%", "odds": "odds: 25%"])

  private static func attainment(_ entry: Entry) -> [CommissionPlan.Attainment] {
    guard let items = entry.items(wanted: "a list of {share, odds}") else { return [] }
    let points = items.compactMap { item -> CommissionPlan.Attainment? in
      var draft = PointDraft()
      pointTable.read(item, into: &draft, owner: item.path, wanted: "keys: {share: 70%, odds: 25%}")
      guard let share = draft.share, let odds = draft.odds else { return nil }
      return CommissionPlan.Attainment(share: share, odds: odds)
    }
    guard points.count == items.count else { return [] }
    let sum = points.reduce(0) { $0 + $1.odds }
    guard (0.98...1.02).contains(sum) else {
      entry.fault(.oddsDoNotAddUp(entry.path, sum: NumberText.share(sum)))
      return []
    }
    return points
  }

  private struct DrawDraft {
    let currency: OfferCurrency
    var perMonth: Double?
    var isRecoverable = true
  }

  private static let drawTable = FieldTable<DrawDraft>(
    [
      "amount": { $1.perMonth = $0.amountPerMonth(in: $1.currency) },
      "recoverable": { $1.isRecoverable = $0.flag() ?? true },
    ], required: ["amount": "amount: 3k/mo"])

  /// Recoverable unless it says otherwise, as most are.
  private static func draw(_ entry: Entry, _ currency: OfferCurrency) -> CommissionPlan.Draw? {
    var draft = DrawDraft(currency: currency)
    if entry.isText {
      draft.perMonth = entry.amountPerMonth(in: currency)
    } else {
      drawTable.read(entry, into: &draft, owner: entry.path, wanted: "keys: {amount: 3k/mo, recoverable: no}")
    }
    return draft.perMonth.map { CommissionPlan.Draw(perMonth: $0, isRecoverable: draft.isRecoverable) }
  }
}
