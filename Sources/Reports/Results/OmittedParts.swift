import Compensation

/// What offers promise and no figure counts: said wherever offers are compared.
enum OmittedParts {
  static func sentence(_ offers: [Offer]) -> String? {
    var parts = offers.filter { !$0.notValued.isEmpty }.map { "\($0.id) \($0.notValued.joined(separator: ", "))" }
    // What a contractor buys instead is counted, and so is what is assumed.
    parts += oneSided(offers, "the employer's share of health cover") {
      $0.health?.employerSharePerMonth != nil || $0.work.isContractor || $0.hasNoHealthCover || $0.canAssumeHealth
    }
    parts += oneSided(offers, "the retirement match") {
      $0.retirement != nil || $0.statedNone.contains("retirement") || $0.work.isContractor || !$0.deferredPlans.isEmpty
        || $0.benefits.pension != nil
    }
    parts += oneSided(offers, "the health plan's deductible") { $0.health?.costs != nil }
    parts += offers.filter(\.hasIdleRemoteDays).map { "\($0.id) remote (without `commute`)" }
    // Who works at home all week has no way to work; days at home without it are listed as such.
    parts += oneSided(offers, "the way to work") { $0.benefits.commute != nil || ($0.benefits.remoteDays ?? 0) > 0 }
    return parts.isEmpty ? nil : "Not in these figures: \(parts.joined(separator: "; "))."
  }

  /// What some offers state and others do not, so that it counts on one side only.
  private static func oneSided(_ offers: [Offer], _ what: String, isStated: (Offer) -> Bool) -> [String] {
    let silent = offers.filter { !isStated($0) }
    guard !silent.isEmpty, silent.count < offers.count else { return [] }
    return ["\(silent.map(\.id).joined(separator: " and ")) \(what) (not stated)"]
  }
}

extension Offer {
  /// Days at home save the way to work: without it they change no figure. Who is never on site has none.
  fileprivate var hasIdleRemoteDays: Bool {
    guard let days = benefits.remoteDays, benefits.commute == nil else { return false }
    return days > 0 && days < 5
  }
}
