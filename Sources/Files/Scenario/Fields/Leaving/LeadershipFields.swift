import Compensation
import Market
import Quantities

/// Terms of leading that no figure counts: they are listed beside the figures.
enum LeadershipFields {
  /// Any text under a name that people know: `budget: 38M`, `indemnity: yes`.
  static func state(_ name: String) -> FieldTable<OfferDraft>.Read {
    { entry, draft in
      guard let text = entry.text() else { return }
      draft.state(name, text)
    }
  }

  /// `double trigger`, `50% single trigger`, `12mo on a layoff` price the offer's grants; other words are listed.
  static func acceleration(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let (text, acceleration) = read(entry) else { return }
    draft.acceleration = acceleration
    draft.state("acceleration", text)
  }

  /// Nil, with a fault, for words that leave open what sets it off: a typo would pass for a term without a value.
  static func read(_ entry: Entry) -> (text: String, acceleration: Acceleration)? {
    guard let text = entry.text(wanted: "double trigger") else { return nil }
    guard let acceleration = Acceleration(text) else {
      entry.fault(
        .unknownTerm(
          entry.path, text, cure: "write double trigger, 50% single trigger, 12mo on a layoff or none"))
      return nil
    }
    return (text, acceleration)
  }

  /// A line that no published figure knows is listed as it was written.
  static func reportsTo(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let text = entry.text(wanted: "whom the job reports to: CEO") else { return }
    draft.offer.reportsTo = ReportingLine(text: text)
    draft.state("reports to", text)
  }
}
