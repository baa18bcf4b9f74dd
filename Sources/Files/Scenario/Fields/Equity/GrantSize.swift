import Compensation
import Quantities

/// Units and their price: grants stated in money are turned into units once.
struct GrantSize {
  let units: Double
  let price: Double
  let currency: Currency

  init(units: Double, price: Double, currency: Currency) {
    self.units = units
    self.price = price
    self.currency = currency
  }

  /// Of shares; reports what is missing or contradictory.
  ///
  /// Without a price the units are units of money, worth 1 each.
  init?(ofShares draft: GrantDraft) {
    let item = draft.item
    guard let currency = GrantSize.currency(of: draft) else { return nil }
    switch (draft.grant, draft.units) {
    case (let grant?, _):
      let price = draft.price?.value.amount
      self.init(units: grant.value.amount / (price ?? 1), price: price ?? 1, currency: currency)
    case (nil, let units?):
      guard let price = draft.price?.value else {
        if !item.hasAny(of: ["price"]) {
          item.fault(.missingKey("price", of: "\(item.path), stated in units,", example: "price: 84.20"))
        }
        return nil
      }
      self.init(units: units.value, price: price.amount, currency: currency)
    case (nil, nil):
      if !item.hasAny(of: ["grant", "units"]) {
        item.fault(.missingKey("grant", of: item.path, example: "grant: 240k"))
      }
      return nil
    }
  }

  /// The one currency a grant is in; nil, reported, where it is stated twice or in two currencies.
  static func currency(of draft: GrantDraft) -> Currency? {
    if let grant = draft.grant, let units = draft.units {
      units.entry.fault(
        .conflictingKeys(
          units.entry.path, other: grant.entry.path, line: grant.entry.line,
          why: "a grant is stated in money or in units: keep the one in the letter"))
      return nil
    }
    guard let grant = draft.grant, let price = draft.price else {
      return draft.grant?.value.currency ?? draft.price?.value.currency ?? draft.strike?.currency ?? draft.currency
    }
    guard price.value.currency == grant.value.currency else {
      price.entry.fault(
        .mixedGrant(
          price.entry.path, found: price.value.currency.code, grant: grant.value.currency.code,
          line: grant.entry.line))
      return nil
    }
    return grant.value.currency
  }
}
