import Quantities

/// The three facts that stand beside every market figure: how many, how old, how well the sources agree.
///
///     estimate.evidence.facts
///     // ["85 people in 14 organisations", "8 months old", "one source"]
public struct Evidence: Sendable, Equatable {
  /// People whose pay was counted, over the sources that say so; nil when none does.
  public let people: Double?
  public let organizations: Double?
  /// People the publisher estimates to be in the cell: a population, not a sample.
  public let population: Double?
  /// Months from the newest and from the oldest source to the question.
  public let months: ClosedRange<Int>
  public let sources: Int
  /// How far the source that is furthest from the answer is, as a share of it; nil for one source.
  public let gap: Double?

  init(of estimate: MarketEstimate) {
    let used = estimate.sources.filter { $0.weight > 0 }
    func total(_ figure: (SourceUse) -> Double?) -> Double? {
      let known = used.compactMap(figure)
      return known.isEmpty ? nil : known.reduce(0, +)
    }
    people = total(\.incumbents)
    organizations = total(\.organizations)
    population = used.compactMap(\.population).max()
    let ages = used.map { abs($0.months) }
    months = (ages.min() ?? 0)...(ages.max() ?? 0)
    sources = used.count
    let median = estimate.median
    gap = used.count > 1 ? used.map { abs($0.median / median - 1) }.max() : nil
  }

  /// The facts in words, in their order.
  public var facts: [String] { [number, age, agreement] }

  private var number: String {
    let counted = [Evidence.noun(people, "people", "person"), Evidence.noun(organizations, "employers", "employer")]
      .compactMap { $0 }
    if !counted.isEmpty { return counted.joined(separator: " of ") }
    return population.map { "an estimated \(NumberText.grouped($0)) people in the cell" } ?? "no count of people"
  }

  private var age: String {
    if months.upperBound == 0 { return "of this month" }
    let oldest = NumberText.count(months.upperBound, "month")
    return (months.lowerBound == months.upperBound ? oldest : "\(months.lowerBound) to \(oldest)") + " old"
  }

  private var agreement: String {
    guard let gap else { return "one source" }
    return "\(sources) sources, medians within \(NumberText.share((gap * 100).rounded(.up) / 100)) of this"
  }

  private static func noun(_ count: Double?, _ many: String, _ one: String) -> String? {
    count.map { "\(NumberText.grouped($0)) \($0 == 1 ? one : many)" }
  }
}
