import Quantities

/// The odds of still holding a job, month by month.
///
/// s(0) = 1, s(m) = s(m - 1)(1 - h): h is the monthly hazard of losing the job against one's will, higher in the
/// first year of a new one. The average leaver quits too.
public struct Survival: Sendable {
  /// Odds of losing the job in month m = 1, 2, ...
  let layoffHazards: [Double]
  let quitHazard: Double
  private let involuntary: [Double]
  private let averageLeaver: [Double]

  public init(layoffHazards: [Double], quitHazard: Double) {
    self.layoffHazards = layoffHazards
    self.quitHazard = quitHazard
    var stay = [1.0]
    var average = [1.0]
    for hazard in layoffHazards {
      stay.append((stay.last ?? 1) * (1 - hazard))
      average.append((average.last ?? 1) * (1 - hazard) * (1 - quitHazard))
    }
    involuntary = stay
    averageLeaver = average
  }

  /// Certain to stay until the end of the month before a departure, and to be gone by the end of its month.
  init(until departure: Departure, months: Int) {
    let month = max(1, departure.month)
    layoffHazards = (1...max(months, month)).map { departure.isLayoff && $0 == month ? 1 : 0 }
    quitHazard = 0
    involuntary = (0...max(months, month)).map { $0 < month ? 1 : 0 }
    averageLeaver = involuntary
  }

  /// For an offer, from the hazard rows of its kind of employer.
  public init(of offer: Offer, terms: ValuationTerms) throws {
    if let departure = offer.leaves {
      self.init(until: departure, months: max(terms.months, 120))
      return
    }
    let parameters = terms.parameters
    let hazard = try Survival.monthlyHazard(of: offer, terms: terms)
    let factor = offer.isCurrentJob ? 1 : try parameters.value("hazard.first-year-factor", on: terms.asOf)
    let quit = try parameters.value("hazard.quit", on: terms.asOf)
    self.init(
      layoffHazards: (1...max(terms.months, 120)).map { min(1, hazard * ($0 <= 12 ? factor : 1)) },
      quitHazard: quit)
  }

  /// The monthly odds of losing a job against one's will after its first year, from the row of its kind of employer.
  static func monthlyHazard(of offer: Offer, terms: ValuationTerms) throws -> Double {
    // A start-up that has had its seed or first round is as young as it says.
    let isYoung = offer.employerKind == "funded start-up" && ["seed", "series-a"].contains(offer.stage.lowercased())
    let kind = isYoung ? "seed start-up" : offer.employerKind
    let hazard = try terms.parameters.row(
      "hazard.involuntary", scopes: [kind, "other"].filter { !$0.isEmpty }, on: terms.asOf
    ).value
    guard kind == "seed start-up", let runway = offer.runwayMonths, runway > 0 else { return hazard }
    // A company that runs out of money lets everyone go: half the odds within the runway.
    return max(hazard, 0.5 / Double(runway))
  }

  /// Odds of not having lost the job by the end of month m.
  public func odds(atEndOf month: Int) -> Double { involuntary[min(max(0, month), involuntary.count - 1)] }

  /// The same for the average leaver, who also quits.
  public func oddsOfAverageLeaver(atEndOf month: Int) -> Double {
    averageLeaver[min(max(0, month), averageLeaver.count - 1)]
  }

  /// Odds of being laid off in month m.
  public func oddsOfLayoff(in month: Int) -> Double { odds(atEndOf: month - 1) * layoffHazards[month - 1] }

  /// Odds that the average leaver quits in month m; a layoff is tested first.
  public func oddsOfQuit(in month: Int) -> Double {
    oddsOfAverageLeaver(atEndOf: month - 1) * (1 - layoffHazards[month - 1]) * quitHazard
  }

  /// Odds that the average leaver is laid off in month m: lower later on, since some have quit before.
  public func oddsOfLayoffOfAverageLeaver(in month: Int) -> Double {
    oddsOfAverageLeaver(atEndOf: month - 1) * layoffHazards[month - 1]
  }

  /// Odds of losing the job in the first month.
  public var firstHazard: Double { layoffHazards.first ?? 0 }
}
