/// Words behind an amount that say it is more than base pay, or another part of it.
///
///     WholePay.isSaid(in: " all-in", near: ["all", "in"], all: ["all", "in"])         // true
///     WholePay.isSaid(in: " + bonus", near: ["bonus"], all: ["bonus"])                // false: on top
///     WholePay.namesBaseLater(Array(" (130 base 40 stock)"))                          // true
enum WholePay {
  /// They say so alone.
  private static let names: Set<String> = [
    "ote", "tc", "tcc", "ttc", "ctc", "total", "package", "allin", "loaded", "inclusive",
  ]
  /// They say so where other pay follows: 95k with a master's is base pay.
  private static let joining: Set<String> = [
    "with", "w", "incl", "including", "include", "includes", "after",
  ]
  /// What is small beside pay, and may be in it.
  private static let small: Set<String> = ["stipend", "allowance", "tips"]

  /// `near`: the words before the next amount, `all` those behind it too.
  static func isSaid(in talk: ArraySlice<Character>, near: [String], all: [String]) -> Bool {
    if near.first == "base" { return false }
    for (index, word) in near.enumerated() {
      let before = index > 0 ? near[index - 1] : ""
      // What comes on top, and what is said not to be in it.
      if ["not", "no", "excl", "excluding"].contains(before) || near[..<index].contains("plus") { continue }
      if names.contains(word) || word == "all" && near.dropFirst(index + 1).first == "in" { return true }
      if joining.contains(word), hasOtherPay(all.dropFirst(index + 1)) { return true }
      if word == "included", isOtherPay(before) { return true }
    }
    guard near.count == 1, isOtherPay(near[0]) else { return false }
    return talk.prefix { !$0.isLetter }.allSatisfy { $0 == " " }
  }

  private static func isOtherPay(_ word: String) -> Bool {
    PayTalk.otherPay.contains(word) && !small.contains(word) || ["super", "superannuation"].contains(word)
  }

  /// Whether the next words name pay that is there: `bonus`, but not `no bonus` or `bonus potential`.
  private static func hasOtherPay(_ words: ArraySlice<String>) -> Bool {
    guard let place = words.prefix(4).firstIndex(where: isOtherPay) else { return false }
    let denied: Set<String> = ["no", "o", "out", "without"]
    let hoped: Set<String> = ["potential", "opportunity", "eligible", "eligibility", "possible"]
    return denied.isDisjoint(with: words[..<place]) && hoped.isDisjoint(with: words[(place + 1)...].prefix(2))
  }

  /// Whether a later amount is called the base: `180000 (130 base 40 stock)`.
  static func namesBaseLater(_ rest: [Character]) -> Bool {
    let parts = rest.split { !$0.isLetter && !$0.isNumber }
    return zip(parts, parts.dropFirst()).contains { number, word in
      number.first?.isNumber == true && String(word).lowercased() == "base"
    }
  }
}
