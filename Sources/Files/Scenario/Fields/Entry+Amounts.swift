import Quantities

/// Bounds beyond which an amount cannot be meant.
struct AmountBounds {
  let range: ClosedRange<Double>
  let text: String
  /// What to say about an amount below them.
  var cureBelow: String?

  /// A base salary a year. The upper end leaves room for currencies of small units.
  static let salary = AmountBounds(
    range: 1_000...10_000_000_000, text: "1,000 and 10,000,000,000 a year",
    cureBelow:
      "base is pay a year, 1,000 to 10,000,000,000: write 178k for 178,000, or 95/h for an hourly rate")
  static let dailyRate = AmountBounds(range: 8...8_000_000, text: "8 and 8,000,000 a day")
  static let weeklyRate = AmountBounds(range: 20...100_000_000, text: "20 and 100,000,000 a week")
  static let hourlyRate = AmountBounds(range: 1...1_000_000, text: "1 and 1,000,000 an hour")
  static let monthlySalary = AmountBounds(range: 50...1_000_000_000, text: "50 and 1,000,000,000 a month")
  static let pay = AmountBounds(range: 0...10_000_000_000, text: "0 and 10,000,000,000")
  static let wealth = AmountBounds(range: 0...1_000_000_000_000, text: "0 and 1,000,000,000,000")
  static let price = AmountBounds(range: 0.000_001...1_000_000_000, text: "0.000001 and 1,000,000,000")
}

extension Entry {
  /// An amount in whatever currency it is marked with, `usual` when unmarked.
  func money(_ bounds: AmountBounds = .pay, usual: Currency) -> Money? {
    guard let text = text(wanted: "an amount such as 185k"), let found = amountText(text, bounds) else {
      return nil
    }
    return Money(found.value, found.currency ?? usual)
  }

  /// An amount a month: `2,400`, `2,400/mo`, `2,400 a month`.
  func monthlyMoney(usual: Currency) -> Money? {
    guard let text = text(wanted: "an amount a month such as 2,400") else { return nil }
    let unit = ["/month", "/mo", " a month", " per month", " monthly"].first { text.lowercased().hasSuffix($0) } ?? ""
    guard let found = amountText(String(text.dropLast(unit.count)), .price) else { return nil }
    return Money(found.value, found.currency ?? usual)
  }

  /// An amount that must be in the offer's currency.
  func amount(_ bounds: AmountBounds = .pay, in offer: OfferCurrency) -> Double? {
    guard let text = text(wanted: "an amount such as 185k") else { return nil }
    return amount(text, bounds, in: offer)
  }

  /// The same of a part of the entry's text.
  func amount(_ text: String, _ bounds: AmountBounds = .pay, in offer: OfferCurrency) -> Double? {
    guard let found = amountText(text, bounds) else { return nil }
    if let marked = found.currency, marked != offer.currency {
      fault(
        .mixedCurrency(
          path, text, found: marked.code, offer: offer.currency.code,
          line: offer.base.map { reading.line(of: $0) }))
      return nil
    }
    return found.value
  }

  /// A number with the currency of its mark; reports what is no amount, negative or out of bounds.
  func amountText(_ text: String, _ bounds: AmountBounds) -> (value: Double, currency: Currency?)? {
    guard let parsed = QuantityText.amount(text) else {
      fault(.payNotANumber(path, text, accepting: bounds.range))
      return nil
    }
    var currency: Currency?
    if let mark = parsed.mark {
      currency = reading.names.currencies.find(mark)
      if currency == nil {
        let isSlip =
          FaultText.withLettersRead(text) != nil || QuantityText.calendarMonths(text) != nil || mark.lowercased() == "x"
        fault(
          isSlip
            ? .payNotANumber(path, text, accepting: bounds.range)
            : .unknownCurrency(path, mark: mark, codes: reading.names.currencies.codes))
        return nil
      }
    }
    // -0 is as wrong as -1: nobody writes a minus for nothing.
    if parsed.value.sign == .minus {
      fault(.negativePay(path, text))
      return nil
    }
    guard bounds.range.contains(parsed.value) else {
      let below = parsed.value < bounds.range.lowerBound ? bounds.cureBelow : nil
      fault(.outOfRange(path, text, bounds: bounds.text, cure: below))
      return nil
    }
    return (parsed.value, currency)
  }

