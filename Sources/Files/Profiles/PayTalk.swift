import Quantities

/// What stands between an amount and the next one: a period, a currency, words that change the amount, or talk.
struct PayTalk {
  let period: PayBasis?
  let currency: String?
  let hasOtherWords: Bool
  /// Whether a word such as `approx` stands there.
  let isVague: Bool
  /// Whether a word makes it another amount than a full year's pay: `part time`, `net`, `x 2080`, `per day`.
  let changesAmount: Bool

  private static let periods: [String: PayBasis] = [
    "hr": .hourly, "hour": .hourly, "hourly": .hourly, "hrly": .hourly, "h": .hourly, "ph": .hourly, "week": .weekly,
    "wk": .weekly, "weekly": .weekly, "pw": .weekly, "biweekly": .biweekly, "fortnight": .biweekly,
    "fortnightly": .biweekly, "month": .monthly, "mo": .monthly, "mth": .monthly, "monthly": .monthly,
    "pm": .monthly, "pcm": .monthly, "year": .annual, "yr": .annual, "annum": .annual, "annual": .annual,
    "annually": .annual, "yearly": .annual, "pa": .annual, "y": .annual,
  ]
  private static let about: Set<String> = ["ish", "approx", "approximately", "roughly", "about", "ballpark"]
  /// What may stand between an amount and its period: `20 dollars an hour`.
  private static let joining: Set<String> = [
    "per", "an", "a", "p", "every", "each", "paid", "base", "salary", "gross", "dollars", "pounds", "euros",
  ]
  private static let changing: Set<String> = [
    "fte", "hours", "hrs", "weeks", "wks", "day", "days", "daily", "diem", "pd", "months", "x", "times", "net", "rata",
    "prorata", "prorated", "pt", "summer", "semester", "season", "seasonal", "bi", "semi", "twice", "parttime", "tbd",
    "tba", "tbc",
  ]
  /// Words that come in twos: the second makes the first one count.
  private static let changingPairs: [String: Set<String>] = [
    "part": ["time"], "after": ["tax", "taxes"], "take": ["home"], "half": ["time"], "p": ["t"],
  ]
  static let otherPay: Set<String> = [
    "bonus", "bonuses", "commission", "commissions", "equity", "stock", "rsu", "rsus", "options", "incentive",
    "incentives", "overtime", "ot", "stipend", "variable", "profit", "allowance", "ote", "lti", "sti", "tips",
  ]

  /// `pcm`, `hr` and the like, as it may touch an amount.
  static func isPeriod(_ word: String) -> Bool { word.count > 1 && periods[word] != nil }

  /// Whether words say that other amounts are other pay: `+ 20% bonus`.
  static func namesOtherPay(_ text: [Character]) -> Bool { words(of: text[...]).contains { otherPay.contains($0.key) } }

  init(_ rest: [Character], currencies: CurrencyDirectory) {
    let words = Self.words(of: rest[...])
    // Only the words before the next amount say what this one is: "37,000 (17.85 per hour)" is a year's pay.
    let talk = rest.prefix { !$0.isNumber }
    let near = Self.words(of: talk)
    var found: PayBasis?
    var code: String?
    var (others, vague) = (0, 0)
    var isJoined = true
    var hasLaterPeriod = false
    for (index, word) in near.enumerated() {
      if let period = Self.periods[word.key] {
        // The period of the amount stands at once behind it; later ones belong to other things.
        if found == nil, isJoined {
          found = period
          continue
        }
        hasLaterPeriod = hasLaterPeriod || period != .annual
        others += 1
      } else if index == 0, currencies.isExactMark(word.text) {
        code = word.text
        continue
      } else if Self.about.contains(word.key) {
        vague += 1
        continue
      } else if !Self.joining.contains(word.key) || !isJoined {
        isJoined = false
        others += 1
      } else if ["base", "salary", "gross", "paid"].contains(word.key) {
        others += 1
      }
    }
    if rest.first == "(", found != nil, near.count > 3 { found = nil }
    period = found
    currency = code
    hasOtherWords = others > 0
    isVague = vague > 0
    changesAmount =
      WholePay.isSaid(in: talk, near: near.map(\.key), all: words.map(\.key)) || WholePay.namesBaseLater(rest)
      || hasLaterPeriod && found == nil && !words.contains { Self.otherPay.contains($0.key) } || Self.areChanging(words)
  }

  private static func areChanging(_ words: [(text: String, key: String)]) -> Bool {
    for (index, word) in words.enumerated() {
      let next = index + 1 < words.count ? words[index + 1].key : nil
      if changing.contains(word.key) { return true }
      if let next, changingPairs[word.key]?.contains(next) == true { return true }
      // Of what else than a period: a project, a session.
      if word.key == "per", let next, periods[next] == nil { return true }
    }
    return false
  }

  /// The words of a text, as typed and in small letters; `p.a.` is one, 8k is k.
  private static func words(of text: ArraySlice<Character>) -> [(text: String, key: String)] {
    text.filter { $0 != "." }.split { !$0.isLetter && !$0.isNumber }.compactMap { part in
      let word = String(part.drop { $0.isNumber })
      return word.isEmpty ? nil : (word, word.lowercased())
    }
  }
}

extension CurrencyDirectory {
  /// Whether a text is the code of a known currency or one of its symbols, as the table writes it: `GBP`, `Kč`.
  func isExactMark(_ text: String) -> Bool { byMark[text] != nil }

  /// The same with codes in letters of any size: `gbp`, `us$`.
  func isMark(_ text: String) -> Bool {
    if isExactMark(text) { return true }
    let isCode = text.count == 3 && text.allSatisfy { $0.isASCII && $0.isLetter }
    return (isCode || text.hasSuffix("$")) && isExactMark(text.uppercased())
  }
}
