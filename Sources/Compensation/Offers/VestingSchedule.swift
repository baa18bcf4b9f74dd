/// When units become owned: months after the grant, and the share that vests then. Shares add up to 1.
///
///     VestingSchedule("4y/1y cliff quarterly")    // 25 % in month 12, then 6.25 % every 3 months
///     VestingSchedule("33/33/22/12 quarterly")    // by year, each year in four parts
///     VestingSchedule("38/32/20/10")              // yearly
///     VestingSchedule("5/15/40/40")               // months 12 and 24, then 20 % every 6 months
///     VestingSchedule("3y cliff")                 // all of it in month 36
///     VestingSchedule("immediate")                // all of it at once, in month 0
public struct VestingSchedule: Sendable, Equatable {
  public struct Event: Sendable, Equatable {
    public let month: Int
    public let share: Double

    public init(month: Int, share: Double) {
      self.month = month
      self.share = share
    }
  }

  public let events: [Event]

  /// Explicit events, in any order.
  public init(events: [Event]) {
    self.events = events.sorted { $0.month < $1.month }
  }

  /// Equal steps over `months`, nothing before the cliff, which then delivers all that has accrued.
  public init(months: Int, cliff: Int, every step: Int) {
    let steps = max(1, months / step)
    var events: [Event] = []
    var accrued = 0.0
    for index in 1...steps {
      accrued += 1 / Double(steps)
      let month = index * step
      guard month >= cliff else { continue }
      events.append(Event(month: month, share: accrued))
      accrued = 0
    }
    self.init(events: events)
  }

  /// Shares by year, each year in equal parts.
  public init(yearShares: [Double], every step: Int) {
    let parts = max(1, 12 / step)
    self.init(
      events: yearShares.enumerated().flatMap { year, share in
        (1...parts).map { Event(month: 12 * year + $0 * step, share: share / Double(parts)) }
      })
  }

  /// Back-loaded as one large employer made it known: nobody who writes these shares without a step means whole years.
  private static let backLoaded = VestingSchedule(
    events: [(12, 0.05), (24, 0.15), (30, 0.2), (36, 0.2), (42, 0.2), (48, 0.2)].map { Event(month: $0, share: $1) })

  /// Reads `4y/1y cliff quarterly`, `3y yearly`, `33/33/22/12`, `5/15/40/40`, `3y cliff`, `immediate`; nil for anything
  /// else.
  public init?(_ text: String) {
    var words = text.lowercased().replacingSlashes().split(separator: " ").map(String.init)
    if words == ["immediate"] || words == ["immediately"] {
      self.init(events: [Event(month: 0, share: 1)])
      return
    }
    var step: Int?
    if let last = words.last, let named = VestingSchedule.steps[last] {
      step = named
      words.removeLast()
    }
    let shares = words.joined().split(separator: "|").map(String.init)
    if shares.count >= 2, let numbers = VestingSchedule.percents(shares) {
      if step == nil, numbers == [0.05, 0.15, 0.4, 0.4] {
        self = VestingSchedule.backLoaded
        return
      }
      self.init(yearShares: numbers, every: step ?? 12)
      return
    }
    guard let total = words.first.flatMap(VestingSchedule.span), total > 0 else { return nil }
    var rest = words.dropFirst().filter { $0 != "|" }
    var cliff = 0
    if words.dropFirst() == ["cliff"], step == nil {
      self.init(events: [Event(month: total, share: 1)])
      return
    }
    if let mark = rest.firstIndex(of: "cliff") {
      guard mark > rest.startIndex, let span = VestingSchedule.span(rest[mark - 1]) else { return nil }
      cliff = span
      rest.removeSubrange((mark - 1)...mark)
    }
    guard rest.isEmpty, cliff <= total, total % (step ?? 1) == 0 else { return nil }
    self.init(months: total, cliff: cliff, every: step ?? (cliff > 0 ? 1 : 12))
  }

  /// `[{month, share}]` as people say it, for messages.
  static let steps = [
    "monthly": 1, "quarterly": 3, "semiannual": 6, "semiannually": 6, "yearly": 12, "annual": 12, "annually": 12,
  ]

  private static func percents(_ texts: [String]) -> [Double]? {
    let numbers = texts.compactMap { Double($0.hasSuffix("%") ? String($0.dropLast()) : $0) }
    guard numbers.count == texts.count, numbers.allSatisfy({ $0 >= 0 }) else { return nil }
    let sum = numbers.reduce(0, +)
    // 33/33/22/12 says what it says; 33/33/33 means thirds.
    guard (98...102).contains(sum) else { return nil }
    return numbers.map { $0 / sum }
  }

  private static func span(_ word: String) -> Int? {
    let digits = word.prefix { $0.isNumber }
    guard let number = Int(digits), number <= 240 else { return nil }
    switch word.dropFirst(digits.count) {
    case "y", "yr", "year", "years": return number * 12
    case "mo", "m", "months": return number
    default: return nil
    }
  }
}

extension String {
  /// Slashes as words of their own, so that `4y/1y` and `4y / 1y` read alike.
  fileprivate func replacingSlashes() -> String {
    split(separator: "/", omittingEmptySubsequences: false).joined(separator: " | ")
  }
}
