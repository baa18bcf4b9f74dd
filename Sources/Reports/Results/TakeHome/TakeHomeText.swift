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
  func blocks(comparing comparison: Comparison) -> [Block] {
    let isRanked = comparison.measure != .beforeTax && comparison.ranking[0].certain != nil
    return blocks(comparing: comparison.ranking, worth: isRanked ? { comparison.worth(of: $0) } : nil)
  }

  /// The same without a ranking; `worth`: what they are ranked by.
  func blocks(comparing valuations: [Valuation], worth: ((Valuation) -> Money)? = nil) -> [Block] {
    let known = valuations.compactMap { taxed[$0.offer.id] }
    guard !known.isEmpty else { return [] }
    let money = ColumnKind.money(currency: currency)
    let hasPrices = known.contains { $0.purchasingPower != nil }
    var columns = [Column("offer", "Offer")]
    // Beside a ranking expected values stand in a table above.
    if worth == nil { columns.append(Column("expected", "Expected", money)) }
    columns += [Column("after_tax", "After tax", money), Column("kept", "Kept", .percent(decimals: 0))]
    if hasPrices {
      columns += [Column("prices", "Prices there", .number(decimals: 1)), Column("buys", "Buys, as at home", money)]
    }
    let hasRents = known.contains { $0.rents != nil }
    if hasRents { columns.insert(Column("rent", "Rent", money), at: columns.count - (hasPrices ? 2 : 0)) }
    if worth != nil { columns.append(Column("worth", "Sure of it", money)) }
    var sheet = Sheet(columns: columns)
    for valuation in valuations {
      guard let offer = taxed[valuation.offer.id] else { continue }
      let expected = valuation.total(\.expected).amount
      var cells: [Cell] = [.text(offer.id)]
      if worth == nil { cells.append(.number(expected)) }
      cells += [.number(offer.afterTax.amount), expected > 0 ? .number(offer.afterTax.amount / expected) : .empty]
      if hasRents { cells.append(.orEmpty(offer.rents?.there.amount)) }
      if hasPrices { cells += [.orEmpty(offer.prices?.offer.level), .orEmpty(offer.purchasingPower?.amount)] }
      if let worth { cells.append(.number(worth(valuation).amount)) }
      sheet.append(cells)
    }
    let home = known.compactMap(\.prices?.home.place).first.map { ", at prices of \($0)" } ?? ""
    return [.space, .sheet(sheet, title: "After tax, and what that buys\(home)")]
      + notes(valuations).map { .sentence($0) }
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
    if let rents = offer.rents {
      let rent = (12 * rents.there.amount).rounded()
      sheet.append(["Rent"] + offer.years.map { _ in .number(-rent) })
      sheet.append(
        ["After rent"] + offer.years.map { .number($0.gross.amount.rounded() - $0.tax.amount.rounded() - rent) },
        style: .total)
    }
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
    if let stock = stockText(offer) { text += " " + stock }
    let onPaper = offer.years.map(\.taxOnPaper).total(terms.currency)
    if offer.years.contains(where: { $0.paperToday.minorUnits > 0 }) {
      text +=
        " Shares without a market pay nothing in these years; \(NumberText.money(onPaper.amount, currency: currency)) of tax "
        + "on them, as if sold when they vest, is in the after-tax value."
    }
    return [.sheet(sheet, title: "Expected money by offer year, not discounted"), .sentence(text)]
      + notes([valuation]).map { .sentence($0) } + [.space]
  }

  /// What alternative minimum tax the exercise of incentive options brings, and what comes back of it.
  private func stockText(_ offer: TaxedOffer) -> String? {
    func sum(_ value: (TaxedOffer.Year) -> Money) -> Money { offer.years.map(value).total(terms.currency) }
    let (tax, back) = (sum(\.minimumTax), sum(\.creditUsed))
    guard tax.minorUnits > 0 else { return nil }
    func text(_ money: Money) -> String { NumberText.money(money.amount, currency: currency) }
    return
      "Incentive options count as exercised when they vest and sold a year later (sale: at once is the other way): "
      + "\(text(tax)) of alternative minimum tax, of which \(text(back)) comes back as a credit in these years and "
      + "\(text(offer.creditLeft)) may later. A minimum tax of the state is not counted."
  }

  private func notes(_ valuations: [Valuation]) -> [String] {
    let known = valuations.compactMap { taxed[$0.offer.id] }
    let without = valuations.map(\.offer.id).filter { taxed[$0] == nil }
    var notes = ["Taxes: \((lawText(known) + [result.household]).joined(separator: "; "))."]
    if !without.isEmpty {
      notes[0] +=
        " Not taxed here: \(without.joined(separator: ", "))"
        + (known.isEmpty
          ? "." : ", so offers are ranked before tax (a rate of your own: taxes: {effective_rate: 28%}).")
    }
    if known.contains(where: { $0.rents != nil }) {
      let silent = known.filter { $0.rents == nil }.map(\.id)
      notes.append(
        "Rents are a month's and count by themselves; what is left is brought home at prices without rents"
          + (silent.isEmpty ? "." : "; without a rent, all at one price level: \(silent.joined(separator: ", "))."))
    }
    notes += known.compactMap(rules)
    let unnamed = known.filter { offer in offer.years.contains { $0.lines.contains { $0.name == "unnamed_local_tax" } }
    }
    if !unnamed.isEmpty {
      notes.append(
        "A county's tax is counted at about the mean rate for \(unnamed.map(\.id).joined(separator: " and ")); name it: taxes: "
          + "{locality: ...}.")
    }
    if known.contains(where: { $0.place.country == "US" }) { notes += result.limits }
    let states = Set(
      known.flatMap { offer -> [String] in
        guard case .unitedStates(let sites) = offer.place else { return [] }
        return ["US", "US-\(sites.home.state)"] + (sites.work.map { ["US-\($0.state)"] } ?? [])
      })
    notes += ProjectedText.sentences(result.projected.filter { states.contains($0.key) })
    let shown = Set(valuations.map(\.offer.id))
    let cities = Dictionary(grouping: result.hints.filter { shown.contains($0.offer) }, by: \.city)
    return notes
      + cities.sorted { $0.key < $1.key }.map { city, hints in
        "\(city) taxes pay too, which is not counted for \(hints.map(\.offer).joined(separator: " and ")) "
          + "(taxes: {locality: \(city)})."
      }
  }

  /// `US law of 2026, unchanged after`
  private func lawText(_ known: [TaxedOffer]) -> [String] {
    let places = Dictionary(grouping: known, by: \.place.country)
    return places.sorted { $0.key < $1.key }.map { country, offers in
      let years = offers.flatMap(\.years)
      let laws = Set(years.compactMap(\.lawYear))
      guard !laws.isEmpty else { return "the rate given for \(offers.map(\.id).joined(separator: ", "))" }
      let isOld = years.contains { $0.calendarYear > ($0.lawYear ?? $0.calendarYear) }
      return "\(country) law of \(laws.sorted().map(String.init).joined(separator: " and "))"
        + (isOld ? ", unchanged after" : "")
    }
  }

  /// Which places' rules were applied, where home and work are two.
  private func rules(_ offer: TaxedOffer) -> String? {
    guard case .unitedStates(let sites) = offer.place, !offer.rules.isEmpty else { return nil }
    let text = SourcingText(names: result.names, home: sites.home.state)
    return "\(offer.id), in year 1: " + offer.rules.map { text.sentence($0) }.joined(separator: " ")
  }
}
