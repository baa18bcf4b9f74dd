/// One point of a pay distribution: the pay below which a share of people earn.
///
///     PercentilePoint(probability: 0.5, pay: 203_340)
public struct PercentilePoint: Sendable, Equatable {
  /// How the pay figure is to be read.
  public enum Reading: String, Sendable {
    /// The figure itself.
    case exact
    /// At least this much: the publisher's top code (`#` in OEWS).
    case atLeast = "at least"
    /// Printed by the publisher, but above the level it used to hide.
    case soft
    /// Beyond what any source of a blend gives: our extension of their curves.
    case extended
  }

  /// Between 0 and 1: 0.9 for P90.
  public let probability: Double
  /// Pay in whole units of the distribution's currency and basis; positive.
  public var pay: Double
  public var reading: Reading

  public init(probability: Double, pay: Double, reading: Reading = .exact) {
    self.probability = probability
    self.pay = pay
    self.reading = reading
  }

  /// Whether a curve can go through it: pay above zero, probability strictly inside 0 to 1.
  var isUsable: Bool {
    guard pay > 0, probability > 0 else { return false }
    return probability < 1
  }

  /// The five probabilities that surveys publish.
  public static let published = [0.1, 0.25, 0.5, 0.75, 0.9]
}
