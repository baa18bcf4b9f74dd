import Quantities

/// The rule of ``Confidence`` for one source: its numbers are rows of `MarketData/parameters/market/confidence.csv`,
/// `source.thin-*` and `ageing.low-confidence-months`, which a scenario can set.
///
///     let rule = try ConfidenceRule(parameters: parameters, on: date)
///     rule.grade(ofError: 0.07)    // .medium: above 0.05
struct ConfidenceRule {
  /// What one fact of a source allows at best, and why.
  struct Limit: Equatable {
    let confidence: Confidence
    let reason: String
  }

  private let errorLow, errorMedium, believedShare: Double
  private let smallSample, thinPeople, thinEmployers: Double
  private let oldMonths: Int

  init(parameters: ParameterTable, on date: CalendarDate) throws {
    errorLow = try parameters.value("confidence.error-low", on: date)
    errorMedium = try parameters.value("confidence.error-medium", on: date)
    believedShare = try parameters.value("confidence.believed-share", on: date)
    smallSample = try parameters.value("confidence.small-sample", on: date)
    thinPeople = try parameters.value("source.thin-incumbents", on: date)
    thinEmployers = try parameters.value("source.thin-organizations", on: date)
    oldMonths = Int(try parameters.value("ageing.low-confidence-months", on: date))
  }

  /// By the log standard error of a median.
  func grade(ofError error: Double) -> Confidence {
    if error > errorLow { return .low }
    return error > errorMedium ? .medium : .high
  }

  /// By how far a place's own cell is believed: 0.48 of it is medium at best.
  func grade(ofBelief share: Double) -> Confidence { share < believedShare ? .medium : .high }

  /// Months between the survey and the question, on either side.
  func age(months: Int) -> Limit? {
    guard abs(months) > oldMonths else { return nil }
    let age = NumberText.count(abs(months), "month")
    return Limit(confidence: .low, reason: "the survey is \(age) from the date asked for")
  }

  /// How many people or employers a cell counts; nil where they are enough, or not counted.
  func sample(_ cell: PayCell) -> Limit? {
    let counts = [
      (cell.incumbents, "people", "person", thinPeople), (cell.organizations, "employers", "employer", thinEmployers),
    ]
    let few = counts.compactMap { count, many, one, limit in
      count.flatMap { $0 < limit ? "\(Self.count($0, many, one)) (under \(NumberText.grouped(limit)))" : nil }
    }
    if !few.isEmpty { return Limit(confidence: .low, reason: "only " + few.joined(separator: " and ")) }
    guard let count = cell.incumbents ?? cell.organizations, count < smallSample else { return nil }
    let noun = cell.incumbents == nil ? "employers" : "people"
    return Limit(
      confidence: .medium, reason: "a small sample (under \(NumberText.grouped(smallSample)) \(noun))")
  }

  /// Who reports the pay, where a survey leaves it open.
  func kind(of dataset: MarketDataset) -> Limit? {
    dataset.sourceKind == .unstated
      ? Limit(confidence: .medium, reason: "who reports the pay is not stated") : nil
  }

  /// A median of which only the lower bound is known.
  func topCode(of pay: PayDistribution) -> Limit? {
    pay.points.contains { $0.probability == 0.5 && $0.reading == .atLeast }
      ? Limit(confidence: .low, reason: "the median is a top code: at least so much") : nil
  }

  private static func count(_ count: Double, _ many: String, _ one: String) -> String {
    "\(NumberText.grouped(count)) \(count == 1 ? one : many)"
  }
}
