import Compensation
import Quantities

/// An input that can be moved: its range, and how it is put into offers and terms.
struct Input {
  let path: String
  let unit: Driver.Unit
  let present: Double
  let low: Double
  let high: Double
  /// Changes an offer if the input is its own, or the terms; asked once for each offer.
  let set: (Double, inout Offer, inout ValuationTerms) -> Void

  /// Inputs of these offers, then those of all.
  static func all(of offers: [Offer], terms: ValuationTerms) throws -> [Input] {
    try offers.flatMap { try ofOffer($0, terms) } + ofStaying(offers, terms) + ofTerms(terms)
  }

  private static func ofOffer(_ offer: Offer, _ terms: ValuationTerms) throws -> [Input] {
    let id = offer.id
    let base = offer.baseSalary.amount
    var inputs = [
      try scaled("\(id).base", .money, base, by: "base", terms) { value, other, _ in
        if other.id == id { other = other.withBase(value) }
      }
    ]
    if let bonus = offer.bonus {
      let mean = try offer.meanBonusPayout(bonus, under: terms)
      inputs.append(
        try scaled("\(id).bonus.payout", .share, mean, by: "bonus-payout", terms) { value, other, _ in
          if other.id == id { other.bonus?.payout = .mean(value) }
        })
    }
    for (index, grant) in offer.equity.enumerated() where grant.hasPrice {
      let path = "\(id).\(grant.priceField)"
      inputs.append(
        try scaled(path, .money, grant.price, by: "share-price", terms) { value, other, _ in
          if other.id == id { other.equity[index].price = value }
        })
    }
    return inputs
  }

  /// The odds of a layoff, once for each kind of employer.
  private static func ofStaying(_ offers: [Offer], _ terms: ValuationTerms) throws -> [Input] {
    var kinds: [String] = []
    for offer in offers where offer.leaves == nil {
      let kind = offer.employerKind.isEmpty ? "other" : offer.employerKind
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return try kinds.map { kind in
      let row = try terms.parameters.row("hazard.involuntary", scope: kind, on: terms.asOf)
      let path = "assumptions.parameters.\(row.key)"
      return try scaled(path, .share, row.value, by: "layoff-odds", terms) { value, _, terms in
        terms.parameters = terms.parameters.overridden(by: [row.key: value], origin: "sensitivity")
      }
    }
  }

  private static func ofTerms(_ terms: ValuationTerms) throws -> [Input] {
    let rate = try step("discount-rate", terms)
    let months = Int(try step("horizon-months", terms))
    return [
      Input(
        path: "assumptions.discount_rate", unit: .share, present: terms.discountRate,
        low: max(0, terms.discountRate - rate), high: terms.discountRate + rate
      ) { value, _, terms in terms.discountRate = value },
      Input(
        path: "assumptions.horizon", unit: .months, present: Double(terms.months),
        low: Double(max(12, terms.months - months)), high: Double(terms.months + months)
      ) { value, _, terms in terms.months = Int(value) },
    ]
  }

  private static func scaled(
    _ path: String, _ unit: Driver.Unit, _ present: Double, by scope: String, _ terms: ValuationTerms,
    set: @escaping (Double, inout Offer, inout ValuationTerms) -> Void
  ) throws -> Input {
    let share = try step(scope, terms)
    return Input(
      path: path, unit: unit, present: present, low: present * (1 - share), high: present * (1 + share), set: set)
  }

  private static func step(_ scope: String, _ terms: ValuationTerms) throws -> Double {
    try terms.parameters.value("compare.sensitivity", scope: scope, on: terms.asOf)
  }
}
