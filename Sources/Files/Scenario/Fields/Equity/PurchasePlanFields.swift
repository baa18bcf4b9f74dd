import Compensation
import Quantities

/// `espp: {contribution: 10%, discount: 15%, look_back: yes, offering: 6mo, limit: 15%}`
enum PurchasePlanFields {
  private struct Draft {
    let currency: OfferCurrency
    var contribution: PurchasePlanTerms.Contribution?
    var discount: Double?
    var hasLookback: Bool?
    var offeringMonths: Int?
    var limit: Double?
    var volatility: Double?
    var dividendYield: Double?
    var sale: StockTaxTerms.Sale?
  }

  private static let table = FieldTable<Draft>([
    // In the list of grants it says its kind.
    "kind": { _, _ in },
    "contribution": { $1.contribution = contribution($0, $1.currency) },
    "discount": { $1.discount = $0.share(0...0.95) },
    "look_back": { $1.hasLookback = $0.flag() },
    "offering": { $1.offeringMonths = $0.months(1...27, text: "1mo and 27mo") },
    "limit": { $1.limit = $0.share(0...1) },
    "sale": { $1.sale = StockTaxFields.sale($0) },
    "volatility": { $1.volatility = $0.volatility() },
    "dividend_yield": { $1.dividendYield = $0.share(0...0.5) },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var plan = Draft(currency: draft.currency)
    // A bare word or number leaves open which of its terms it is: all are asked for.
    if entry.isText {
      entry.checkIsThere()
    } else if !table.read(entry, into: &plan, owner: entry.path, wanted: "keys: {contribution: 10%, discount: 15%}") {
      return
    }
    let path = entry.path
    var missing: [String] = []
    if !entry.hasAny(of: ["contribution"]) {
      missing.append("what you may pay into the purchase plan (\(path).contribution)")
    }
    if !entry.hasAny(of: ["discount"]) { missing.append("the purchase plan's discount (\(path).discount)") }
    if !entry.hasAny(of: ["look_back"]) {
      draft.offer.openQuestions.append("whether the purchase plan looks back, taken as no (\(path).look_back)")
    }
    draft.offer.openQuestions += missing
    if !missing.isEmpty { draft.offer.notValued.append(path) }
    guard let contribution = plan.contribution, let discount = plan.discount else { return }
    draft.offer.purchasePlan = PurchasePlanTerms(
      contribution: contribution, limit: plan.limit, discount: discount, hasLookback: plan.hasLookback ?? false,
      offeringMonths: plan.offeringMonths, volatility: plan.volatility, dividendYield: plan.dividendYield ?? 0)
    draft.offer.purchasePlan?.sale = plan.sale
  }

  private static func contribution(_ entry: Entry, _ currency: OfferCurrency) -> PurchasePlanTerms.Contribution? {
    guard let text = entry.text(wanted: "a share of pay such as 10%, or an amount a year") else { return nil }
    if text.contains("%") { return entry.share(0...1).map { .share($0) } }
    return entry.amount(in: currency).map { .amount($0) }
  }
}
