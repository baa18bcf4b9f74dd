/// Which place taxes wages where home and work lie apart, by year.
public struct SourcingRules: Sendable {
  private struct Key: Hashable {
    let rule: SourcingFact.Rule
    let place: String
    let other: String?
  }

  private let facts: [Key: [SourcingFact]]

  public init(_ facts: [SourcingFact] = []) {
    let both = facts.flatMap { fact in
      fact.rule.isMutual
        ? [
          (Key(rule: fact.rule, place: fact.place, other: fact.other), fact),
          (Key(rule: fact.rule, place: fact.other ?? "", other: fact.place), fact),
        ] : [(Key(rule: fact.rule, place: fact.place, other: fact.other), fact)]
    }
    self.facts = Dictionary(grouping: both, by: \.0).mapValues { rows in
      rows.map(\.1).sorted { $0.effectiveFrom < $1.effectiveFrom }
    }
  }

  /// The fact in force in a year.
  func fact(_ rule: SourcingFact.Rule, _ place: String, _ other: String? = nil, year: Int) -> SourcingFact? {
    let last = facts[Key(rule: rule, place: place, other: other)]?.last { $0.effectiveFrom.year <= year }
    return last?.status == .ended ? nil : last
  }

  /// Whether days at home count as days at a place of work, a state or a city.
  ///
  /// - Parameter shareThere: Of the days of work, those that are worked there.
  func countsDaysAtHome(_ place: String, home: String, shareThere: Double, year: Int) -> Bool {
    if let fact = fact(.convenience, place, year: year) {
      guard let days = fact.amount else { return true }
      // Of 7 / 260 of the days, 7 days but for a rounding error.
      return shareThere * Self.workingDays > days + 1e-6
    }
    guard fact(.mutualConvenience, place, year: year) != nil else { return false }
    return [.convenience, .mutualConvenience].contains { fact($0, home, year: year) != nil }
  }

  /// Of a year of five-day weeks, for rules that count days.
  private static let workingDays = 260.0
}
