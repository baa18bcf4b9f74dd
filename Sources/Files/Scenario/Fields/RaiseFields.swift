import Compensation
import Quantities

/// `raises: 3% yearly`, or a list: `[{date: 2027-07-01, to: 195k, contractual: yes}]`
enum RaiseFields {
  private struct Draft {
    let currency: OfferCurrency
    var date: CalendarDate?
    var size: (entry: Entry, value: Raise.Size)?
    var isContractual = false
  }

  private static let oneOf = "a raise has one of to, by and share"

  private static let table = FieldTable<Draft>([
    "date": { $1.date = $0.date() },
    "to": { entry, draft in
      entry.keep(RaiseFields.step(entry, .salary, in: draft.currency).map { .to($0) }, in: &draft.size, why: oneOf)
    },
    "by": { entry, draft in
      entry.keep(RaiseFields.step(entry, in: draft.currency).map { .by($0) }, in: &draft.size, why: oneOf)
    },
    "share": { entry, draft in
      entry.keep(entry.share(0...1).map { .share($0) }, in: &draft.size, why: oneOf)
    },
    "contractual": { $1.isContractual = $0.flag() ?? false },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    if entry.isText {
      guard let text = entry.text(), let share = yearlyShare(text, entry) else { return }
      draft.offer.raises = [Raise(timing: .yearly, size: .share(share), isContractual: false)]
      return
    }
    let items = entry.isMapping ? [entry] : entry.items(wanted: "`3% yearly`, or a list of raises") ?? []
    let read = items.compactMap { item in raise(item, draft.currency).map { (item, $0) } }
    draft.offer.raises = read.map(\.1)
    draft.raiseEntries = read.map(\.0)
  }

  /// Once all offers are known, and with them day 0: what a raise to an amount finds must be less. Without a day 0 only
  /// the raises themselves tell when they come.
  static func check(_ offers: [(offer: Offer, raises: [Entry])], dayZero known: CalendarDate?) {
    for (offer, entries) in offers where !entries.isEmpty {
      guard let dayZero = known ?? offer.firstDatedRaise?.addingMonths(-1) else { continue }
      let before = offer.payBeforeRaises(dayZero: dayZero)
      for (index, entry) in entries.enumerated() {
        guard case .from(let date) = offer.raises[index].timing else { continue }
        guard let pay = before[index] else {
          entry.reading.note(
            "\(offer.id).\(entry.path): \(date) is not after the first day, \(dayZero), so it counts as in the base already"
          )
          continue
        }
        if case .to(let amount) = offer.raises[index].size, amount < pay {
          (entry.value(of: "to").map { Entry("\(entry.path).to", $0, entry.reading) } ?? entry).fault(
            .raiseBelowPay("\(entry.path).to", amount, date: date.description, pay: pay))
        }
      }
    }
  }

  /// `3% yearly`, `3% a year`, `3%/y`, `3%`
  private static func yearlyShare(_ text: String, _ entry: Entry) -> Double? {
    var number = text
    if let split = Entry.split(period: text), split.basis == .annual { number = split.number }
    guard number.contains("%") || QuantityText.decimal(number) != nil else {
      entry.fault(.unknownRaise(entry.path, text))
      return nil
    }
    return entry.share(number, 0...1)
  }

  /// An amount of money; a percentage goes under another key.
  static func step(_ entry: Entry, _ bounds: AmountBounds = .pay, in currency: OfferCurrency) -> Double? {
    if let text = entry.node.text, QuantityText.share(text) != nil {
      entry.fault(.raiseAsShare(entry.path, text))
      return nil
    }
    return entry.amount(bounds, in: currency)
  }

  private static func raise(_ item: Entry, _ currency: OfferCurrency) -> Raise? {
    var draft = Draft(currency: currency)
    let shape = "keys: {date: 2027-07-01, to: 195k}"
    guard table.read(item, into: &draft, owner: item.path, wanted: shape) else { return nil }
    if !item.hasAny(of: ["to", "by", "share"]) {
      item.fault(.missingKey("to, by or share", of: item.path, example: "to: 195k"))
    }
    // Without a date a share recurs every year; an amount has to say when.
    if !item.hasAny(of: ["date"]), item.hasAny(of: ["to", "by"]) {
      item.fault(.missingKey("date", of: item.path, example: "date: 2027-07-01"))
    }
    guard let size = draft.size?.value else { return nil }
    return Raise(
      timing: draft.date.map { .from($0) } ?? .yearly, size: size, isContractual: draft.isContractual)
  }
}
