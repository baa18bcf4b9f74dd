import Compensation
import Quantities
import Scenarios

/// What taxes and prices leave of offers, for people and for programs.
struct TakeHomeText {
  let result: TakeHomeResult
  let terms: ValuationTerms

  private var taxed: [String: TaxedOffer] { result.taxed }
  private var currency: String { terms.currency.code }

  /// Offers side by side, in the order given: what is left after tax, and what it buys.
  func blocks(comparing valuations: [Valuation]) -> [Block] {
    let known = valuations.compactMap { taxed[$0.offer.id] }
    guard !known.isEmpty else { return [] }
    let money = ColumnKind.money(currency: currency)
    let hasPrices = known.contains { $0.purchasingPower != nil }
    let home = known.compactMap(\.prices?.home.place).first ?? ""
    var sheet = Sheet(
      columns: [
        Column("offer", "Offer"), Column("expected", "Expected", money), Column("after_tax", "After tax", money),
        Column("kept", "Kept", .percent(decimals: 0)),
      ]
        + (hasPrices
          ? [Column("prices", "Prices there", .number(decimals: 1)), Column("buys", "Buys, as in \(home)", money)] : [])
    )
    for valuation in valuations {
      guard let offer = taxed[valuation.offer.id] else { continue }
      let expected = valuation.total(\.expected).amount
      sheet.append(
        [
          .text(offer.id), .number(expected), .number(offer.afterTax.amount),
          expected > 0 ? .number(offer.afterTax.amount / expected) : .empty,
        ]
          + (hasPrices ? [.orEmpty(offer.prices?.offer.level), .orEmpty(offer.purchasingPower?.amount)] : []))
    }
    return [.space, .sheet(sheet, title: "After tax, and what that buys")] + notes(valuations).map { .sentence($0) }
  }

  /// One offer by year: money, tax, what is left.
  func blocks(of valuation: Valuation) -> [Block] {
    guard let offer = taxed[valuation.offer.id] else { return [] }
    let money = ColumnKind.money(currency: currency)
    var sheet = Sheet(
      columns: [Column("what", "")] + offer.years.map { Column("year\($0.year)", "Year \($0.year)", money) })
    sheet.append(["Money"] + offer.years.map { .number($0.gross.amount) })
    sheet.append(["Tax"] + offer.years.map { .number(-$0.tax.amount) })
    // Whole units that add up: what is left is the difference as printed.
    sheet.append(
      ["Left"] + offer.years.map { .number($0.gross.amount.rounded() - $0.tax.amount.rounded()) }, style: .total)
    if offer.years.contains(where: { $0.setAside.minorUnits > 0 }) {
      sheet.append(["To set aside"] + offer.years.map { .number($0.setAside.amount) })
    }
    var text = "After tax the offer is worth \(NumberText.money(offer.afterTax.amount, currency: currency))."
    if let buys = offer.purchasingPower, let prices = offer.prices, prices.offer.place != prices.home.place {
      text +=
        " At prices of \(NumberText.grouped(prices.offer.level, decimals: 1)) there and "
        + "\(NumberText.grouped(prices.home.level, decimals: 1)) in \(prices.home.place) (100: the nation) that buys what "
        + "\(NumberText.money(buys.amount, currency: currency)) buys at home."
    }
    if offer.years.contains(where: { $0.setAside.minorUnits > 0 }) {
      text += " To set aside is income tax on bonuses and stock beyond the flat rate that is withheld of them."
    }
    return [.sheet(sheet, title: "Expected money by offer year, not discounted"), .sentence(text)]
      + notes([valuation]).map { .sentence($0) } + [.space]
  }

  private func notes(_ valuations: [Valuation]) -> [String] {
    let known = valuations.compactMap { taxed[$0.offer.id] }
    let without = valuations.map(\.offer.id).filter { taxed[$0] == nil }
    var law = "US law of \(Set(known.map(\.lawYear)).sorted().map(String.init).joined(separator: " and "))"
    if known.contains(where: { offer in offer.years.contains { $0.calendarYear > offer.lawYear } }) {
      law += ", unchanged after"
    }
    var text = "Taxes: \(law); \(result.household); no local tax. Ranked before tax."
    if !without.isEmpty { text += " Not taxed here: \(without.joined(separator: ", "))." }
    return [text]
  }
}

/// Offers after tax, by their ids, and whose return it was.
public struct TakeHomeResult: Sendable {
  public let taxed: [String: TaxedOffer]
  /// `filing joint, 2 children, no own 401(k) money (me.deferral)`
  let household: String

  /// Before tax: nothing is known of what is left.
  public static let pretax = TakeHomeResult(taxed: [:], filing: nil, children: nil, hasSpouseWages: false, deferral: 0)

  /// `filing`: as stated, else nil for what is taken.
  public init(
    taxed: [String: TaxedOffer], filing: String?, children: Int?, hasSpouseWages: Bool, deferral: Double
  ) {
    self.taxed = taxed
    var parts = [filing.map { "filing \($0)" } ?? "filing single, not stated (me.filing)"]
    if let children, children > 0 { parts.append(children == 1 ? "1 child" : "\(children) children") }
    if filing == "joint", !hasSpouseWages { parts.append("no pay of a spouse (me.spouse_wages)") }
    parts.append(
      deferral > 0
        ? "own 401(k) money \(NumberText.grouped(deferral)) a year" : "no own 401(k) money (me.deferral)")
    household = parts.joined(separator: ", ")
  }
}
