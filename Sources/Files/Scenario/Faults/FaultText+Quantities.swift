import Quantities

/// Faults of amounts, shares, dates and spans.
extension FaultText {
  static func payNotANumber(
    _ path: String, _ text: String, accepting range: ClosedRange<Double> = 0...(.infinity)
  ) -> FaultText {
    var cure = "write an amount such as 185k, $185,000 or 1.2M"
    if let letters = lettersReadCure(text, accepting: range.contains) {
      cure = letters
    } else if QuantityText.share(text) != nil {
      cure = "an amount of money is wanted here, such as 185k"
    } else if QuantityText.calendarMonths(text) != nil {
      cure = "that is a span of time; an amount is wanted, such as 185k"
    } else if text.lowercased().hasSuffix("x") {
      cure = "that is a multiple; an amount is wanted here, such as 185k"
    }
    return FaultText(.payNotANumber, "\(path) is \(shown(text))", cure: cure)
  }

  static func baseOfUnknownPeriod(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .payNotANumber, "\(path) is \(shown(text))",
      cure: "write pay a year, 178k, or with its period: 95/h, 760/day, 4k/wk, 14,833/mo")
  }

  static func negativePay(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .negativePay, "\(path) is \(shown(text)), less than nothing", cure: "remove the minus sign, or the line"
    )
  }

  static func shareNotAPercent(_ path: String, _ text: String) -> FaultText {
    var cure = "write a percentage such as 12%"
    if let letters = lettersReadCure(text) {
      cure = letters
    } else if let number = QuantityText.decimal(text), number < 1_000 {
      // 0.12 is how spreadsheets store 12 %.
      let percent = number > 0 && number <= 1 ? number * 100 : number
      cure = "a share needs its sign: did you mean \(plain(percent))%?"
    }
    return FaultText(.shareNotAPercent, "\(path) is \(shown(text))", cure: cure)
  }

  static func notANumber(_ path: String, _ text: String, example: String) -> FaultText {
    FaultText(
      .notANumber, "\(path) is \(shown(text))",
      cure: lettersReadCure(text) ?? "write a number such as \(example)")
  }

  /// A part of the company where a number of options is wanted.
  static func unitsAsShare(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .notANumber, "\(path) is \(shown(text))",
      cure: "write `percent: \(text.prefix(20))`, and the company's fully_diluted count turns it into units")
  }

  static func dateNotADate(_ path: String, _ text: String) -> FaultText {
    let parts = text.split(separator: "-")
    let isISO = parts.count == 3 && parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { Int($0) != nil }
    return FaultText(
      .dateNotADate, "\(path) is \(shown(text))",
      cure: isISO ? "there is no such day in the calendar" : "write year, month, day: 2027-01-15")
  }

  static func timeNotASpan(_ path: String, _ text: String) -> FaultText {
    var cure = "write a span such as 18mo, 4y, 2y6mo or 90 days"
    if let months = QuantityText.calendarMonths(text), months < 1_200 {
      // Days that are no whole number of months.
      let below = Int(months)
      cure = "whole months are wanted here: write \(below)mo or \(below + 1)mo"
    }
    if let number = Int(text), (0...999).contains(number) {
      cure = "\(number) of what? write \(number)mo or \(number)y"
    }
    return FaultText(.timeNotASpan, "\(path) is \(shown(text))", cure: cure)
  }

  static func leaveNotASpan(_ path: String, _ text: String) -> FaultText {
    FaultText(.timeNotASpan, "\(path) is \(shown(text))", cure: "write 25d, 5w or unlimited")
  }

  static func periodNotStated(_ path: String, _ text: String, orOnce: Bool) -> FaultText {
    let number = text.prefix(20)
    return FaultText(
      .periodNotStated, "\(path) is \(shown(text)): a month or a year?",
      cure: orOnce ? "write \(number)/mo, \(number)/y or `\(number) once`" : "write \(number)/mo or \(number)/y")
  }

  static func outOfRange(_ path: String, _ text: String, bounds: String, cure: String? = nil) -> FaultText {
    FaultText(.valueOutOfRange, "\(path) is \(shown(text))", cure: cure ?? "it must lie between \(bounds)")
  }

  static func rangeNotARange(_ path: String, _ text: String) -> FaultText {
    FaultText(.rangeNotARange, "\(path) is \(shown(text))", cure: "write both ends: 205k-260k")
  }

  static func rangeUpsideDown(_ path: String, low: Double, high: Double) -> FaultText {
    FaultText(
      .rangeUpsideDown, "\(path) begins with its higher end",
      cure: "did you mean \(NumberText.grouped(high))-\(NumberText.grouped(low))?")
  }

  static func unknownCurrency(_ path: String, mark: String, codes: [String]) -> FaultText {
    let near = suggestion(for: mark, among: codes)
    return FaultText(
      .unknownCurrency, "\(path): nothing is called \(shown(mark))",
      cure: near ?? "use an ISO code such as USD or EUR, or the suffixes k and M")
  }

  static func mixedCurrency(_ path: String, _ text: String, found: String, offer: String, line: Int?)
    -> FaultText
  {
    let place = line.map { " (line \($0))" } ?? ""
    return FaultText(
      .mixedCurrency, "\(path) is \(shown(text)), in \(found), but the offer's base is in \(offer)\(place)",
      cure: "write it in \(offer); only sign-on bonuses and equity may be in another currency")
  }

  static func otherCurrency(_ path: String, _ text: String, found: String, offer: String) -> FaultText {
    FaultText(
      .mixedCurrency, "\(path) is \(shown(text)), in \(found), but the offer is in \(offer)",
      cure: "write it in \(offer); to change an offer's currency, change all its amounts in the scenario's file")
  }

  static func mixedGrant(_ path: String, found: String, grant: String, line: Int) -> FaultText {
    FaultText(
      .mixedCurrency, "\(path) is in \(found), but the grant on line \(line) is in \(grant)",
      cure: "write both in one currency")
  }

  /// The text with letters read as the digits they resemble; nil when that makes no number of it.
  ///
  ///     FaultText.withLettersRead("18O,000")    // 180,000
  static func withLettersRead(_ text: String) -> String? {
    // "two" is no slip of the finger: at least one digit has to be there.
    guard text.count <= 40, text.contains(where: { $0.isASCII && $0.isNumber }) else { return nil }
    return QuantityText.withLettersRead(text)
  }

  /// `"O" is a letter; did you mean 180,000?`
  private static func lettersReadCure(
    _ text: String, accepting isFine: (Double) -> Bool = { _ in true }
  ) -> String? {
    guard withLettersRead(text) != nil, let mended = QuantityText.withLettersRead(text, accepting: isFine)
    else { return nil }
    let letter = zip(text, mended).first { $0 != $1 }?.0
    return "\"\(letter.map { String($0) } ?? "")\" is a letter; did you mean \(mended)?"
  }

  /// `12`, `4.5`
  private static func plain(_ value: Double) -> String { DecimalText(value, atMost: 6)?.text ?? "12" }
}
