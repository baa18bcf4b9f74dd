import Market

/// The facts beside a market figure, and its confidence in words next to the number.
enum MarketEvidenceText {
  /// What the median is called where it stands alone: a low-confidence one never goes by its plain name.
  static func medianLabel(_ estimate: MarketEstimate) -> String {
    estimate.confidence == .low ? "median, low confidence" : "median"
  }

  /// `medium (about 7,730 people in the cell; 18 months old; one source)`
  static func sentence(_ estimate: MarketEstimate) -> String {
    "\(estimate.confidence.rawValue) (\(estimate.evidence.facts.joined(separator: "; ")))"
  }

  static func json(_ evidence: Evidence) -> JSONValue {
    [
      "n_incumbents": .orNull(evidence.people) { .amount($0) },
      "n_organizations": .orNull(evidence.organizations) { .amount($0) },
      "population": .orNull(evidence.population) { .amount($0) },
      "months_newest": .integer(evidence.months.lowerBound), "months_oldest": .integer(evidence.months.upperBound),
      "sources": .integer(evidence.sources), "largest_gap": .orNull(evidence.gap) { .ratio($0) },
    ]
  }
}
