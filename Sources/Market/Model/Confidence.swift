/// How far a market figure can be trusted, by a written rule.
///
/// Low: over 24 months old, no cell of its own, log standard error of the median above 0.20, or a role whose ratio is
/// itself low. Medium: through a role ratio, an error above 0.05, or shrunk at least half way. High: the rest.
public enum Confidence: String, Sendable, Comparable {
  case low, medium, high

  public static func < (left: Confidence, right: Confidence) -> Bool { left.order < right.order }

  private var order: Int {
    switch self {
    case .low: return 0
    case .medium: return 1
    case .high: return 2
    }
  }
}
