import Compensation
import Quantities

/// `leaves: 14mo laid off`, `leaves: 2y quits`: a departure taken for certain.
enum DepartureFields {
  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let text = entry.text(wanted: "14mo laid off, or 2y quits") else { return }
    let words = text.lowercased().split { $0 == " " || $0 == "," }.map(String.init)
    let isLayoff = words.suffix(2) == ["laid", "off"] || words.last == "layoff"
    guard isLayoff || ["quits", "quit"].contains(words.last ?? ""), let span = words.first,
      let months = QuantityText.months(span), words.count <= 3
    else {
      entry.fault(.unknownDeparture(entry.path, text))
      return
    }
    guard (1...120).contains(months) else {
      entry.fault(.outOfRange(entry.path, text, bounds: "1mo and 10y"))
      return
    }
    draft.offer.leaves = Departure(month: months, isLayoff: isLayoff)
  }
}