  /// An amount a month: `310/mo`, `3,720/y`, `143 a week`.
  func amountPerMonth(in offer: OfferCurrency) -> Double? {
    guard let text = text(wanted: "an amount with its period, such as 310/mo") else { return nil }
    return amountPerMonth(text, in: offer)
  }

  /// The same of a part of the entry's text; `orOnce` where the caller reads `once` too, for the cure.
  func amountPerMonth(_ text: String, in offer: OfferCurrency, orOnce: Bool = false) -> Double? {
    guard let (number, basis) = Entry.split(period: text), basis != .hourly, basis != .daily else {
      // Report a number that is none as such, and only then the missing period; nothing is nothing in any.
      guard let amount = amount(text, in: offer) else { return nil }
      if amount == 0 { return 0 }
      fault(.periodNotStated(path, text, orOnce: orOnce))
      return nil
    }
    return amount(number, in: offer).map { $0 * basis.annualFactor(hoursPerYear: 2_080) / 12 }
  }

  /// `310/mo` as `310` and monthly; nil when no period is named.
  static func split(period text: String) -> (number: String, basis: PayBasis)? {
    let words = text.replacing("/", with: " / ").split(separator: " ").map { $0.lowercased() }
    guard words.count >= 2, let last = words.last else { return nil }
    let bases: [String: PayBasis] = [
      "mo": .monthly, "month": .monthly, "monthly": .monthly, "m": .monthly, "y": .annual, "yr": .annual,
      "year": .annual, "yearly": .annual, "annual": .annual, "wk": .weekly, "week": .weekly,
      "weekly": .weekly, "h": .hourly, "hr": .hourly, "hour": .hourly, "hourly": .hourly,
      "2wk": .biweekly, "biweekly": .biweekly, "paycheck": .biweekly, "fortnight": .biweekly,
      "d": .daily, "day": .daily, "daily": .daily, "w": .weekly,
    ]
    guard let basis = bases[last] else { return nil }
    var number = words.dropLast()
    if let link = number.last, ["/", "a", "per"].contains(link) { number = number.dropLast() }
    return (number.joined(separator: " "), basis)
  }

  /// Two amounts with a dash between them, or a list of two.
  func range(in offer: OfferCurrency) -> ClosedRange<Double>? {
    let ends: [(entry: Entry, text: String)]
    if isText {
      guard let text = text() else { return nil }
      let parts = Entry.splitRange(text)
      guard parts.count == 2 else {
        fault(.rangeNotARange(path, text))
        return nil
      }
      ends = parts.map { (self, $0) }
    } else {
      guard let items = items(wanted: "both ends: 205k-260k") else { return nil }
      let texts = items.compactMap { item in item.text(wanted: "an amount").map { (item, $0) } }
      guard texts.count == 2, items.count == 2 else {
        if texts.count == items.count { fault(.rangeNotARange(path, "\(items.count) items")) }
        return nil
      }
      ends = texts
    }
    let numbers = ends.map { $0.entry.amount($0.text, .salary, in: offer) }
    guard let low = numbers[0], let high = numbers[1] else { return nil }
    guard low <= high else {
      fault(.rangeUpsideDown(path, low: low, high: high))
      return nil
    }
    return low...high
  }

  /// The parts around `-`, an en dash or `to`.
  private static func splitRange(_ text: String) -> [String] {
    text.replacing(" to ", with: "-").split(omittingEmptySubsequences: false) { "-–—".contains($0) }
      .map { trimmed(String($0)) }
  }
}

/// The currency of an offer, and the base that set it.
struct OfferCurrency {
  let currency: Currency
  /// Nil when the base names no currency.
  let base: YAMLNode?
}
