import Quantities

/// Takes a pay text apart: words before, a mark, an amount or a range of two, a period, words after.
struct PayTextReader {
  private static let about: Set<String> = [
    "about", "around", "approx", "approximately", "roughly", "circa", "ca", "c", "avg", "average", "averages", "out",
    "to", "works", "but", "say", "contractor", "hourly", "base", "salary", "currently", "it's", "is", "an",
  ]

  private let currencies: CurrencyDirectory
  private var rest: [Character]
  private var rules: [PayText.Rule] = []
  private var mark: String?
  private var basis: PayBasis?

  init(_ text: String, currencies: CurrencyDirectory) {
    self.currencies = currencies
    rest = text.map { (character: Character) -> Character in
      if "\u{00A0}\u{202F}\u{2009}\t\n\r".contains(character) { return " " }
      if "–—−".contains(character) { return "-" }
      return character == "’" ? "'" : character
    }
    trim()
  }

  mutating func read() -> PayText? {
    // Accountants write what is owed as (90,000) or 90,000-: that is no pay.
    if rest.last == "-" || (rest.first == "(" && rest.last == ")") { return nil }
    guard readWordsBefore() else { return nil }
    guard var first = readAmount() else { return nil }
    if let second = readRangeEnd() {
      // 85-95k is 85k to 95k, and $65-$100K too.
      if first.scale == 1, second.scale > 1, first.number < second.number * second.scale / 10 {
        first.scale = second.scale
      }
      let (low, high) = (first.number * first.scale, second.number * second.scale)
      // Twice the pay or more is no range of one salary, and a falling one is a slip.
      guard low > 0, low <= high, high <= low * 3 else { return nil }
      note(.range)
      return finish((low + high) / 2)
    }
    return finish(first.number * first.scale)
  }

  private mutating func finish(_ amount: Double) -> PayText? {
    guard readWordsAfter(), readFurtherAmounts(beside: amount) else { return nil }
    return PayText(amount: amount, basis: basis, mark: mark, rules: rules)
  }

  private mutating func note(_ rule: PayText.Rule) {
    if !rules.contains(rule) { rules.append(rule) }
  }

  private mutating func trim() {
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
  }

  // MARK: - Before the amount

  private mutating func readWordsBefore() -> Bool {
    while let next = rest.first, !next.isNumber {
      if let mark = markAhead() {
        rest.removeFirst(mark.count)
        setMark(mark)
      } else if next == " " || next == "(" || next == ":" {
        rest.removeFirst()
      } else if next == "~" || next == "≈" {
        rest.removeFirst()
        note(.about)
      } else if next.isLetter {
        let word = String(rest.prefix { $0.isLetter || $0 == "'" }).lowercased()
        rest.removeFirst(word.count)
        if rest.first == "." || rest.first == "," { rest.removeFirst() }
        if Self.about.contains(word) {
          if word == "hourly" { setBasis(.hourly) } else { note(.about) }
        } else {
          return false
        }
      } else {
        return false
      }
    }
    return !rest.isEmpty
  }

  /// The code or the symbol of a currency that comes next, as it is typed: `US$`, `eur`, `₪`; nil where none does.
  private func markAhead() -> String? {
    let word = String(rest.prefix { $0.isLetter })
    if let sign = rest.dropFirst(word.count).first, !sign.isNumber, currencies.isMark(word + String(sign)) {
      return word + String(sign)
    }
    return !word.isEmpty && currencies.isMark(word) ? word : nil
  }

  private mutating func setMark(_ text: String) {
    // What says more counts: $90,000 CAD is in Canadian dollars.
    if mark == nil || mark == "$" { mark = text }
    note(.currencyMark)
  }

  private mutating func setBasis(_ found: PayBasis) {
    if basis == nil { basis = found }
    note(.period)
  }

  // MARK: - The amount

  private mutating func readAmount() -> (number: Double, scale: Double)? {
    var digits: [Character] = []
    var index = 0
    while index < rest.count {
      let character = rest[index]
      let isDigit = character.isASCII && character.isNumber
      let next = rest.dropFirst(index + 1).prefix(4)
      // A blank or an apostrophe between groups of three digits is a thousands mark: 73 000, 100'500.
      let isGroupAhead =
        next.count >= 3 && next.prefix(3).allSatisfy { $0.isASCII && $0.isNumber }
        && !(next.count == 4 && next.last.map { $0.isASCII && $0.isNumber } == true)
      if isDigit || character == "." || character == "," {
        digits.append(character)
      } else if character == "'" || character == " ", isGroupAhead, !digits.isEmpty {
        if digits.last != "," { digits.append(",") }
      } else {
        break
      }
      index += 1
    }
    let taken = index
    // A full stop or comma that ends the number belongs to the sentence.
    while let last = digits.last, last == "." || last == "," { digits.removeLast() }
    guard let number = number(String(digits)) else { return nil }
    rest.removeFirst(taken)
    return (number, readScale())
  }

