import Quantities
import Simulation

/// Offers in the same courses of events: what each comes to, how sure that is, and which does better how often.
///
///     let courses = Courses(runs: 16_384, seed: 1)
///     let simulation = try OfferSimulation(of: valuations, among: offers, under: terms, courses: courses)
///     simulation.valuations[0].certain                    // 1,180,000: as good as the uncertain whole
///     simulation.valuations[0].simulated?.p10             // one course in ten ends below
///     simulation.difference(0, 1).probability             // how often the first is worth more
///
/// Draws are Sobol's, in sixteen replicates with a random shift each: their means differ by what the mean may be off. A
/// replicate depends on nothing but the offer and the seed, and replicates are put together in their order, so that it
/// does not matter who computes which.
public struct OfferSimulation: Sendable {
  /// Fewest draws that mean something: one in each replicate.
  public static let fewestRuns = replicates
  static let replicates = 16

  /// With certain value and percentiles, in the order given.
  public let valuations: [Valuation]
  private let courses: [OfferCourses]

  /// Values `valuations`, which are some of the offers of a scenario, in courses of events that all of them share.
  public init(
    of valuations: [Valuation], among offers: [Offer], under terms: ValuationTerms, courses: Courses
  ) throws {
    let plan = DrawPlan(offers: offers, years: terms.years)
    let paths = try valuations.map { try OfferPaths($0, plan: plan, terms: terms) }
    try self.init(valuations, paths, paths.map { terms.courses.courses(of: $0, courses) }, terms)
  }

  /// From courses that may have been computed anywhere.
  init(_ valuations: [Valuation], _ paths: [OfferPaths], _ courses: [OfferCourses], _ terms: ValuationTerms) throws {
    let attitude = try RiskAttitude(terms)
    self.courses = courses
    self.valuations = valuations.indices.map { offer in
      CertainValue(
        valuations[offer], paths: paths[offer], courses: courses[offer], attitude: attitude, terms: terms
      ).valuation
    }
  }

  /// An offer of ``valuations`` in a comparison: by its place, and a factor on all that it comes to.
  public struct Side: Sendable, ExpressibleByIntegerLiteral {
    let offer: Int
    let factor: Double

    /// `factor`: what is left after tax and prices of each unit; 1 before tax.
    public init(_ offer: Int, times factor: Double = 1) {
      self.offer = offer
      self.factor = factor
    }

    public init(integerLiteral offer: Int) { self.init(offer) }
  }

  /// How often an offer is worth more than another, a tie counting half.
  public func odds(_ first: Side, _ second: Side) -> Double {
    // Equal offers differ by the last digit of a sum, which is no difference.
    let wins = gaps(first, second).reduce(0) { $0 + ($1 > 0.005 ? 1 : $1 < -0.005 ? 0 : 0.5) }
    return wins / Double(max(1, courses[first.offer].totals.count))
  }

  /// The same, and by how much.
  public func difference(_ first: Side, _ second: Side) -> SimulatedDifference {
    SimulatedDifference(
      probability: odds(first, second),
      percentiles: SimulatedPercentiles(
        SampleQuantiles.values(of: gaps(first, second), at: SimulatedPercentiles.shares),
        valuations[first.offer].currency))
  }

  private func gaps(_ first: Side, _ second: Side) -> [Double] {
    zip(courses[first.offer].totals, courses[second.offer].totals).map { $0 * first.factor - $1 * second.factor }
  }
}
