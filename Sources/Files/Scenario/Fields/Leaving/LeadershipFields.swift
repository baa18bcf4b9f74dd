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
    guard let text = entry.text(wanted: "double trigger") else { return }
    draft.acceleration = Acceleration(text)
    draft.state("acceleration", text)
  }

  /// A line that no published figure knows is listed as it was written.
  static func reportsTo(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let text = entry.text(wanted: "whom the job reports to: CEO") else { return }
    draft.offer.reportsTo = ReportingLine(text: text)
    draft.state("reports to", text)
  }
}
