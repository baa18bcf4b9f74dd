import Compensation
import Quantities

/// `hsa: 900/y`, `hsa: {employer: 1,500/y, cover: family}`
enum HealthAccountFields {
  private struct Draft {
    let currency: OfferCurrency
    var perYear: Double?
    var isFamily: Bool?
  }

  private static let table = FieldTable<Draft>(
    [
      "employer": { entry, draft in draft.perYear = entry.amountPerMonth(in: draft.currency).map { $0 * 12 } },
      "cover": { $1.isFamily = BenefitFields.isFamily($0) },
    ], required: ["employer": "employer: 900/y"])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft(currency: offer.currency)
    if entry.isText {
      draft.perYear = entry.amountPerMonth(in: offer.currency).map { $0 * 12 }
    } else {
      table.read(entry, into: &draft, owner: entry.path, wanted: "900/y, or keys: {employer: 900/y}")
    }
    guard let perYear = draft.perYear else { return }
    offer.offer.benefits.healthAccount = HealthAccount(employerPerYear: perYear, isFamily: draft.isFamily)
  }
}

/// `parental_leave: 16w`, `parental_leave: {paid: 16w, share: 100%, expects: yes}`
enum ParentalLeaveFields {
  private struct Draft {
    var weeks: Double?
    var share = 1.0
    var odds = 0.0
  }

  private static let table = FieldTable<Draft>(
    [
      "paid": { $1.weeks = weeks($0) },
      "share": { $1.share = $0.share(0...1) ?? 1 },
      "expects": { $1.odds = AllowanceFields.use($0) ?? 0 },
    ], required: ["paid": "paid: 16w"])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft()
    if entry.isText {
      draft.weeks = weeks(entry)
    } else {
      table.read(entry, into: &draft, owner: entry.path, wanted: "16w, or keys: {paid: 16w, expects: yes}")
    }
    guard let weeks = draft.weeks else { return }
    offer.offer.benefits.parentalLeave = ParentalLeave(weeks: weeks, share: draft.share, odds: draft.odds)
    // Worth nothing to who expects no child: said, so that it can be counted.
    if draft.odds == 0 { offer.state("parental leave", "\(NumberText.short(weeks)) weeks") }
  }

  private static func weeks(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "16w") else { return nil }
    let number = QuantityText.weeks(text) ?? QuantityText.months(text).map { Double($0) * 52 / 12 }
    guard let number else {
      entry.fault(.unknownTerm(entry.path, text, cure: "write 16w, or 4mo"))
      return nil
    }
    guard number <= 104 else {
      entry.fault(.outOfRange(entry.path, text, bounds: "0w and 104w"))
      return nil
    }
    return number
  }
}

/// `insurance: {life: 2x, disability: 60%, age: 48}`
enum InsuranceFields {
  private static let table = FieldTable<InsuranceCover>([
    "life": { $1.lifeMultiple = multiple($0) ?? 0 },
    "disability": { $1.disabilityShare = $0.share(0...1) ?? 0 },
    "age": { $1.age = $0.number(15...90, text: "15 and 90", example: "48") },
  ])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var cover = InsuranceCover()
    guard table.read(entry, into: &cover, owner: entry.path, wanted: "keys: {life: 2x, disability: 60%}") else {
      return
    }
    offer.offer.benefits.insurance = cover
  }

  /// `2x`, `2x base` or `2`
  private static func multiple(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "multiples of base: 2x") else { return nil }
    let first = text.lowercased().split(separator: " ").first.map(String.init) ?? text
    guard let number = QuantityText.decimal(first.hasSuffix("x") ? String(first.dropLast()) : first), number <= 20
    else {
      entry.fault(.unknownTerm(entry.path, text, cure: "write multiples of base, at most 20: 2x"))
      return nil
    }
    return number
  }
}

/// `commute: 25min`, one way; `commute: {one_way: 25min, cost: 12/day, days: 3}`; `commute: none`
enum CommuteFields {
  private struct Draft {
    let currency: OfferCurrency
    var commute = CommuteTerms(minutesOneWay: 0)
  }

  private static let table = FieldTable<Draft>([
    "one_way": { $1.commute.minutesOneWay = minutes($0) ?? 0 },
    "cost": { $1.commute.costPerDay = cost($0, $1.currency) ?? 0 },
    "days": { $1.commute.daysPerWeek = $0.number(0...7, text: "0 and 7", example: "3") },
  ])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft(currency: offer.currency)
    if entry.isText {
      if entry.node.text?.lowercased() == "none" {
        offer.offer.benefits.commute = CommuteTerms.none
        return
      }
      guard let minutes = minutes(entry) else { return }
      draft.commute.minutesOneWay = minutes
    } else {
      let shape = "25min, none, or keys: {one_way: 25min, cost: 12/day}"
      guard table.read(entry, into: &draft, owner: entry.path, wanted: shape) else { return }
    }
    offer.offer.benefits.commute = draft.commute
  }

  /// `25min`, `1h`, `1h 10min`
  private static func minutes(_ entry: Entry) -> Double? {
    guard let text = entry.text(wanted: "minutes one way: 25min") else { return nil }
    guard let number = QuantityText.minutes(text) else {
      entry.fault(.unknownTerm(entry.path, text, cure: "write the way there, such as 25min or 1h 10min; or none"))
      return nil
    }
    guard number <= 300 else {
      entry.fault(.outOfRange(entry.path, text, bounds: "0min and 5h"))
      return nil
    }
    return number
  }

  /// `12/day`, or by any other period of work.
  private static func cost(_ entry: Entry, _ currency: OfferCurrency) -> Double? {
    guard let text = entry.text(wanted: "an amount a day: 12/day") else { return nil }
    let parts = text.split(separator: "/").map { Entry.trimmed(String($0)) }
    guard parts.count == 1 || (parts.count == 2 && ["day", "d"].contains(parts[1].lowercased())) else {
      entry.fault(.unknownTerm(entry.path, text, cure: "write what a day at the office costs: 12/day"))
      return nil
    }
    return entry.amount(parts[0], in: currency)
  }
}
