import Compensation
import Quantities

/// `notice: 3mo`, `garden_leave: 2 weeks`, `non_compete: 12mo, 50 miles`
enum LeavingFields {
  static func notice(_ entry: Entry, _ draft: inout OfferDraft) {
    draft.offer.leavingTerms.noticeMonths = entry.calendarMonths(0...36, text: "0mo and 3y")
  }

  static func gardenLeave(_ entry: Entry, _ draft: inout OfferDraft) {
    draft.offer.leavingTerms.gardenLeaveMonths = entry.calendarMonths(0...36, text: "0mo and 3y")
  }

  /// The span first, then whatever else it says, which stays a note.
  static func nonCompete(_ entry: Entry, _ draft: inout OfferDraft) {
    guard let text = entry.text(wanted: "12mo, or none") else { return }
    let parts = text.split(separator: ",", maxSplits: 1).map { Entry.trimmed(String($0)) }
    guard let months = parts.first.flatMap(QuantityText.wholeMonths) else {
      entry.fault(.unknownTerm(entry.path, text, cure: "write 12mo, `12mo, 50 miles`, or none"))
      return
    }
    guard (0...60).contains(months) else {
      entry.fault(.outOfRange(entry.path, text, bounds: "0mo and 5y"))
      return
    }
    draft.offer.leavingTerms.nonCompeteMonths = months
    if parts.count == 2 { draft.state("non-compete", parts[1]) }
  }
}

/// `change_in_control: {pay: 2x, includes: base and bonus, trigger: double}`, or in words: `double trigger, 12mo`.
enum ChangeOfControlFields {
  private struct Draft {
    let currency: OfferCurrency
    var size: SeveranceTerms.Size?
    var includesBonus = false
    var trigger = ChangeOfControl.Trigger.double
    var isTriggerStated = false
    var excise = ChangeOfControl.Excise.bestNet
    var odds: Double?
    var baseAmount: Double?
  }

  private static let table = FieldTable<Draft>(
    [
      "pay": { $1.size = SeveranceFields.size($0, $1.currency.currency) },
      "includes": { $1.includesBonus = $0.choice(["base", "base and bonus"]) == "base and bonus" },
      "trigger": { entry, draft in
        let found = entry.choice(ChangeOfControl.Trigger.allCases.map(\.rawValue))
        draft.trigger = found.flatMap(ChangeOfControl.Trigger.init) ?? .double
        draft.isTriggerStated = true
      },
      "excise": { entry, draft in
        let found = entry.choice(ChangeOfControl.Excise.allCases.map(\.rawValue))
        draft.excise = found.flatMap(ChangeOfControl.Excise.init) ?? .bestNet
      },
      "odds": { $1.odds = $0.odds() },
      "base_amount": { $1.baseAmount = $0.amount(.salary, in: $1.currency) },
    ], required: ["pay": "pay: 18mo"])

  static func read(_ entry: Entry, _ offer: inout OfferDraft) {
    var draft = Draft(currency: offer.currency)
    if entry.isText {
      words(entry, &draft)
    } else {
      let shape = "18mo, or keys: {pay: 18mo, includes: base and bonus, trigger: double}"
      guard table.read(entry, into: &draft, owner: entry.path, wanted: shape) else { return }
    }
    guard let size = draft.size else { return }
    var terms = ChangeOfControl(
      pay: SeveranceTerms(size: size, includesBonus: draft.includesBonus), trigger: draft.trigger,
      excise: draft.excise, annualOdds: draft.odds, baseAmount: draft.baseAmount)
    terms.isTriggerStated = draft.isTriggerStated
    terms.isExciseStated = !entry.isText && entry.hasAny(of: ["excise"])
    offer.offer.leavingTerms.changeOfControl = terms
  }

  /// `18mo`, `18mo and the bonus`, `double trigger, 12mo`
  private static func words(_ entry: Entry, _ draft: inout Draft) {
    guard let text = entry.text(wanted: "18mo, or double trigger, 12mo") else { return }
    for part in text.lowercased().split(separator: ",").map({ Entry.trimmed(String($0)) }) {
      var words = part.split(separator: " ").map(String.init)
      if words == ["double", "trigger"] || words == ["single", "trigger"] {
        draft.trigger = ChangeOfControl.Trigger(rawValue: words[0]) ?? .double
        draft.isTriggerStated = true
        continue
      }
      if words.last == "bonus" {
        words.removeLast()
        draft.includesBonus = true
        while let last = words.last, ["and", "the", "target", "plus", "base"].contains(last) { words.removeLast() }
      }
      guard draft.size == nil, let size = SeveranceFields.span(words.joined(separator: " ")) else {
        entry.fault(
          .unknownTerm(entry.path, text, cure: "write `18mo`, `18mo and the bonus`, keys: {pay: 18mo, ...}, or none"))
        return
      }
      draft.size = size
    }
  }
}
