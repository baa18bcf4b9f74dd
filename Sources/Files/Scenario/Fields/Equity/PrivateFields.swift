import Compensation
import Quantities

/// Shares and options of an employer without a share price.
///
///     company: {fully_diluted: 26M, preferred_price: 6.40}
///     equity: [{kind: iso, units: 210000, strike: 1.85, vesting: 4y/1y cliff monthly}]
///
/// Nothing is assumed of the count of all shares or of the last price: without them the grant has no value, and both
/// are asked for. Without a cap table common is taken at a ratio of the preferred, and the preferences are asked for.
struct PrivateFields {
  let draft: GrantDraft
  let company: CompanyFields.Draft?
  let stage: PrivateCompany.Stage

  /// Keys of a grant that say what a private company is worth.
  static let keys: Set<String> = [
    "fully_diluted", "preferred_price", "volatility", "marketability", "listed",
  ]

  func option(_ kind: OptionTerms.Kind) -> ReadGrant {
    var result = read(units: "options")
    result.keys.formUnion(["strike", "term", "expires"])
    if kind != .appreciation { result.keys.formUnion(["exercise_window", "early_exercise"]) }
    if draft.strike == nil { result.missing.append("the price at which you may buy (\(path).strike)") }
    if draft.windowMonths == nil, kind != .appreciation, result.missing.isEmpty {
      result.questions.append(OptionFields.windowQuestion)
    }
    guard let strike = draft.strike, let company = made(&result, strike: strike) else { return result }
    if draft.isDoubleTrigger {
      result.keys.formUnion(["trigger", "exit_intensity"])
      result.questions.append("whether options whose time is served outlive leaving before the exit, as counted here")
    }
    let terms = OptionTerms(
      kind: kind, strike: strike.amount, expiry: draft.expiry, windowMonths: draft.windowMonths,
      allowsEarlyExercise: draft.allowsEarlyExercise,
      trigger: draft.isDoubleTrigger ? DoubleTrigger(exitIntensity: draft.exitIntensity) : nil)
    result.grant = grant(.privateOption(terms, company), units: units ?? 0)
    return result
  }

  func shares() -> ReadGrant {
    var result = read(units: "shares")
    guard let company = made(&result, strike: nil), let price = preferred?.price.amount else { return result }
    if draft.isDoubleTrigger { result.keys.formUnion(["trigger", "exit_intensity", "term", "expires"]) }
    // Money becomes shares at the price.
    if draft.grant != nil, draft.units == nil { result.keys.insert("price") }
    let trigger =
      draft.isDoubleTrigger
      ? DoubleTrigger(exitIntensity: draft.exitIntensity, expiry: draft.expiry) : nil
    // A grant in money counts shares at the price it names, else at the last investors'.
    let byMoney = draft.units == nil ? draft.grant.map { $0.value.amount / (draft.price?.value.amount ?? price) } : nil
    result.grant = grant(.privateShares(company, trigger), units: byMoney ?? units ?? 0)
    return result
  }

  private var path: String { draft.item.path }

  /// As stated, or as a share of the company once all its shares are counted.
  private var units: Double? {
    draft.units?.value ?? draft.percent.flatMap { percent in fullyDiluted.map { percent * $0 } }
  }

  /// What is missing of what every grant in such a company needs.
  private func read(units: String) -> ReadGrant {
    var result = ReadGrant(keys: Self.keys)
    let isByMoney = units == "shares" && draft.grant != nil
    let hasUnits = draft.units != nil || draft.percent != nil || isByMoney
    if draft.units == nil, !isByMoney { result.keys.insert("percent") }
    if !hasUnits { result.missing.append("the number of \(units) (\(path).units)") }
    if draft.vestingEntry == nil { result.missing.append("the vesting schedule (\(path).vesting)") }
    if fullyDiluted == nil {
      result.missing.append("the fully diluted count: all shares, options and pool (company.fully_diluted)")
    }
    if preferred == nil {
      result.missing.append("what the last investors paid for a share (company.preferred_price)")
    }
    let preferences = "what is paid before common shares: each class's preference (company.cap_table)"
    if company?.classes.contains(where: { $0.isPreferred }) != true { result.questions.append(preferences) }
    if let question = lastRoundQuestion { result.questions.append(question) }
    return result
  }

