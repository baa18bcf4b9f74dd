import Quantities

/// Pay on a layoff.
///
///     SeverancePay(amount: 100_000).expectedValue(survival: survival, months: 36) { exp(-0.04 * Double($0) / 12) }
///     // 22,961.49 at layoff odds of 1.1 % and quit odds of 2 % a month
public struct SeverancePay: Sendable, Equatable {
  /// In money, the same in every month.
  public let amount: Double

  public init(amount: Double) { self.amount = amount }

  /// What it can be expected to pay at the odds of a layoff.
  func expected(odds: Double) -> Double { amount * odds }

  /// Present value: the sum over months of the odds of still being there, of a layoff then, the amount and the
  /// discount factor of that month. A layoff is tested before a quit.
  public func expectedValue(survival: Survival, months: Int, discount: (Int) -> Double) -> Double {
    guard months > 0 else { return 0 }
    return (1...months).reduce(0) {
      $0 + expected(odds: survival.oddsOfLayoffOfAverageLeaver(in: $1)) * discount($1)
    }
  }
}

extension OfferValuer {
  /// Pay on a layoff, at the end of the month in which it comes; worth what it can be expected to pay.
  func severance(_ severance: SeveranceTerms) -> ElementFlows {
    let flows = onLayoff { amount(of: severance, month: $0) }
    let size: String
    switch severance.size {
    case .months(let months): size = "\(NumberText.short(months)) months of base"
    case .amount(let amount): size = NumberText.money(amount.amount, currency: amount.currency.code)
    }
    return ElementFlows(
      component: "severance", certainty: .likely, flows: flows,
      detail: size + (severance.includesBonus ? " and target bonus" : "") + ", if laid off")
  }

  /// What a layoff in a month would pay.
  func amount(of severance: SeveranceTerms, month: Int) -> Double {
    switch severance.size {
    case .amount(let amount): return terms.converted(amount.amount, from: amount.currency.code)
    case .months(let months):
      let rate = pay.all[month - 1]
      var bonus = 0.0
      if severance.includesBonus, let target = offer.bonus?.target {
        switch target {
        case .shareOfBase(let share): bonus = share * rate
        case .amount(let amount): bonus = terms.converted(amount, from: offer.baseSalary.currency.code)
        }
      }
      return (rate + bonus) * months / 12
    }
  }
}
