import Quantities

/// Pay that goes by time: a 13th month, overtime, duty on call; and what a contractor pays instead of an employer.
extension OfferValuer {
  /// Every part of the terms of work there is.
  func timePay() throws -> [ElementFlows] {
    let work = offer.work
    var elements: [ElementFlows] = []
    if work.extraMonths > 0 { elements.append(extraMonths(work.extraMonths)) }
    if let overtime = work.overtime { elements.append(try self.overtime(overtime)) }
    if let duty = work.onCall, let pay = duty.payPerWeek { elements.append(onCall(duty, payPerWeek: pay)) }
    return elements
  }

  /// Months of base on top of twelve, at the end of each offer year; earned as one works, so paid in part on leaving.
  private func extraMonths(_ number: Double) -> ElementFlows {
    let flows = stride(from: 12, through: terms.months, by: 12).map { month in
      earned(month, amount: pay.all[month - 1] / 12 * number, headline: pay.base / 12 * number, risk: .sure)
    }
    return ElementFlows(
      component: "extra_months", certainty: .guaranteed, flows: flows,
      detail: "\(NumberText.short(number)) more than twelve months of base, paid at the end of each offer year")
  }

  /// Hours over the usual ones, at a multiple of the hourly rate.
  private func overtime(_ overtime: WorkTerms.Overtime) throws -> ElementFlows {
    let multiple = try overtime.multiple ?? value("overtime.multiple")
    let weeks = try value("work.weeks-a-year")
    let usual = 52 * (try offer.work.hoursPerWeek ?? value("work.hours-a-week"))
    let share = overtime.hoursPerWeek * weeks * multiple / usual
    return ElementFlows(
      component: "overtime", certainty: .likely, flows: everyMonth { pay.all[$0 - 1] / 12 * share },
      detail: "\(NumberText.short(overtime.hoursPerWeek)) hours a week in \(NumberText.short(weeks)) weeks, at "
        + "\(NumberText.short(multiple)) times base / \(NumberText.grouped(usual)) hours")
  }

  /// A fee for each week of duty.
  private func onCall(_ duty: WorkTerms.OnCallDuty, payPerWeek: Double) -> ElementFlows {
    let monthly = converted(payPerWeek) * duty.weeksPerYear / 12
    return ElementFlows(
      component: "on_call", certainty: .likely, flows: everyMonth({ _ in monthly }, headline: { _ in monthly }),
      detail: "\(NumberText.short(duty.weeksPerYear)) weeks of duty a year")
  }
}
