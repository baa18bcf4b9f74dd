import Compensation
import Quantities

/// Shares as they vest, and promises that pay like them.
///
///     {kind: rsu, grant: 240k, price: 84.20, vesting: 4y/1y cliff quarterly, dividend_yield: 1%}
///     {kind: phantom shares, units: 2000, price: 30, vesting: 3y cliff, default_odds: 2%}
enum StockFields {
  static func restrictedStock(_ draft: GrantDraft) -> ReadGrant {
    shares(draft, .restrictedStock, keys: ["volatility"])
  }

  static func phantomShares(_ draft: GrantDraft) -> ReadGrant {
    shares(
      draft, .phantomShares(CreditTerms(annualDefault: draft.annualDefault, recovery: draft.recovery)),
      keys: ["default_odds", "recovery"])
  }

  /// A number of shares and their vesting, without which there is no reading the grant at all.
  static func shares(_ draft: GrantDraft, _ instrument: EquityInstrument, keys: Set<String>) -> ReadGrant {
    let item = draft.item
    if !item.hasAny(of: ["vesting"]) {
      item.fault(.missingKey("vesting", of: item.path, example: "vesting: 4y/1y cliff quarterly"))
    }
    let grant = GrantSize(ofShares: draft).flatMap {
      draft.made(instrument, units: $0.units, price: $0.price, currency: $0.currency)
    }
    return ReadGrant(grant: grant, keys: keys.union(["price", "dividend_yield", "listed"]))
  }
}
