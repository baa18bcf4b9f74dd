import Compensation
import Quantities

/// Shares that are taxed when they are received, by an election under section 83(b): pay now, gain later.
struct ElectedIncome {
  /// Value less price, of all shares of the grant; 0 for those received before day 0, since it is taxed already.
  let income: Double
  let isIncentive: Bool
  private let basis: Double
  private let whole: Double

  init?(_ election: StockTaxTerms.Election, _ grant: EquityGrant?, _ element: ElementValue, _ terms: ValuationTerms) {
    guard let grant else { return nil }
    let rate = terms.converted(1, from: grant.currency.code)
    basis = max(0, election.value - election.paid) * grant.units * rate
    income = grant.granted.map { $0 < terms.dayZero } == true ? 0 : basis
    isIncentive = grant.isIncentiveOption
    whole = grant.paper * grant.units * rate
  }

  /// What a year's shares bring over what was taxed of them: by their part of the grant, as far as they are kept.
  func gain(of value: YearValue, cash: Double) -> Double {
    let odds = value.fair.amount > 0 ? value.expected.amount / value.fair.amount : 1
    let part = whole > 0 ? min(1, value.headline.amount / whole) : 0
    return max(0, cash - basis * part * odds)
  }
}

extension EquityGrant {
  /// What its paper says one unit is worth.
  fileprivate var paper: Double {
    switch instrument {
    case .option(let terms), .privateOption(let terms, _): max(0, price - terms.strike)
    default: price
    }
  }
}
