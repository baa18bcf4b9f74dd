import Compensation
import Quantities

/// `deferred: {share: 40%, vesting: 3y yearly, malus: 3%, balance: 20k}`, in a bonus
enum DeferralFields {
  private struct Draft {
    let currency: OfferCurrency
    var share: Double?
    var vesting: VestingSchedule?
    var malusOdds: Double?
    var balance: Double?
  }

  private static let table = FieldTable<Draft>(
    [
      "share": { $1.share = $0.share(0...1) },
      "vesting": { $1.vesting = VestingFields.read($0, granted: nil) },
      "malus": { $1.malusOdds = $0.odds() },
      "balance": { $1.balance = $0.amount(in: $1.currency) },
    ], required: ["share": "share: 40%", "vesting": "vesting: 3y yearly"])

  static func read(_ entry: Entry, _ currency: OfferCurrency) -> TargetBonus.Deferral? {
    var draft = Draft(currency: currency)
    table.read(entry, into: &draft, owner: entry.path, wanted: "keys: {share: 40%, vesting: 3y yearly}")
    guard let share = draft.share, let vesting = draft.vesting else { return nil }
    var deferral = TargetBonus.Deferral(share: share, vesting: vesting, malusOdds: draft.malusOdds)
    deferral.balance = draft.balance
    return deferral
  }
}
