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

  /// A line that no published figure knows is listed as it was written.
  static func reportsTo(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let text = entry.text(wanted: "whom the job reports to: CEO") else { return }
    draft.offer.reportsTo = ReportingLine(text: text)
    draft.state("reports to", text)
  }
}
