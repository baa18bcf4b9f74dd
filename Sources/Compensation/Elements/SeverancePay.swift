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
    case .perYear(let months, let least, let most):
      size =
        "\(Self.span(months)) of base for each full year of service"
        + (least > 0 ? ", at least \(Self.span(least))" : "") + (most.isFinite ? ", at most \(Self.span(most))" : "")
    }
    return ElementFlows(
      component: "severance", certainty: .likely, flows: flows,
      detail: size + (severance.includesBonus ? " and target bonus" : "") + ", if laid off")
  }

  /// `2 weeks`, `3 months`: plans by service mostly speak of weeks.
  private static func span(_ months: Double) -> String {
    let weeks = months * 52 / 12
    return abs(weeks - weeks.rounded()) < 1e-9
      ? NumberText.count(Int(weeks.rounded()), "week") : "\(NumberText.short(months)) months"
  }

  /// What a layoff in a month would pay.
  func amount(of severance: SeveranceTerms, month: Int) -> Double {
    switch severance.size {
    case .amount(let amount): return terms.converted(amount.amount, from: amount.currency.code)
    case .months(let months): return pay(forMonths: months, severance, month: month)
    case .perYear(let months, let least, let most):
      let years = Double((monthsServed + month) / 12)
      return pay(forMonths: min(most, max(least, months * years)), severance, month: month)
    }
  }

  private func pay(forMonths months: Double, _ severance: SeveranceTerms, month: Int) -> Double {
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
