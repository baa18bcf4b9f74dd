import Compensation
import Quantities

/// `deferred: {share: 40%, vesting: 3y yearly, malus: 3%}`, in a bonus
enum DeferralFields {
  private struct Draft {
    var share: Double?
    var vesting: VestingSchedule?
    var malusOdds: Double?
  }

  private static let table = FieldTable<Draft>(
    [
      "share": { $1.share = $0.share(0...1) },
      "vesting": { $1.vesting = VestingFields.read($0, granted: nil) },
      "malus": { $1.malusOdds = $0.odds() },
    ], required: ["share": "share: 40%", "vesting": "vesting: 3y yearly"])

  static func read(_ entry: Entry) -> TargetBonus.Deferral? {
    var draft = Draft()
    table.read(entry, into: &draft, owner: entry.path, wanted: "keys: {share: 40%, vesting: 3y yearly}")
    guard let share = draft.share, let vesting = draft.vesting else { return nil }
    return TargetBonus.Deferral(share: share, vesting: vesting, malusOdds: draft.malusOdds)
  }
}
