import Glibc
import Quantities

extension OfferValuer {
  /// A pension, as it is earned and as it vests.
  func pension(_ plan: PensionPlan) throws -> ElementFlows {
    let earned = try pensionPayments(plan)
    return vesting("pension", earned.payments, detail: earned.detail)
  }

  /// What is earned of it month by month or year by year, and when it becomes one's own.
  func pensionPayments(_ plan: PensionPlan) throws -> (payments: [SteppedPayment], detail: String) {
    switch plan.benefit {
    case .credit(let share): return try credited(plan, share)
    case .accrual(let share): return try accrued(plan, share)
    }
  }

  /// Credits to an account, of pay up to the law's cap; the account earns what money is discounted at.
  private func credited(
    _ plan: PensionPlan, _ share: Double
  ) throws -> (payments: [SteppedPayment], detail: String) {
    let cap = try law("match.pay-cap")
    let credits = (1...terms.months).map { month in
      SteppedPayment(
        month: month, value: share * min(pay.all[month - 1], cap) / 12 * terms.discount(month),
        headline: share * min(pay.base, cap) / 12, steps: owned(plan.vesting, from: month))
    }
    return (credits, "\(NumberText.share(share)) of pay credited each year, as it vests")
  }

  /// The pension that each year adds: share x (service x final pay now - the same a year before), for as long as people
  /// live once it begins. Leaving fixes it at the pay of that day, so raises lift the years served before too.
  private func accrued(
    _ plan: PensionPlan, _ share: Double
  ) throws -> (payments: [SteppedPayment], detail: String) {
    let age = try plan.age ?? value("pension.age")
    let begins = try plan.payableAge ?? value("pension.payable-age")
    let years = try value("pension.years-paid")
    let served = Double(plan.serviceMonths ?? monthsServed) / 12
    let annuity = (1...max(1, Int(years * 12))).reduce(0.0) { $0 + terms.discount($1) } / 12
    let today = terms.discount(Int(max(0, begins - age) * 12)) * annuity
    var before = served * pay.base
    let accruals = stride(from: 12, through: terms.months, by: 12).map { month -> SteppedPayment in
      let from = max(0, month - max(1, plan.averageMonths))
      let final = pay.all[from..<month].reduce(0, +) / Double(month - from)
      let earned = (served + Double(month) / 12) * final
      defer { before = earned }
      return SteppedPayment(
        month: month, value: share * (earned - before) * today, headline: 0, steps: owned(plan.vesting, from: month))
    }
    return (
      accruals,
      "\(NumberText.share(share)) of final pay a year for each year of service, from age "
        + "\(NumberText.short(begins)) for \(NumberText.short(years)) years (age \(NumberText.short(age)) now"
        + "\(plan.age == nil ? ", assumed" : "")); what the window adds, as it vests"
    )
  }
}
