import Compensation
import Quantities

/// `company: {stage: series-b, fully_diluted: 26M, preferred_price: 6.40, cap_table: [...]}`: what is known of an
/// employer without a share price.
enum CompanyFields {
  /// The block, as far as it is stated.
  struct Draft {
    let entry: Entry
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
    "volatility": { $1.volatility = $0.volatility(from: 0.01) },
    "exit": { $1.exitMonths = $0.months(1...240, text: "1mo and 20y") },
    "rounds": { $1.dilutions = dilutions($0) },
    "value": { $1.value = $0.money(.wealth, usual: $1.currency) },
  ])

  static func read(_ entry: Entry, _ draft: inout OfferDraft) {
    var company = Draft(entry: entry, currency: draft.currency.currency)
    table.read(
      entry, into: &company, owner: entry.path, wanted: "keys: {fully_diluted: 26M, preferred_price: 6.40}")
    if let last = company.lastRound, let name = last.text(wanted: "a class of the cap table"),
      !company.classes.contains(where: { $0.name == name && $0.isPreferred })
    {
      let known = company.classes.filter(\.isPreferred).map(\.name)
      last.fault(.unknownClass(last.path, name, known: known))
    }
    // The price of common stock, which a table names beside its shares, is an appraisal.
    if company.commonPrice == nil, let price = company.classes.first(where: \.isCommon)?.price {
      company.commonPrice = Money(price, company.currency)
    }
    draft.company = company
  }

  /// Paths of what is stated of the company and moves no figure, once the grants are made.
  static func notValued(_ company: Draft, of grants: [GrantDraft], stage: PrivateCompany.Stage) -> [String] {
    func stated(_ key: String) -> Bool { company.entry.hasAny(of: [key]) }
    let path = company.entry.path
    // Each interest names the worth of the company itself, or goes by what is said here.
    let needsValue = grants.contains { $0.kind == "profits interest" && $0.companyValue == nil }
    // A cap table, or the ratio of late companies, says what a common share is worth.
    let knowsCommon = company.classes.contains(where: \.isPreferred) || stage == .late
    return (stated("value") && !needsValue ? ["\(path).value"] : [])
      + (stated("common_price") && knowsCommon ? ["\(path).common_price"] : [])
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
