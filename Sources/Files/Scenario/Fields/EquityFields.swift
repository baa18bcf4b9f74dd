import Compensation
import Quantities

/// `equity: [{kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly, price: 84.20}]`
enum EquityFields {
  /// Restricted stock is priced; the other kinds are recognised and listed.
  static let kinds = [
    "rsu", "psu", "iso", "nso", "options", "sar", "phantom", "phantom shares", "phantom options", "espp",
    "shares",
    "profits interest", "carried interest", "refresher",
  ]

  private typealias Read<Value> = (entry: Entry, value: Value)

  private struct Draft {
    let currency: Currency
    var kind: String?
    var grant: Read<Money>?
    var units: Read<Double>?
    var price: Read<Money>?
    var vesting: Entry?
    var granted: Read<CalendarDate>?
    var dividendYield: Double?
    var isDoubleTrigger = false
    /// Fields this version does not price.
    var extras: [Entry] = []
  }

  private static let table = FieldTable<Draft>(
    [
      "kind": { $1.kind = $0.choice(kinds) },
      "grant": { entry, draft in draft.grant = entry.money(usual: draft.currency).map { (entry, $0) } },
      "units": { entry, draft in
        draft.units = entry.number(0.001...1e12, text: "0.001 and 1,000,000,000,000", example: "1,200")
          .map { (entry, $0) }
      },
      "price": { entry, draft in draft.price = entry.money(.price, usual: draft.currency).map { (entry, $0) }
      },
      "vesting": { $1.vesting = $0 },
      "granted": { entry, draft in draft.granted = entry.date().map { (entry, $0) } },
      "dividend_yield": { $1.dividendYield = $0.share(0...0.5) },
      "trigger": { $1.isDoubleTrigger = $0.choice(["single", "double"]) == "double" },
      "volatility": { entry, draft in
        if entry.share(0...10) != nil { draft.extras.append(entry) }
      },
      "strike": { price($0, &$1) },
      "preferred_price": { price($0, &$1) },
      "fully_diluted": { $1.extras.append($0) },
      "term": { $1.extras.append($0) },
      "expires": { $1.extras.append($0) },
      "exercise_window": { $1.extras.append($0) },
      "early_exercise": { $1.extras.append($0) },
      "acceleration": { $1.extras.append($0) },
      "goals": { $1.extras.append($0) },
      "payout": { $1.extras.append($0) },
      "odds": { $1.extras.append($0) },
      "percent": { $1.extras.append($0) },
      "threshold": { $1.extras.append($0) },
      "discount": { $1.extras.append($0) },
      "contribution": { $1.extras.append($0) },
      "look_back": { $1.extras.append($0) },
      "probability": { $1.extras.append($0) },
    ], required: ["kind": "kind: rsu"])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    for (index, item) in (entry.items(wanted: "a list, one `- kind: rsu` for each grant") ?? []).enumerated() {
      var grant = Draft(currency: draft.currency.currency)
      let shape = "keys: {kind: rsu, grant: 240k, vesting: 4y/1y cliff quarterly}"
      guard table.read(item, into: &grant, owner: item.path, wanted: shape) else { continue }
      if let granted = grant.granted { draft.pastDates.append((granted.entry, granted.value)) }
      for extra in grant.extras { extra.checkIsThere() }
      let vesting = grant.vesting.flatMap { VestingFields.read($0, granted: grant.granted?.value) }
      guard let kind = grant.kind else { continue }
      if kind != "rsu" || grant.isDoubleTrigger {
        // The whole grant is left out, so its path says so once.
        draft.offer.notValued.append(
          "\(item.path) (\(kind)\(grant.isDoubleTrigger ? ", double trigger" : ""))")
        continue
      }
      draft.offer.notValued += grant.extras.map(\.path)
      if let stock = restrictedStock(grant, item, vesting: vesting, index: index) {
        draft.offer.equity.append(stock)
      }
    }
  }

  private static func price(_ entry: Entry, _ draft: inout Draft) {
    if entry.money(.price, usual: draft.currency) != nil { draft.extras.append(entry) }
  }

  private static func restrictedStock(
    _ draft: Draft, _ item: Entry, vesting: VestingSchedule?, index: Int
  ) -> EquityGrant? {
    if draft.vesting == nil {
      item.fault(.missingKey("vesting", of: item.path, example: "vesting: 4y/1y cliff quarterly"))
    }
    guard let size = size(draft, item), let vesting else { return nil }
    return EquityGrant(
      units: size.units, price: size.price, vesting: vesting, granted: draft.granted?.value,
      dividendYield: draft.dividendYield ?? 0, currency: size.currency, pathIndex: index)
  }

  /// Units and their price: grants stated in money are turned into units once.
  private static func size(_ draft: Draft, _ item: Entry) -> (
    units: Double, price: Double, currency: Currency
  )? {
    switch (draft.grant, draft.units) {
    case (let grant?, let units?):
      units.entry.fault(
        .conflictingKeys(
          units.entry.path, other: grant.entry.path, line: grant.entry.line,
          why: "a grant is stated in money or in units: keep the one in the letter"))
      return nil
    case (let grant?, nil):
      let currency = grant.value.currency
      // Without a price the units are units of money, worth 1 each.
      guard let price = draft.price else { return (grant.value.amount, 1, currency) }
      guard price.value.currency == currency else {
        price.entry.fault(
          .mixedGrant(
            price.entry.path, found: price.value.currency.code, grant: currency.code, line: grant.entry.line))
        return nil
      }
      return (grant.value.amount / price.value.amount, price.value.amount, currency)
    case (nil, let units?):
      guard let price = draft.price?.value else {
        if !item.hasAny(of: ["price"]) {
          item.fault(.missingKey("price", of: "\(item.path), stated in units,", example: "price: 84.20"))
        }
        return nil
      }
      return (units.value, price.amount, price.currency)
    case (nil, nil):
      if !item.hasAny(of: ["grant", "units"]) {
        item.fault(.missingKey("grant", of: item.path, example: "grant: 240k"))
      }
      return nil
    }
  }
}
