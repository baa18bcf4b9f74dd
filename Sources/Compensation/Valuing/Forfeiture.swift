import Quantities

/// Something lost by leaving, with its day.
public struct ForfeitedItem: Sendable, Equatable {
  /// `unvested RSU`, `sign-on to repay`, ...
  public let item: String
  /// Value to the holder today: fair value times the odds of still being there; a repayment in full.
  public let amount: Money
  /// What the paper promises: the figure to ask an offer to make whole.
  public let paper: Money
  public let date: CalendarDate
}

extension Offer {
  /// What leaving this job on day 0 costs: grants not yet vested in the window and clawbacks still due.
  public func forfeited(under terms: ValuationTerms) throws -> [ForfeitedItem] {
    let valuer = try OfferValuer(offer: self, terms: terms)
    var items: [ForfeitedItem] = []
    for grant in equity {
      for tranche in valuer.tranches(of: grant) where tranche.month <= terms.months {
        let value = tranche.fair * valuer.survival.odds(atEndOf: tranche.month)
        items.append(
          ForfeitedItem(
            item: "unvested RSU", amount: Money(value, terms.currency), paper: Money(tranche.fair, terms.currency),
            date: tranche.date))
      }
    }
    if let signOn, let paid = signOn.paid ?? (isCurrentJob ? start : nil),
      let clawback = try valuer.clawback(of: signOn)
    {
      let month = paid.months(to: terms.dayZero) + (terms.dayZero.day >= paid.day ? 1 : 0)
      let due = terms.converted(signOn.amount.amount, from: signOn.amount.currency.code)
      let share = clawback.share(leavingIn: max(1, month))
      let owed = Money(due * share, terms.currency)
      if share > 0 {
        items.append(ForfeitedItem(item: "sign-on to repay", amount: owed, paper: owed, date: terms.dayZero))
      }
    }
    return items.sorted { ($0.date, $0.item) < ($1.date, $1.item) }
  }
}
