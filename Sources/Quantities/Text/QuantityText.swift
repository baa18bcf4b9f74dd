/// Reads amounts, shares and spans of time the way people write them, strictly: a text that is not entirely
/// a quantity is nil, never a guess.
///
///     QuantityText.amount("185k")        // 185,000, no currency named
///     QuantityText.amount("$1.2M")       // 1,200,000 with symbol "$"
///     QuantityText.share("4.5%")         // 0.045
///     QuantityText.months("18mo")        // 18
///     QuantityText.amount("-0.0.66962")  // nil
public enum QuantityText {
  /// An amount with the currency mark it was written with, if any.
  public struct Amount: Equatable, Sendable {
    public let value: Double
    /// `$`, `USD`, `€`, ... as written, or nil.
    public let mark: String?
  }

  /// Amounts: `185000`, `185,000`, `185k`, `$185,000.50`, `1.2M`, `USD 90k`, `90k EUR`, `-5k`.
  public static func amount(_ text: String) -> Amount? {
    var body = trimmed(text)
    var sign = 1.0
    if let first = body.first, first == "-" || first == "+" {
      if first == "-" { sign = -1 }
      body.removeFirst()
    }
    var mark: String?
    let leading = body.prefix { !isNumberCharacter($0) && $0 != " " && $0 != "-" }
    if !leading.isEmpty {
      mark = String(leading)
      body = trimmed(String(body.dropFirst(leading.count)))
      if body.first == "-", sign == 1 {
        sign = -1
        body.removeFirst()
      }
    }
    let digits = body.prefix(while: isNumberCharacter)
    var tail = trimmed(String(body.dropFirst(digits.count)))
    var scale = 1.0
    if let suffix = tail.first, let factor = ["k": 1e3, "K": 1e3, "m": 1e6, "M": 1e6][suffix],
      tail.count == 1 || tail.dropFirst().first == " "
    {
      scale = factor
      tail = trimmed(String(tail.dropFirst()))
    }
    if !tail.isEmpty {
      guard mark == nil, tail.allSatisfy({ $0.isLetter || $0.isCurrencySymbol }) else { return nil }
      mark = tail
    }
    guard let number = decimal(String(digits)) else { return nil }
    return Amount(value: sign * number * scale, mark: mark)
  }

  /// Shares: `20%`, `4.5 %`, `0.5%`; a sign is allowed. A bare number is not a share.
  public static func share(_ text: String) -> Double? {
    var body = trimmed(text)
    guard body.last == "%" else { return nil }
    body = trimmed(String(body.dropLast()))
    var sign = 1.0
    if let first = body.first, first == "-" || first == "+" {
      if first == "-" { sign = -1 }
      body.removeFirst()
    }
    guard let number = decimal(body) else { return nil }
    return sign * number / 100
  }