  private var fullyDiluted: Double? { draft.fullyDiluted ?? company?.fullyDiluted }

  /// The class the last investors bought, its place among the classes, and the price they paid.
  private var preferred: (price: Money, place: Int?, field: String)? {
    let classes = company?.classes ?? []
    let place = lastRound
    if let price = draft.preferredPrice { return (price, place, "\(path).preferred_price") }
    if let price = company?.preferredPrice { return (price, place, "company.preferred_price") }
    guard let place, let price = classes[place].price else { return nil }
    return (Money(price, classes[place].currency), place, "company.cap_table[\(place)].price")
  }

  /// The place of the class that the last investors bought: as named, else the one whose own price is the stated last
  /// price, else the dearest.
  private var lastRound: Int? {
    let classes = company?.classes ?? []
    if let name = company?.lastRound?.node.text { return classes.firstIndex { $0.name == name } }
    let preferred = classes.indices.filter { classes[$0].isPreferred }
    if let price = draft.preferredPrice ?? company?.preferredPrice,
      let place = preferred.last(where: { classes[$0].price == price.amount })
    {
      return place
    }
    return preferred.max { (classes[$0].price ?? 0, $0) < (classes[$1].price ?? 0, $1) }
  }

  /// Where the order of the table does not say so too, the last round is asked for.
  private var lastRoundQuestion: String? {
    let classes = company?.classes ?? []
    let price = (draft.preferredPrice ?? company?.preferredPrice)?.amount
    guard company?.lastRound == nil, let place = lastRound, place != classes.lastIndex(where: { $0.isPreferred }),
      classes[place].price != price
    else { return nil }
    return "which class the last investors bought, taken as \(classes[place].name) (company.last_round)"
  }

  private func made(_ result: inout ReadGrant, strike: Money?) -> PrivateCompany? {
    guard result.missing.isEmpty, let fullyDiluted, let preferred else { return nil }
    let item = draft.item
    guard strike == nil || strike?.currency == preferred.price.currency else {
      item.fault(
        .mixedGrant(
          "\(path).strike", found: strike?.currency.code ?? "", grant: preferred.price.currency.code, line: item.line))
      return nil
    }
    let classes = (company?.classes ?? []).compactMap(\.made)
    let listed = classes.reduce(0) { $0 + $1.shares }
    // Counts in letters are rounded.
    guard listed <= fullyDiluted * 1.01, (units ?? 0) <= fullyDiluted else {
      item.fault(.moreThanFullyDiluted(path, fullyDiluted: fullyDiluted, listed: max(listed, units ?? 0)))
      return nil
    }
    let table = preferred.place.map { PrivateCompany.Table(CapTable(classes), lastRound: $0) }
    // A strike set today is the appraised price of a common share; one set long ago is not.
    let appraised = company?.commonPrice ?? commonPrice(preferred.price) ?? (draft.granted == nil ? strike : nil)
    if table == nil, stage != .late, company?.commonPrice == nil, commonPrice(preferred.price) != nil {
      result.keys.insert("price")
    }
    if appraised == nil, let price = draft.price?.value, stage != .late {
      result.questions.append(
        "whether \(NumberText.money(price.amount, currency: price.currency.code, decimals: 2)) is the appraised (409A) price "
          + "of a common share; so near the last round's it is taken for that (company.common_price)")
    }
    return PrivateCompany(
      stage: stage, fullyDiluted: fullyDiluted, table: table,
      commonRatio: appraised.map { $0.amount / preferred.price.amount },
      volatility: draft.volatility ?? company?.volatility, exitMonths: company?.exitMonths,
      dilutions: company?.dilutions, marketability: draft.marketability ?? .none, priceField: preferred.field)
  }

  /// The grant's price where it can be a common share's: letters also name the last investors' price, which turns money
  /// into units and appraises nothing. Our judgement where the line is; what lies above it is asked.
  private func commonPrice(_ preferred: Money) -> Money? {
    draft.price.map(\.value).flatMap { $0.amount < 0.95 * preferred.amount ? $0 : nil }
  }

  private func grant(_ instrument: EquityInstrument, units: Double) -> EquityGrant? {
    preferred.flatMap {
      draft.made(instrument, units: units, price: $0.price.amount, currency: $0.price.currency)
    }
  }
}
