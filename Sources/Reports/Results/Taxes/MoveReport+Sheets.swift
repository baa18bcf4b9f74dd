import Quantities
import Scenarios

extension MoveReport {
  /// A line under another, a place a column, each in its currency: whole units that add up.
  var lines: Sheet {
    let sides = [(here, answer.now), (there, answer.needed)]
    var sheet = Sheet(
      columns: [Column("line", "A year")]
        + zip(["here", "there"], sides).map { Column($0, $1.0.name, .money(currency: $1.0.currency)) })
    let parts = sides.map { Parts(taxed: $1, place: $0) }
    func add(_ name: String, _ value: (Parts) -> Double, always: Bool = false, style: Sheet.Row.Style = .plain) {
      let values = parts.map(value)
      guard always || values.contains(where: { $0 != 0 }) else { return }
      sheet.append([.text(name)] + values.map { .number($0) }, style: style)
    }
    add("Pay", \.pay, always: true)
    add("Other income", \.otherIncome)
    add("Taxes and contributions", \.taxes, always: true)
    add("Saved", \.saved)
    add("Health premiums", \.premiums)
    add("Net", \.net, always: true, style: .strong)
    let rest = hasRent || parts.contains { $0.commute != 0 }
    add("Rent", \.rent, always: hasRent)
    add("Commute", \.commute)
    if rest { add("Everything else", \.rest, always: true) }
    let title = !isBetweenCountries ? "Prices of \(rest ? "that" : "all"), nation 100" : "What costs $1 in the US"
    let prices = sides.map { place, _ -> Cell in
      guard !isBetweenCountries else { return .text(unitPrice(place)) }
      return .text(NumberText.fixed(100 * place.basket.ofSpending(withRentApart: hasRent), decimals: 1))
    }
    if isBetweenCountries || !shown.here.isAbroad { sheet.append([.text(title)] + prices) }
    return sheet
  }

  /// Whole units: pay less what comes off is net, and net less the own lines is what is left.
  private struct Parts {
    let pay, otherIncome, taxes, saved, premiums, net, rent, commute, rest: Double

    init(taxed: TaxedPay, place: MovePlace) {
      (pay, net) = (taxed.pay.rounded(), taxed.net.rounded())
      otherIncome = taxed.otherIncome.rounded()
      let off = WholeParts.rounded([taxed.taxes, taxed.saved, taxed.premiums], to: pay + otherIncome - net)
      (taxes, saved, premiums) = (off[0], off[1], off[2])
      rent = (place.rent ?? 0).rounded()
      commute = place.commute.rounded()
      rest = net - rent - commute
    }
  }

  /// Each pay in each place, a row: all that the page says, for programs.
  var cases: Sheet {
    // Amounts of several currencies, each named in its row.
    let kind = ColumnKind.money(currency: "")
    var sheet = Sheet(columns: [
      Column("case", "Case"), Column("place", "Place"), Column("country", "Country"), Column("region", "Region"),
      Column("currency", "Currency"), Column("pay", "Pay", kind),
      Column("other_income", "Other income", kind), Column("taxes", "Taxes", kind),
      Column("saved", "Saved", kind), Column("premiums", "Premiums", kind),
      Column("net", "Net", kind), Column("rent", "Rent", kind),
      Column("commute", "Commute", kind), Column("rest", "Everything else", kind),
      Column("basket", "What costs $1 in the US", .number(decimals: 6)), Column("price_year", "Prices of", .exact),
      Column("price_source", "By"), Column("exchanged", "Exchanged, in the currency here", kind),
    ])
    func add(_ name: String, _ place: MovePlace, _ shown: Place, _ taxed: TaxedPay?) {
      guard let taxed else { return }
      let isHere = name == "here" || name == "reverse"
      sheet.append([
        .text(name), .text(place.name), .text(shown.country), .text(shown.region ?? shown.state),
        .text(place.currency), .number(taxed.pay), .number(taxed.otherIncome), .number(taxed.taxes),
        .number(taxed.saved), .number(taxed.premiums), .number(taxed.net), .orEmpty(place.rent),
        .number(place.commute), .number(taxed.net - place.ownLines),
        .number(place.basket.ofSpending(withRentApart: hasRent)), .integer(place.basket.year),
        .text(place.basket.source.rawValue),
        .orEmpty(isHere ? taxed.pay : move.exchange.map { taxed.pay / $0 }),
      ])
    }
    add("here", here, shown.here, answer.now)
    add("needed", there, shown.there, answer.needed)
    add("needed_with_moving", there, shown.there, answer.cost?.needed)
    add("offered", there, shown.there, answer.offered)
    add("reverse", here, shown.here, answer.reverse)
    return sheet
  }
}
