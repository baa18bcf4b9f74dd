import Compensation
import Quantities

/// `company: {stage: series-b, fully_diluted: 26M, preferred_price: 6.40, cap_table: [...]}`: what is known of an employer
/// without a share price.
enum CompanyFields {
  /// The block, as far as it is stated.
  struct Draft {
    let currency: Currency
    var stage: PrivateCompany.Stage?
    var fullyDiluted: Double?
    var preferredPrice: Money?
    var commonPrice: Money?
    var classes: [ClassFields.Draft] = []
    var lastRound: Entry?
    var volatility: Double?
    var exitMonths: Int?
    var dilutions: [Double]?
    var value: Money?
    var isListed: Bool?
  }

  private static let table = FieldTable<Draft>([
    "stage": { $1.stage = stage($0) },
    "listed": { $1.isListed = $0.flag() },
    "fully_diluted": { $1.fullyDiluted = $0.shareCount() },
    "preferred_price": { $1.preferredPrice = $0.money(.price, usual: $1.currency) },
    "common_price": { $1.commonPrice = $0.money(.price, usual: $1.currency) },
    "cap_table": { $1.classes = ClassFields.read($0, currency: $1.currency) },
    "last_round": { $1.lastRound = $0 },
    "volatility": { $1.volatility = $0.share(0.01...10) },
    "exit": { $1.exitMonths = $0.months(1...240, text: "1mo and 20y") },
    "rounds": { $1.dilutions = dilutions($0) },
    "value": { $1.value = $0.money(.wealth, usual: $1.currency) },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var company = Draft(currency: draft.currency.currency)
    table.read(
      entry, into: &company, owner: entry.path, wanted: "keys: {fully_diluted: 26M, preferred_price: 6.40}")
    if let last = company.lastRound, let name = last.text(wanted: "a class of the cap table"),
      !company.classes.contains(where: { $0.name == name && $0.preference > 0 })
    {
      let known = company.classes.filter { $0.preference > 0 }.map(\.name)
      last.fault(.unknownClass(last.path, name, known: known))
    }
    draft.company = company
  }

  /// `series-b`, `Series B`, `seed`, `late`; `established` is late.
  private static func stage(_ entry: Entry) -> PrivateCompany.Stage? {
    guard let text = entry.text(wanted: "seed, series-a, series-b, series-c or late") else { return nil }
    if let stage = PrivateCompany.Stage(said: text) { return stage }
    entry.fault(.unknownChoice(entry.path, text, choices: PrivateCompany.Stage.allCases.map(\.rawValue)))
    return nil
  }

  /// What each round to come takes: `[18%, 15%]`, or `none`.
  private static func dilutions(_ entry: Entry) -> [Double]? {
    if entry.isText, entry.node.text?.lowercased() == "none" { return [] }
    guard let items = entry.items(wanted: "what each round takes, such as [18%, 15%], or none") else { return nil }
    let shares = items.compactMap { $0.share(0...0.95) }
    return shares.count == items.count ? shares : nil
  }
}

extension PrivateCompany.Stage {
  /// As people write it.
  init?(said text: String) {
    let folded = text.lowercased().replacing(" ", with: "-").replacing("_", with: "-")
    switch folded {
    case "established", "series-d", "series-e", "series-f", "pre-ipo", "growth": self = .late
    case "pre-seed": self = .seed
    case "a", "b", "c": self.init(rawValue: "series-" + folded)
    default: self.init(rawValue: folded)
    }
  }
}

/// `cap_table: [{class: B, shares: 5M, price: 6.40, preference: 1x, participating: capped, cap: 3x, rank: 1}, ...]`
enum ClassFields {
  struct Draft {
    let currency: Currency
    var name = ""
    var shares: Double?
    var price: Double?
    /// Times the price.
    var multiple = 1.0
    var participation = "no"
    var cap: (entry: Entry, multiple: Double)?
    var rank = 1
    var strike: Double?

    /// Money per share that is paid first.
    var preference: Double { (price ?? 0) * multiple }

    var made: ShareClass? {
      guard let shares else { return nil }
      let right: ShareClass.Right
      if let strike {
        right = .option(strike: strike)
      } else if let price, participation == "no" {
        right = .nonparticipating(preference: price * multiple)
      } else if let price {
        right = .participating(
          preference: price * multiple, cap: participation == "capped" ? cap.map { price * $0.multiple } : nil)
      } else {
        right = .common
      }
      return ShareClass(name, right, shares: shares, rank: rank)
    }
  }

  private static let table = FieldTable<Draft>(
    [
      "class": { $1.name = $0.text() ?? "" },
      "shares": { $1.shares = $0.shareCount() },
      "price": { $1.price = $0.money(.price, usual: $1.currency)?.amount },
      "preference": { $1.multiple = $0.multiple(0...20) ?? 1 },
      "participating": { $1.participation = $0.choice(["no", "yes", "capped"]) ?? "no" },
      "cap": { entry, draft in draft.cap = entry.multiple(1...100).map { (entry, $0) } },
      "rank": { $1.rank = $0.count(1...100, example: "1") ?? 1 },
      "strike": { $1.strike = $0.money(.price, usual: $1.currency)?.amount },
    ], required: ["class": "class: series-a", "shares": "shares: 5M"])

  static func read(_ entry: Entry, currency: Currency) -> [Draft] {
    (entry.items(wanted: "a list, one `- {class: B, shares: 5M, price: 6.40}` for each class") ?? []).compactMap {
      item in
      var draft = Draft(currency: currency)
      guard table.read(item, into: &draft, owner: item.path, wanted: "keys: {class: B, shares: 5M, price: 6.40}") else {
        return nil
      }
      if draft.participation == "capped", !item.hasAny(of: ["cap"]) {
        item.fault(.missingKey("cap", of: item.path, example: "cap: 3x"))
      }
      if let cap = draft.cap, cap.multiple < draft.multiple { cap.entry.fault(.capBelowPreference(cap.entry.path)) }
      return draft
    }
  }
}

extension Entry {
  /// A number of shares: `210000`, `26M`.
  func shareCount() -> Double? {
    guard let text = text(wanted: "a number of shares, such as 26M") else { return nil }
    guard let found = QuantityText.amount(text), found.mark == nil else {
      fault(.notANumber(path, text, example: "26M"))
      return nil
    }
    guard (0.001...1e12).contains(found.value) else {
      fault(.outOfRange(path, text, bounds: "0.001 and 1,000,000,000,000"))
      return nil
    }
    return found.value
  }

  /// A multiple: `1x`, `1.5x`, `2`.
  func multiple(_ bounds: ClosedRange<Double>) -> Double? {
    guard let text = text(wanted: "a multiple such as 1x") else { return nil }
    guard let value = QuantityText.decimal(text.lowercased().hasSuffix("x") ? String(text.dropLast()) : text) else {
      fault(.notANumber(path, text, example: "1x"))
      return nil
    }
    guard bounds.contains(value) else {
      fault(
        .outOfRange(
          path, text, bounds: "\(NumberText.short(bounds.lowerBound)) and \(NumberText.short(bounds.upperBound))"))
      return nil
    }
    return value
  }
}