  /// Spans of time in whole months: `18mo`, `18 months`, `4y`, `2y6mo`, `1 year`.
  public static func months(_ text: String) -> Int? {
    var rest = Substring(trimmed(text).lowercased())
    var total = 0
    var found = false
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number <= 1_200 else { return nil }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      switch unit {
      case "y", "yr", "yrs", "year", "years": total += number * 12
      case "mo", "mos", "m", "month", "months": total += number
      default: return nil
      }
      found = true
    }
    return found ? total : nil
  }

  /// Spans in weeks: `26w`, `26 weeks`, `1 week`.
  public static func weeks(_ text: String) -> Double? { number(text, of: ["w", "wk", "wks", "weeks", "week"]) }

  /// Spans in days: `90d`, `90 days`, `1 day`.
  public static func days(_ text: String) -> Double? { number(text, of: ["d", "day", "days"]) }

  /// Any span of the calendar in months, 365.25 days being twelve: `2 weeks` is 14 days, 0.46 months.
  ///
  ///     QuantityText.calendarMonths("18mo")       // 18
  ///     QuantityText.calendarMonths("2 weeks")    // 0.4599...
  public static func calendarMonths(_ text: String) -> Double? {
    if let months = months(text) { return Double(months) }
    return (days(text) ?? weeks(text).map { 7 * $0 }).map { $0 * 12 / 365.25 }
  }

  /// The same in whole months, where days and weeks are near enough to them: `90 days` is 3, `10 days` nil.
  public static func wholeMonths(_ text: String) -> Int? {
    if let months = months(text) { return months }
    // Within six days, so that twelve months of thirty days are a year, and two weeks nothing.
    guard let span = calendarMonths(text), span <= 1_200, abs(span - span.rounded()) <= 0.2,
      span == 0 || span.rounded() > 0
    else { return nil }
    return Int(span.rounded())
  }

  /// A number before one of these words.
  private static func number(_ text: String, of units: [String]) -> Double? {
    let body = trimmed(text).lowercased()
    let digits = body.prefix { ($0.isASCII && $0.isNumber) || $0 == "." }
    guard units.contains(trimmed(String(body.dropFirst(digits.count)))) else { return nil }
    return decimal(String(digits))
  }

  /// Spans of a day in minutes: `25min`, `1h`, `1h 10min`.
  public static func minutes(_ text: String) -> Double? {
    var rest = Substring(trimmed(text).lowercased())
    var total = 0.0
    var found = false
    while !rest.isEmpty {
      let digits = rest.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      guard let number = decimal(String(digits)) else { return nil }
      rest = rest.dropFirst(digits.count).drop { $0 == " " }
      let unit = rest.prefix { $0.isLetter }
      rest = rest.dropFirst(unit.count).drop { $0 == " " }
      switch unit {
      case "h", "hr", "hour", "hours": total += number * 60
      case "min", "mins", "minute", "minutes": total += number
      default: return nil
      }
      found = true
    }
    return found ? total : nil
  }

  /// A plain decimal with or without thousands commas in their places: `1,234.5`; nil for anything else.
  public static func decimal(_ text: String) -> Double? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), !(parts[0].isEmpty && parts.count == 1) else { return nil }
    var whole = ""
    let groups = parts[0].split(separator: ",", omittingEmptySubsequences: false)
    for (index, group) in groups.enumerated() {
      if groups.count > 1, index == 0 ? !(1...3).contains(group.count) : group.count != 3 { return nil }
      whole += group
    }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard (whole + fraction).utf8.allSatisfy({ (48...57).contains($0) }), !(whole + fraction).isEmpty,
      parts.count == 1 || !fraction.isEmpty
    else { return nil }
    return Double(whole + (fraction.isEmpty ? "" : "." + fraction))
  }

  /// What a text with letters in place of digits was probably meant to say: `18O,000` gives `180,000`.
  public static func withLettersRead(_ text: String) -> String? {
    let swaps: [Character: Character] = ["O": "0", "o": "0", "l": "1", "I": "1", "S": "5", "B": "8"]
    let mended = String(text.map { swaps[$0] ?? $0 })
    guard mended != text, amount(mended) != nil || share(mended) != nil else { return nil }
    return mended
  }

  /// The same, but only what would be accepted: `18O` is 180 no employer pays a year, so `180k` is meant.
  ///
  ///     QuantityText.withLettersRead("18O") { (10_000...1_000_000).contains($0) }    // "180k"
  public static func withLettersRead(_ text: String, accepting isFine: (Double) -> Bool) -> String? {
    guard let mended = withLettersRead(text) else { return nil }
    guard let value = amount(mended)?.value else { return mended }
    if isFine(value) { return mended }
    let isPlain = mended.last.map(isNumberCharacter) ?? false
    return isPlain && isFine(value * 1_000) ? mended + "k" : nil
  }

  private static func isNumberCharacter(_ character: Character) -> Bool {
    character == "." || character == "," || (character.isASCII && character.isNumber)
  }

  private static func trimmed(_ text: String) -> String {
    var body = Substring(text)
    while let first = body.first, first.isWhitespace { body.removeFirst() }
    while let last = body.last, last.isWhitespace { body.removeLast() }
    return String(body)
  }
}
