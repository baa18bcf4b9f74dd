import Quantities

/// Terms of an option, or of a right that pays like one.
///
///     {kind: iso, units: 12000, strike: 40, price: 42.50, vesting: 4y/1y cliff monthly, term: 10y, exercise_window:
/// 3mo}
public struct OptionTerms: Sendable, Equatable {
  /// What it is, and so how US law taxes it.
  public enum Kind: String, Sendable, Equatable {
    /// An incentive stock option, up to a limit a year.
    case incentive = "ISO"
    /// A nonqualified one.
    case nonqualified = "NSO"
    /// A right to the gain in money: nothing is bought.
    case appreciation = "SAR"
  }

  /// How it is priced.
  public enum Model: String, Sendable, Equatable {
    /// Exercised early at a multiple of the strike, on a tree: Hull and White.
    case lattice
    /// Held for the expected term of SAB 107, then exercised or not: Black, Scholes and Merton.
    case blackScholes = "black-scholes"
  }

  /// When it ends.
  public enum Expiry: Sendable, Equatable {
    /// Months after the grant.
    case months(Int)
    case date(CalendarDate)
  }

  public var kind: Kind
  /// Money per share.
  public var strike: Double
  /// Nil where the paper does not say: the usual term.
  public var expiry: Expiry?
  public var model: Model
  /// Exercised once the share is worth this many strikes; nil for the usual multiple of the level.
  public var exerciseMultiple: Double?
  /// Odds of leaving a year once vested, continuous; nil for the odds of a layoff at this employer.
  public var exitRate: Double?
  /// Months in which one may still buy after leaving; nil where the paper does not say.
  public var windowMonths: Int?
  /// Whether unvested options may be exercised, into shares that vest.
  public var allowsEarlyExercise: Bool
  /// Of a private company: whether time alone vests them, or an exit before they end too.
  public var trigger: DoubleTrigger?

  public init(
    kind: Kind = .nonqualified, strike: Double, expiry: Expiry? = nil, model: Model = .lattice,
    exerciseMultiple: Double? = nil, exitRate: Double? = nil, windowMonths: Int? = nil,
    allowsEarlyExercise: Bool = false, trigger: DoubleTrigger? = nil
  ) {
    self.kind = kind
    self.strike = strike
    self.expiry = expiry
    self.model = model
    self.exerciseMultiple = exerciseMultiple
    self.exitRate = exitRate
    self.windowMonths = windowMonths
    self.allowsEarlyExercise = allowsEarlyExercise
    self.trigger = trigger
  }
}
