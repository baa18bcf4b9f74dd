/// All classes of a company's shares and options: who is paid what out of its equity.
///
///     let table = CapTable([
///       ShareClass("A", .nonparticipating(preference: 1), shares: 2_000_000),
///       ShareClass("common", .common, shares: 8_000_000),
///     ])
///     table.totalPreference                  // 2,000,000
///     table.equity(atCommonValue: 3)         // 30,000,000
///     table.breakpoints.map(\.equity)        // 2,000,000 and 10,000,000
public struct CapTable: Sendable, Equatable {
  public let classes: [ShareClass]

  /// Shares from 0, some above 0; at least one class.
  public init(_ classes: [ShareClass]) { self.classes = classes }

  /// Where the class with this name stands; the first, if there are more.
  public func index(of name: String) -> Int? { classes.firstIndex { $0.name == name } }

  /// What must be paid before common gets anything.
  public var totalPreference: Double { classes.reduce(0) { $0 + $1.shares * $1.preference } }

  /// Fully diluted: every option exercised, every preferred share converted.
  public var totalShares: Double { classes.reduce(0) { $0 + $1.shares } }

  /// All that is paid when a common share is worth `value`.
  public func equity(atCommonValue value: Double) -> Double {
    classes.reduce(0) { $0 + $1.shares * $1.payout(atCommonValue: value) }
  }

  /// Where the sharing changes, from the point at which all preferences are covered.
  public struct Breakpoint: Sendable, Equatable {
    /// Of a common share.
    public let commonValue: Double
    public let equity: Double
  }

  /// In ascending order, the first at a common value of 0.
  ///
  /// Reference: Mercer Capital, A Layperson's Guide to the Option Pricing Model (2016), exhibit 9.
  public var breakpoints: [Breakpoint] {
    var values = [0.0]
    for kink in classes.flatMap(\.kinks).sorted() where kink > 0 {
      // A cap less a preference may miss another class's price by the last digit.
      if kink > (values.last ?? 0) * (1 + 1e-12) { values.append(kink) }
    }
    return values.map { Breakpoint(commonValue: $0, equity: equity(atCommonValue: $0)) }
  }

  /// Shares, class by class, that gain when a common share is worth more than `value`.
  func gainingShares(above value: Double) -> [Double] {
    // Past a kink by the same last digit.
    classes.map { $0.gains(above: value * (1 + 1e-12)) ? $0.shares : 0 }
  }
}
