/// One class of a company's shares, or of rights to them, and what it is paid when the company is sold.
///
///     let seriesB = ShareClass("B", .participating(preference: 6, cap: 12), shares: 5_000_000, rank: 2)
///     seriesB.payout(atCommonValue: 3)     // 9: its preference and a share like everyone's
///     seriesB.payout(atCommonValue: 10)    // 12: its cap
///     seriesB.payout(atCommonValue: 20)    // 20: it converts
///
/// Amounts are money per share; the cap is on preference and participation together, and not below the preference.
public struct ShareClass: Sendable, Equatable {
  public enum Right: Sendable, Equatable {
    case common
    /// Options and warrants.
    case option(strike: Double)
    /// The preference, or what a common share gets: the larger.
    case nonparticipating(preference: Double)
    /// The preference and then a common share's part, up to a cap if there is one; or a common share's if that is more.
    case participating(preference: Double, cap: Double?)
  }

  public let name: String
  public let right: Right
  /// Number of shares, as if converted to common.
  public let shares: Double
  /// Order in which preferences are paid: 1 first.
  public let rank: Int

  public init(_ name: String, _ right: Right, shares: Double, rank: Int = 1) {
    self.name = name
    self.right = right
    self.shares = shares
    self.rank = rank
  }

  /// Money per share when a common share is worth `value`, all preferences being covered.
  public func payout(atCommonValue value: Double) -> Double {
    switch right {
    case .common: value
    case .option(let strike): max(0, value - strike)
    case .nonparticipating(let preference): max(preference, value)
    case .participating(let preference, let cap?): max(min(preference + value, cap), value)
    case .participating(let preference, nil): preference + value
    }
  }

  /// Money per share before a common share gets anything.
  public var preference: Double {
    switch right {
    case .common, .option: 0
    case .nonparticipating(let preference), .participating(let preference, _): preference
    }
  }

  /// Values of a common share at which the class starts or stops to share in more.
  var kinks: [Double] {
    switch right {
    case .common, .participating(_, nil): []
    case .option(let strike): [strike]
    case .nonparticipating(let preference): [preference]
    case .participating(let preference, let cap?): [cap - preference, cap]
    }
  }

  /// Whether it gains from a common share worth a little more than `value`.
  func gains(above value: Double) -> Bool {
    switch right {
    case .common, .participating(_, nil): true
    case .option(let strike): value >= strike
    case .nonparticipating(let preference): value >= preference
    case .participating(let preference, let cap?): value < cap - preference || value >= cap
    }
  }
}
