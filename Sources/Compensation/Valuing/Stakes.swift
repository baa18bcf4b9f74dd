import Quantities

/// All that leaving may cost: computed once, asked for any month.
struct Stakes {
  /// Money that staying until the end of month `kept` brings, and leaving earlier gives up.
  struct Promise {
    let kind: ForfeitedItem.Kind
    let component: String
    let item: String
    /// The month in which it is granted or put in; before, leaving gives up nothing.
    var from = 0
    let kept: Int
    /// The day it is kept from.
    let date: CalendarDate
    let paper: Double
    let value: Double
    /// How the paper amount comes about.
    let how: String
    /// The months in which it is earned little by little, as a year's bonus is; nil where it is whole at once.
    var earned: Range<Int>?
    /// Put in month after month: what vests on one day is one item.
    var isGathered = false

    func share(leavingAfter month: Int) -> Double {
      guard from <= month, month < kept else { return 0 }
      guard let earned, !earned.isEmpty else { return 1 }
      return min(1, Double(month - earned.lowerBound) / Double(earned.count))
    }

    /// `30,000 x d(12) 0.9569 x 6 of 12 months worked`
    func how(leavingAfter month: Int) -> String {
      guard let earned, month < earned.upperBound else { return how }
      return how + " x \(month - earned.lowerBound) of \(NumberText.count(earned.count, "month")) worked"
    }
  }

  /// What was paid on a day, and is repaid in part on leaving soon after.
  struct Debt {
    let component: String
    let item: String
    let paid: CalendarDate
    let amount: Double
    let clawback: UpfrontPay.Clawback

    func share(leavingOn day: CalendarDate) -> Double {
      // Before it is paid, leaving gives it up instead.
      guard day >= paid else { return 0 }
      // A month that has begun counts as one in which the holder leaves.
      let month = paid.months(to: day) + (day.day >= paid.day ? 1 : 0)
      return clawback.share(leavingIn: max(1, month))
    }
  }

  let terms: ValuationTerms
  let promises: [Promise]
  let debts: [Debt]

  /// What leaving at the end of a month gives up, of what would come in the window, and what it obliges to repay.
  func forfeited(leavingAfter month: Int) -> [ForfeitedItem] {
    Stakes.inOrder(lost(leavingAfter: month) { $0.kept <= terms.months } + owed(leavingAfter: month))
  }

  /// What it gives up of what would come after the window.
  func forfeitedLater(leavingAfter month: Int) -> [ForfeitedItem] {
    Stakes.inOrder(lost(leavingAfter: month) { $0.kept > terms.months })
  }

  private func lost(leavingAfter month: Int, _ belongs: (Promise) -> Bool) -> [ForfeitedItem] {
    let lost = promises.filter { belongs($0) && $0.share(leavingAfter: month) > 0 }
    let gathered = Dictionary(grouping: lost.filter(\.isGathered)) { "\($0.component) \($0.kept)" }
    return lost.filter { !$0.isGathered }.map { item([$0], leavingAfter: month) }
      + gathered.values.map { item($0, leavingAfter: month) }
  }

  /// Promises of one day as one item, rounded once.
  private func item(_ promises: [Promise], leavingAfter month: Int) -> ForfeitedItem {
    let first = promises[0]
    func sum(_ amount: KeyPath<Promise, Double>) -> Money {
      Money(promises.reduce(0) { $0 + $1[keyPath: amount] * $1.share(leavingAfter: month) }, terms.currency)
    }
    let count = first.isGathered ? NumberText.count(promises.count, "payment") + ", each " : ""
    return ForfeitedItem(
      kind: first.kind, component: first.component, item: first.item, amount: sum(\.value), paper: sum(\.paper),
      date: first.date, how: count + first.how(leavingAfter: month))
  }

  private func owed(leavingAfter month: Int) -> [ForfeitedItem] {
    let day = terms.dayZero.addingMonths(month)
    return debts.compactMap { debt in
      let share = debt.share(leavingOn: day)
      let owed = Money(debt.amount * share, terms.currency)
      guard owed.minorUnits > 0 else { return nil }
      return ForfeitedItem(
        kind: .repayment, component: debt.component, item: debt.item, amount: owed, paper: owed, date: day,
        how: "\(AmountText.plain(debt.amount)) x \(NumberText.percent(share, decimals: 2)) to repay")
    }
  }

  private static func inOrder(_ items: [ForfeitedItem]) -> [ForfeitedItem] {
    items.sorted { ($0.date, $0.item, $0.component, $0.how) < ($1.date, $1.item, $1.component, $1.how) }
  }
}

/// Amounts in the words of a computation.
enum AmountText {
  /// `30,000`, `1,234.50`
  static func plain(_ amount: Double) -> String {
    NumberText.grouped(amount, decimals: amount == amount.rounded() ? 0 : 2)
  }
}
