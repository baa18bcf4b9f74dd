/// How far a market figure can be trusted, by a written rule from three facts: how many people or employers it rests
/// on, how old it is, how well its sources agree (see ``Evidence``).
///
/// | | low, when any holds | medium, when any holds |
/// | --- | --- | --- |
/// | how many | fewer people or employers than `source.thin-incumbents`, `source.thin-organizations` | no count given |
/// | | the median's log standard error above 0.20 | above 0.05 |
/// | | no cell of its own in the place | its own cell believed less than half |
/// | how old | more than `ageing.low-confidence-months` | |
/// | agreement | | a source's median further from the blend than `source.disagreement` |
/// | matching | a role ratio that is itself low; CIO and CTO | any role ratio |
/// | element | total cash that no source measures | |
///
/// High otherwise. A blend has the lowest confidence of the sources that have `confidence.counted-weight` of it or
/// more: a tenth of doubt does not spoil the rest, and two fifths do.
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
