import Quantities
import Scenarios

extension MoveReport {
  var json: JSONValue {
    [
      "year": .integer(year), "here": .object(object(here, shown.here, answer.now)),
      "there": .object(object(there, shown.there, answer.needed)), "needed": .amount(answer.needed.pay),
      "reverse": .orNull(answer.reverse) { .amount($0.pay) }, "offered": .orNull(answer.offered) { .amount($0.pay) },
      "needed_exchanged": .orNull(move.exchange) { .amount(answer.needed.pay / $0) },
      "exchange": .orNull(move.exchange) {
        [
          "from": .string(here.currency), "to": .string(there.currency), "rate": .ratio($0),
          "date": here.currency == there.currency ? .null : .string("\(rateDate)"),
        ]
      },
      "moving": .orNull(answer.cost) {
        [
          "once": .amount($0.once), "years": .ratio($0.years), "per_year": .orNull($0.perYear) { .amount($0) },
          "needed": .orNull($0.needed) { .amount($0.pay) }, "paid_back_years": .orNull($0.paidBack) { .ratio($0) },
        ]
      },
    ]
  }

  /// `basket` is what costs in the place what costs a dollar in the United States; `price_level` the same exchanged into
  /// dollars, 100 for the United States.
  private func object(_ place: MovePlace, _ shown: Place, _ taxed: TaxedPay) -> [String: JSONValue] {
    [
      "place": .string(place.name), "country": .string(shown.country),
      "state": shown.state.isEmpty ? .null : .string(shown.state), "region": .orNull(shown.region) { .string($0) },
      "currency": .string(place.currency), "wages": .amount(taxed.pay), "other_income": .amount(taxed.otherIncome),
      "taxes": .amount(taxed.taxes), "law": .orNull(shown.lawYear) { .integer($0) },
      "effective_rate": .orNull(shown.effectiveRate) { .ratio($0) }, "saved": .amount(taxed.saved),
      "premiums": .amount(taxed.premiums), "net": .amount(taxed.net), "rent": .orNull(place.rent) { .amount($0) },
      "commute": .amount(place.commute), "rest": .amount(taxed.net - place.ownLines),
      "price_level": .orNull(shown.perDollar) { .ratio(100 * place.basket.all / $0) },
      "price_year": .integer(place.basket.year), "price_source": .string(place.basket.source.rawValue),
      "basket": .ratio(place.basket.all),
      "basket_without_rents": .orNull(place.basket.withoutRents) { .ratio($0) },
    ]
  }
}
