import Compensation
import Quantities

/// Checks and notes that need more than one field of an offer.
enum OfferChecks {
  static func check(_ draft: OfferDraft) {
    let offer = draft.offer
    if let deadline = draft.deadline, let start = draft.start, let last = offer.deadline,
      let first = offer.start,
      last > first
    {
      deadline.fault(.deadlineAfterStart(start: first.description, line: start.line))
    }
    if let asOf = draft.reading.asOf {
      if offer.isCurrentJob {
        for (entry, date) in draft.pastDates where date > asOf {
          entry.fault(.dateInTheFuture(entry.path, date.description, asOf: asOf.description))
        }
      } else if let last = offer.deadline, last < asOf {
        draft.reading.note("\(draft.owner)deadline: \(last) is before the as-of date \(asOf)")
      }
    }
    note(draft)
  }

  private static func note(_ draft: OfferDraft) {
    let offer = draft.offer
    let missing = [offer.job == nil ? "role" : nil, offer.location == nil ? "location" : nil].compactMap {
      $0
    }
    if !missing.isEmpty {
      draft.reading.note(
        "\(draft.owner)\(missing.joined(separator: " and ")): not stated, so no market to compare with"
      )
    }
    if !offer.isCurrentJob {
      let held = [
        "retirement.unvested": offer.retirement?.unvested, "bonus.deferred.balance": offer.bonus?.deferral?.balance,
        "deferred.balance": offer.deferredPlans.compactMap(\.balance).first,
      ]
      for field in held.keys.sorted() where held[field] != .some(nil) {
        draft.reading.note(
          "\(draft.owner)\(field): not counted, since a new offer holds nothing from before it; "
            + "write money that comes with it as `promised`")
      }
    }
    if offer.isCurrentJob, offer.equity.contains(where: { $0.granted == nil }) {
      draft.reading.note(
        "\(draft.owner)equity: a grant without `granted` vests from day 0, as if it were new")
    }
    if draft.hasBase, let range = offer.postedRange ?? offer.band, !range.contains(offer.baseSalary.amount) {
      draft.reading.note(
        "\(draft.owner)base: lies outside the range \(NumberText.grouped(range.lowerBound))-"
          + NumberText.grouped(range.upperBound))
    }
  }
}
