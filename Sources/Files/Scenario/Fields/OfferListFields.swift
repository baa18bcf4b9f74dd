import Compensation
import Market
import Quantities

/// The list `offers`.
enum OfferListFields {
  /// Words that paths use for other things.
  static let reservedIDs = [
    "me", "assumptions", "market", "offers", "scenarios", "negotiation", "taxes", "all",
  ]

  /// The ids of all offers, faulty ones too, so that paths to those are not called unknown.
  struct Names {
    private(set) var inOrder: [String] = []
    private var lines: [String: Int] = [:]

    func contains(_ id: String) -> Bool { lines[id] != nil }

    /// The line on which an id was used first.
    func line(of id: String) -> Int? { lines[id] }

    mutating func add(_ id: String, line: Int) {
      inOrder.append(id)
      lines[id] = line
    }
  }

  struct Result {
    var offers: [Offer] = []
    var names = Names()
    /// The list of raises of each offer, as written.
    var raises: [[Entry]] = []
  }

  static func read(_ entry: Entry, home: Location?) -> Result {
    var result = Result()
    if let text = entry.node.text, !entry.node.isEmpty {
      entry.fault(.offersElsewhere(text))
      return result
    }
    guard let items = entry.items(wanted: "a list, one `- id: ...` for each offer") else { return result }
    if items.isEmpty { entry.fault(.noOffers()) }
    var current: Entry?
    for item in items {
      guard let draft = draft(item, home: home) else { continue }
      let id = draft.offer.id
      if let entry = draft.id, !id.isEmpty {
        if let line = result.names.line(of: id) {
          entry.fault(.duplicateOffer(id, firstLine: line))
        } else {
          result.names.add(id, line: entry.line)
        }
      }
      if draft.offer.isCurrentJob, let kind = draft.kind {
        if let current { kind.fault(.twoCurrentJobs(firstLine: current.line)) } else { current = kind }
      }
      if draft.hasBase {
        result.offers.append(draft.offer)
        result.raises.append(draft.raiseEntries)
      }
    }
    return result
  }

  private static func draft(_ item: Entry, home: Location?) -> OfferDraft? {
    let reading = item.reading
    let base = item.value(of: "base")
    let marked = base.flatMap { CashFields.currency(ofBase: $0, names: reading.names) }
    let currency = OfferCurrency(currency: marked ?? reading.currency, base: marked == nil ? nil : base)
    let offer = Offer(id: "", title: "", kind: .written, baseSalary: .zero(currency.currency))
    var draft = OfferDraft(reading, offer: offer, currency: currency, home: home)
    // The id first: notes about the other fields name it.
    if let id = item.value(of: "id") { draft.offer.id = identifier(Entry("id", id, reading)) ?? "" }
    // Paths within an offer begin at the offer: `equity[0].price`.
    let shape = "keys: {id: seattle, base: 228k}"
    guard item.isMapping else {
      item.fault(.wrongShape(item.path, found: item.node.shape, wanted: shape))
      return nil
    }
    OfferFields.table.read(Entry("", item.node, reading), into: &draft, owner: "the offer", wanted: shape)
    if draft.offer.title.isEmpty {
      draft.offer.title = draft.offer.employer.isEmpty ? draft.offer.id : draft.offer.employer
    }
    RemoteFields.settle(&draft)
    CashFields.settle(&draft)
    EquityFields.settle(&draft)
    OfferChecks.check(draft)
    return draft
  }

  private static func identifier(_ entry: Entry) -> String? {
    guard let text = entry.text(wanted: "a short name such as seattle") else { return nil }
    let isWord = text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    let isReserved = reservedIDs.contains(text.lowercased())
    if !isWord || text.count > 40 || isReserved {
      entry.fault(.badOfferID(text, isReserved: isReserved))
      return nil
    }
    return text
  }
}
