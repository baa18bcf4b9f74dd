/// How far a market figure can be trusted, by a written rule from three facts: how many people or employers it rests
/// on, how old it is, how well its sources agree (see ``Evidence``).
///
/// | | low, when any holds | medium, when any holds |
/// | --- | --- | --- |
/// | how many | under `source.thin-incumbents`, `source.thin-organizations` | under `confidence.small-sample`; no count |
/// | | the median's log standard error above `confidence.error-low` | above `confidence.error-medium` |
/// | | no cell of its own in the place | its own cell believed less than `confidence.believed-share` |
/// | | a median that is a top code | |
/// | how old | more than `ageing.low-confidence-months` | |
/// | whose word | | a survey that does not say who reports the pay |
/// | agreement | | a source's median further from the blend than `source.disagreement` |
/// | matching | a role ratio that is itself low; CIO and CTO | any role ratio |
/// | element | total cash that no source measures | |
///
/// High otherwise. The names are rows of `MarketData/parameters/market`; ``ConfidenceRule`` applies them to one source.
/// A blend has the lowest confidence of the sources that have `confidence.counted-weight` of it or more: a tenth of
/// doubt does not spoil the rest, and two fifths do.
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
