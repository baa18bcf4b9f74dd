import Glibc
import Quantities

extension OfferValuer {
  /// A stock purchase plan: what selling at once brings over the money withheld, offering by offering.
  func purchasePlan(_ plan: PurchasePlanTerms) throws -> ElementFlows {
    let months = try plan.offeringMonths ?? Int(terms.parameters.value("espp.offering-months", on: terms.asOf))
    let model = PurchasePlan(
      discount: plan.discount, hasLookback: plan.hasLookback, years: Double(months) / 12, rate: terms.continuousRate,
      dividendYield: log(1 + plan.dividendYield), volatility: try plan.volatility ?? usualVolatility())
    let cap = try yearlyLimit(of: plan)
    var limit = YearlyLimit(cap)
    var isCapped = false
    var flows: [PayFlow] = []
    for purchase in stride(from: months, through: terms.months, by: months) {
      let start = purchase - months
      let wanted = contribution(to: plan, from: start, to: purchase)
      let paid = limit.take(wanted, from: terms.year(of: start + 1)...terms.year(of: purchase))
      if paid < wanted { isCapped = true }
      var flow = PayFlow(
        month: purchase, risk: .stays(through: purchase, [.purchase(model, from: start, to: purchase)]))
      flow.headline = paid * plan.discount / (1 - plan.discount)
      flow.fair = model.presentGain(onContribution: paid) * terms.discount(start)
      flow.expected = flow.fair * survival.odds(atEndOf: purchase)
      flow.averageLeaver = flow.fair * survival.oddsOfAverageLeaver(atEndOf: purchase)
      flow.expectedCash = flow.expected / terms.discount(purchase)
      flows.append(flow)
    }
    return ElementFlows(
      component: "espp", certainty: .likely, flows: flows,
      detail:
        "\(NumberText.share(plan.discount)) off \(plan.hasLookback ? "the lower price of start and end" : "the price")"
        + " every \(NumberText.count(months, "month")), sold at once"
        + (isCapped
          ? "; held at \(NumberText.money(cap, currency: terms.currency.code)) a year by the law's limit" : ""))
  }

  /// Money withheld over an offering.
  private func contribution(to plan: PurchasePlanTerms, from start: Int, to end: Int) -> Double {
    let paid = pay.all[start..<end].reduce(0, +) / 12
    let most = plan.limit.map { $0 * paid } ?? .infinity
    switch plan.contribution {
    case .share(let share): return min(share * paid, most)
    case .amount(let amount):
      return min(terms.converted(amount, from: offer.baseSalary.currency.code) * Double(end - start) / 12, most)
    }
  }

  /// The most money a year: shares for the law's dollars at the price of the start, bought with the discount. Plans
  /// paid in other currencies are under other laws.
  private func yearlyLimit(of plan: PurchasePlanTerms) throws -> Double {
    guard offer.baseSalary.currency == .usd else { return .infinity }
    let shares = try terms.parameters.value("espp.yearly-limit", on: terms.dayZero)
    return terms.converted(shares, from: "USD") * (1 - plan.discount)
  }
}

/// The law's most for each calendar year in which an offering runs, here offer years: a long offering has that of all
/// the years it runs in, less what others took of them. Reference: 26 USC 423(b)(8).
private struct YearlyLimit {
  private let most: Double
  private var used: [Int: Double] = [:]

  init(_ most: Double) { self.most = most }

  /// As much of what is wanted as the years have left, the earliest first.
  mutating func take(_ wanted: Double, from years: ClosedRange<Int>) -> Double {
    var left = wanted
    for year in years {
      let part = min(left, max(0, most - used[year, default: 0]))
      used[year, default: 0] += part
      left -= part
    }
    return wanted - left
  }
}
