import Compensation
import Quantities

/// `equity: [{kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly, price: 84.20}]`
enum EquityFields {
  static let kinds = [
    "rsu", "psu", "iso", "nso", "options", "sar", "phantom", "phantom shares", "phantom options", "espp",
    "shares",
    "profits interest", "carried interest", "refresher",
  ]

  /// Kinds whose terms go with the price of a listed share.
  private static let listed: [String: @Sendable (GrantDraft) -> ReadGrant] = [
    "rsu": StockFields.restrictedStock, "shares": StockFields.restrictedStock, "psu": PerformanceFields.read,
    "iso": { OptionFields.option($0, .incentive) }, "nso": { OptionFields.option($0, .nonqualified) },
    "options": { OptionFields.option($0, .nonqualified) },
    "sar": OptionFields.appreciationRight, "phantom options": OptionFields.appreciationRight,
    "phantom": StockFields.phantomShares, "phantom shares": StockFields.phantomShares,
  ]

  /// Kinds that are other things without a listed share.
  private static let unlisted: [String: @Sendable (PrivateFields) -> ReadGrant] = [
    "rsu": { $0.shares() }, "shares": { $0.shares() }, "iso": { $0.option(.incentive) },
    "nso": { $0.option(.nonqualified) }, "options": { $0.option(.nonqualified) },
    "sar": { $0.option(.appreciation) }, "phantom options": { $0.option(.appreciation) },
    "phantom": { $0.shares() }, "phantom shares": { $0.shares() },
  ]

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    for (index, item) in (entry.items(wanted: "a list, one `- kind: rsu` for each grant") ?? []).enumerated() {
      // Plans and promises that are no grants; beside grants people write them so.
      switch item.value(of: "kind")?.text?.lowercased() {
      case "espp": PurchasePlanFields.read(item, &draft)
      case "refresher": RefresherFields.read(item, &draft)
      default:
        var grant = GrantDraft(item, currency: draft.currency.currency, index: index)
        let shape = "keys: {kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly}"
        guard GrantDraft.table.read(item, into: &grant, owner: item.path, wanted: shape) else { continue }
        if let granted = grant.granted { draft.pastDates.append((granted.entry, granted.value)) }
        grant.vesting = grant.vestingEntry.flatMap { VestingFields.read($0, granted: grant.granted?.value) }
        if grant.kind != nil { draft.grants.append(grant) }
      }
    }
  }

  /// Makes the grants, once the company they are of is known.
  static func settle(_ draft: inout OfferDraft) {
    for grant in draft.grants { add(grant, to: &draft) }
    if let company = draft.company {
      let isUsed = draft.grants.contains { isPrivate($0, draft) || $0.kind == "profits interest" }
      draft.offer.notValued +=
        isUsed ? CompanyFields.notValued(company, of: draft.grants, stage: stage(draft)) : [company.entry.path]
    }
    // What the letter says for all grants holds for those that say nothing themselves.
    if let acceleration = draft.acceleration, !draft.offer.equity.isEmpty {
      for index in draft.offer.equity.indices where draft.offer.equity[index].acceleration == nil {
        draft.offer.equity[index].acceleration = acceleration
      }
      draft.offer.statedTerms.removeAll { $0.name == "acceleration" }
    }
    // A share has one volatility: what one grant states of it, plans and grants that state none go by.
    if draft.offer.usesStatedVolatility {
      draft.offer.notValued.removeAll { $0.hasPrefix("equity[") && $0.hasSuffix("].volatility") }
    }
  }

  /// A grant with a value, or without: then its path says so once, and what it lacks is asked for by name.
  private static func add(_ grant: GrantDraft, to draft: inout OfferDraft) {
    let result = made(grant, draft)
    let questions = result.missing + result.questions
    draft.offer.openQuestions += questions.filter { !draft.offer.openQuestions.contains($0) }
    guard result.missing.isEmpty else {
      draft.offer.missingFacts += result.missing.filter { !draft.offer.missingFacts.contains($0) }
      draft.offer.notValued.append(
        "\(grant.item.path) (\(grant.kind ?? "")\(grant.isDoubleTrigger ? ", double trigger" : ""))")
      return
    }
    guard var made = result.grant else { return }
    var keys = result.keys.union(StockTaxFields.settle(grant.taxes, kind: grant.kind ?? "", into: &made))
    if made.acceleration != nil { keys.insert("acceleration") }
    if !isPrivate(grant, draft) { keys.insert("beta") }
    draft.offer.notValued += grant.notValued(beside: keys)
    draft.offer.equity.append(made)
  }

  private static func made(_ grant: GrantDraft, _ draft: OfferDraft) -> ReadGrant {
    let kind = grant.kind ?? ""
    let stage = stage(draft)
    switch kind {
    case "profits interest": return ProfitFields.profitsInterest(grant, draft.company, stage)
    case "carried interest": return ProfitFields.carriedInterest(grant)
    default: break
    }
    if isPrivate(grant, draft), let make = unlisted[kind] {
      var read = make(PrivateFields(draft: grant, company: draft.company, stage: stage))
      if draft.company?.stage == nil, PrivateCompany.Stage(said: draft.offer.stage) == nil {
        read.questions.append("the company's stage, taken as \(stage.rawValue) (company.stage)")
      }
      return read
    }
    var read = listed[kind]?(grant) ?? ReadGrant()
    // Many large private companies have no share price that one could sell at.
    if draft.offer.employerKind == "large private", grant.isListed == nil, read.grant != nil {
      read.questions.append(
        "whether the shares can be sold on a market, as counted here (\(grant.item.path).listed)")
    }
    return read
  }

  /// A company without a share price: said so, or known by what is stated of it.
  private static func isPrivate(_ grant: GrantDraft, _ draft: OfferDraft) -> Bool {
    if let isListed = grant.isListed ?? draft.company?.isListed { return !isListed }
    if grant.isDoubleTrigger || grant.fullyDiluted != nil || grant.preferredPrice != nil || draft.company != nil {
      return true
    }
    let kind = draft.offer.employerKind
    return ["seed start-up", "funded start-up"].contains(kind)
      || (kind == "large private" && grant.price == nil && grant.strike != nil)
  }

  /// As stated of the company or the offer; else by the kind of employer.
  private static func stage(_ draft: OfferDraft) -> PrivateCompany.Stage {
    if let stage = draft.company?.stage ?? PrivateCompany.Stage(said: draft.offer.stage) { return stage }
    switch draft.offer.employerKind {
    case "seed start-up": return .seed
    case "funded start-up": return .seriesB
    default: return .late
    }
  }
}
