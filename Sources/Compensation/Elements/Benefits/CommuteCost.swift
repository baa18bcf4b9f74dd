import Quantities

extension OfferValuer {
  /// The way to work: its time at a part of the hourly pay, and what it costs.
  func commute(_ commute: CommuteTerms) throws -> [ElementFlows] {
    let days = commute.daysPerWeek ?? max(0, 5 - (offer.benefits.remoteDays ?? 0))
    let weeks = try value("work.weeks-a-year")
    let hours = 2 * commute.minutesOneWay / 60 * days * weeks
    let trips = "\(NumberText.short(days)) days a week, \(NumberText.short(weeks)) weeks a year"
    var elements: [ElementFlows] = []
    if hours > 0 {
      let share = try value("commute.time-value-share")
      let paid = 52 * (try offer.work.hoursPerWeek ?? value("work.hours-a-week"))
      elements.append(
        ElementFlows(
          component: "commute_time", certainty: .guaranteed, isInKind: true,
          flows: everyMonth { -hours * share * pay.all[$0 - 1] / paid / 12 }.map(Self.inKind),
          detail:
            "\(NumberText.short(2 * commute.minutesOneWay)) minutes a day, \(trips), at \(NumberText.share(share)) "
            + "of hourly pay; in kind"))
    }
    let cost = converted(commute.costPerDay) * days * weeks
    if cost > 0 {
      elements.append(
        ElementFlows(
          component: "commute_cost", certainty: .guaranteed, flows: everyMonth { _ in -cost / 12 },
          detail: "\(NumberText.grouped(commute.costPerDay, decimals: 2)) a day, \(trips)"))
    }
    return elements
  }
}
