import Glibc
import Quantities

extension OfferValuer {
  /// Options on a share that can be sold, priced by vesting date.
  ///
  /// Fair is what an option costs the company if it vests; leaving before that is in the expected value, leaving after
  /// it in the price itself.
  func option(_ grant: EquityGrant, _ option: OptionTerms) throws -> GrantValue {
    let pricing = try OptionPricing(self, grant, option)
    let tranches = priced(grant, option, by: pricing)
    let end = try monthsToExpiry(of: option, grant)
    let cost = ExerciseCost(grant: grant, option: option, terms: terms, lastMonth: end)
    let window = try exerciseWindow(of: option)
    var facts = cost.facts(tranches, windowMonths: window)
    var detail =
      "\(option.kind.rawValue), strike \(NumberText.grouped(option.strike, decimals: 2)), "
      + "\(datesInWindow(tranches, until: end)): \(pricing.text)"
      + (cost.chequeText(tranches, windowMonths: window).map { "; \($0)" } ?? "")
    if option.kind == .incentive {
      let limit = try IncentiveOptionLimit(offer: offer, terms: terms)
      let excess = limit.unitsBeyond(grant)
      facts.append(limit.fact(grant))
      let lawful = try Int(terms.parameters.value("option.iso-window-months", on: terms.asOf))
      if window > lawful { detail += ", the first \(lawful) as an ISO" }
      if excess > 0 {
        detail +=
          "; \(NumberText.grouped(excess)) of \(NumberText.grouped(grant.units)) are taxed as NSO: "
          + "over \(NumberText.grouped(limit.yearly)) a year becomes exercisable"
      }
    }
    if option.allowsEarlyExercise {
      let days = try Int(terms.parameters.value("option.election-days", on: terms.asOf))
      detail +=
        "; may be bought before vesting for \(NumberText.money(cost.all, currency: terms.currency.code)), "
        + "then file the 83(b) election within \(days) days"
    }
    return GrantValue(family: "option", tranches: tranches, detail: detail, facts: facts)
  }

  /// Rights to the gain, paid in money at the end of their expected life.
  func appreciationRight(_ grant: EquityGrant, _ right: OptionTerms) throws -> GrantValue {
    var european = right
    european.model = .blackScholes
    let pricing = try OptionPricing(self, grant, european)
    let tranches = priced(grant, right, by: pricing)
    let end = try monthsToExpiry(of: right, grant)
    return GrantValue(
      family: "sar", tranches: tranches,
      detail: "paid in money over a base price of \(NumberText.grouped(right.strike, decimals: 2)), "
        + "\(datesInWindow(tranches, until: end)): \(pricing.text)")
  }

  private func priced(_ grant: EquityGrant, _ option: OptionTerms, by pricing: OptionPricing) -> [Tranche] {
    let exchange = exchange(of: grant)
    let tranches = tranches(of: grant)
    return zip(tranches, pricing.prices(of: tranches)).map { tranche, price in
      var tranche = tranche
      tranche.headline = tranche.units * max(grant.price - option.strike, 0) * exchange
      tranche.fair = tranche.units * price * exchange
      tranche.factors = [pricing.gain(vestingIn: tranche.month, price: price)]
      return tranche
    }
  }
}