  private mutating func number(_ text: String) -> Double? {
    let groups = text.split(separator: ".", omittingEmptySubsequences: false)
    // 65.000 is no pay with three decimals.
    if !text.contains(","), groups.count > 1, (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 })
    {
      note(.dotThousands)
      return QuantityText.decimal(groups.joined())
    }
    if text.contains(",") { note(.groupedThousands) }
    return QuantityText.decimal(text)
  }

  private mutating func readScale() -> Double {
    var ahead = rest[...]
    if ahead.first == " " { ahead.removeFirst() }
    let word = String(ahead.prefix { $0.isLetter }).lowercased()
    let scales = [
      "k": 1e3, "thousand": 1e3, "grand": 1e3, "m": 1e6, "mm": 1e6, "mil": 1e6, "mill": 1e6, "million": 1e6,
      "lakh": 1e5, "lakhs": 1e5,
    ]
    // "42kish" is 42k, about.
    let isAbout = word.hasSuffix("ish") && scales[String(word.dropLast(3))] != nil
    guard let scale = scales[isAbout ? String(word.dropLast(3)) : word] else { return 1 }
    rest = Array(ahead.dropFirst(word.count))
    if isAbout { note(.about) }
    note(.scale)
    return scale
  }

  private mutating func readRangeEnd() -> (number: Double, scale: Double)? {
    let held = self
    trim()
    if rest.first == "-" || rest.first == "/" {
      rest.removeFirst()
    } else if rest.starts(with: Array("to ")) {
      rest.removeFirst(3)
    } else {
      self = held
      return nil
    }
    trim()
    if let mark = markAhead() {
      rest.removeFirst(mark.count)
      setMark(mark)
    }
    guard rest.first?.isNumber == true, let end = readAmount(), rest.first != "%" else {
      self = held
      return nil
    }
    return end
  }

  // MARK: - After the amount

  private mutating func readWordsAfter() -> Bool {
    // Letters that touch the amount must be a mark, a period or "ish": 17000p and 230l000 are slips.
    if rest.starts(with: Array("ish")) {
      rest.removeFirst(3)
      note(.about)
    }
    if let next = rest.first, next.isLetter || next == "'" || next == "\"" || next == "”" {
      let word = String(rest.prefix { $0.isLetter })
      guard PayTalk.isPeriod(word.lowercased()) || currencies.isExactMark(word) else { return false }
    }
    if rest.first == "%" { return false }
    while let next = rest.first, next == "+" || next == "*" {
      rest.removeFirst()
      if rest.allSatisfy({ $0 == " " }) { note(.about) }
    }
    trim()
    if rest.isEmpty { return true }
    if let next = rest.first, !next.isLetter, currencies.isExactMark(String(next)), rest.count == 1 || rest[1] == " " {
      setMark(String(rest.removeFirst()))
      trim()
    }
    let talk = PayTalk(rest, currencies: currencies)
    if talk.changesAmount { return false }
    if let period = talk.period { setBasis(period) }
    if let code = talk.currency { setMark(code) }
    if talk.hasOtherWords { note(.wordsAfter) } else if talk.isVague { note(.about) }
    return true
  }

  /// Whether the amounts that follow the first leave it what it is: a bonus, or the same pay by another period.
  private mutating func readFurtherAmounts(beside first: Double) -> Bool {
    var ahead = self
    var others: [(amount: Double, period: PayBasis?)] = []
    while let start = ahead.rest.firstIndex(where: { $0.isASCII && $0.isNumber }) {
      ahead.rest.removeFirst(start)
      if ahead.rest.starts(with: Array("401k")) || ahead.rest.starts(with: Array("401(k")) {
        ahead.rest.removeFirst(3)
        continue
      }
      guard let found = ahead.readAmount() else { return false }
      others.append((found.number * found.scale, PayTalk(ahead.rest, currencies: currencies).period))
    }
    if others.isEmpty {
      if rest.contains(where: \.isNumber) { note(.wordsAfter) }
      return true
    }
    rules.removeAll { $0 == .wordsAfter }
    // 2021: 85,000 begins with a year.
    let isYear = !rules.contains(.scale) && mark == nil && (1_990...2_100).contains(first)
    if isYear { return false }
    if PayTalk.namesOtherPay(rest) {
      note(.otherPay)
      return true
    }
    guard others.count == 1, (others[0].period ?? .annual) != (basis ?? .annual) else { return false }
    let years = (first * factor(basis), others[0].amount * factor(others[0].period))
    guard abs(years.0 / years.1 - 1) < 0.15 else { return false }
    note(.samePay)
    return true
  }

  private func factor(_ basis: PayBasis?) -> Double { (basis ?? .annual).annualFactor(hoursPerYear: 2_080) }
}
