import Compensation
import Quantities

/// `cap_table: [{class: B, shares: 5M, price: 6.40, preference: 1x, participating: capped, cap: 3x, rank: 1}, ...]`
enum ClassFields {
  struct Draft {
    let currency: Currency
    var name = ""
    var shares: Double?
    var price: Double?
    /// Times the price.
    var multiple = 1.0
    var isPreferenceStated = false
    var participation = "no"
    var cap: (entry: Entry, multiple: Double)?
    var rank = 1
    var strike: Double?

    /// Bought by investors at its price: no options, and not the common stock, whose price is an appraisal.
    var isPreferred: Bool { price != nil && strike == nil && !isCommon }
    /// Common stock, by its name and by what it is not.
    var isCommon: Bool {
      strike == nil && !isPreferenceStated && participation == "no" && name.lowercased().hasPrefix("common")
    }
    /// Money per share that is paid first.
    var preference: Double { isPreferred ? (price ?? 0) * multiple : 0 }

    var made: ShareClass? {
      guard let shares else { return nil }
      let right: ShareClass.Right
      if let strike {
        right = .option(strike: strike)
      } else if isCommon {
        right = .common
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
      "preference": {
        $1.multiple = $0.multiple(0...20) ?? 1
        $1.isPreferenceStated = true
      },
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
