import Quantities
import Simulation

/// How many courses of events to simulate, and the seed they are drawn by.
public struct Courses: Sendable, Equatable {
  /// 0 simulates nothing: there is no certain value then.
  public let runs: Int
  public let seed: UInt64

  public init(runs: Int, seed: UInt64) {
    self.runs = runs
    self.seed = seed
  }
}

/// Offers in the same courses of events: what each comes to, how sure that is, and which does better how often.
///
///     let simulation = try OfferSimulation(of: valuations, among: offers, under: terms, courses: Courses(runs: 16_384, seed: 1))
///     simulation.valuations[0].certain                    // 1,180,000: as good as the uncertain whole
///     simulation.valuations[0].simulated?.p10             // one course in ten ends below
///     simulation.difference(0, 1).probability             // how often the first is worth more
///
/// Draws are Sobol's, in sixteen replicates with a random shift each: their means differ by what the mean may be off. A
/// replicate depends on nothing but the seed, and replicates are put together in their order, so that it does not matter
/// who computes which.
public struct OfferSimulation: Sendable {
  /// Fewest draws that mean something: one in each replicate.
  public static let fewestRuns = replicates
  static let replicates = 16

  /// With certain value and percentiles, in the order given.
  public let valuations: [Valuation]
  /// Total of each offer, in money, draw by draw.
  private let totals: [[Double]]

  /// Values `valuations`, which are some of the offers of a scenario, in courses of events that all of them share.
  public init(
    of valuations: [Valuation], among offers: [Offer], under terms: ValuationTerms, courses: Courses
  ) throws {
    let plan = DrawPlan(offers: offers, years: terms.years)
    let paths = try valuations.map { try OfferPaths($0, plan: plan, terms: terms) }
    let replicates = (0..<Self.replicates).map { Replicate(of: paths, number: $0, courses: courses) }
    try self.init(valuations, paths, replicates, terms)
  }

  /// From replicates that may have been computed anywhere.
  init(_ valuations: [Valuation], _ paths: [OfferPaths], _ replicates: [Replicate], _ terms: ValuationTerms) throws {
    let attitude = try RiskAttitude(terms)
    let totals = valuations.indices.map { offer in replicates.flatMap { $0.totals[offer] } }
    self.totals = totals
    self.valuations = valuations.indices.map { offer in
      CertainValue(
        valuations[offer], paths: paths[offer], totals: totals[offer], moments: replicates.map { $0.moments[offer] },
        attitude: attitude, terms: terms
      ).valuation
    }
  }

  /// How often an offer is worth more than another, a tie counting half, and by how much.
  public func difference(_ first: Int, _ second: Int) -> SimulatedDifference {
    let gaps = zip(totals[first], totals[second]).map { $0 - $1 }
    // Equal offers differ by the last digit of a sum, which is no difference.
    let wins = gaps.reduce(0) { $0 + ($1 > 0.005 ? 1 : $1 < -0.005 ? 0 : 0.5) }
    return SimulatedDifference(
      probability: wins / Double(max(1, gaps.count)),
      percentiles: SimulatedPercentiles(of: gaps, valuations[first].currency))
  }
}

/// What divides two offers over all courses of events.
public struct SimulatedDifference: Sendable, Equatable {
  /// That the first is worth more.
  public let probability: Double
  /// Of the first less the second.
  public let percentiles: SimulatedPercentiles
}

/// One replicate of the draws: what each offer came to.
struct Replicate: Sendable {
  /// Totals by offer, then by draw.
  let totals: [[Double]]
  let moments: [CertainValue.Moments]

  /// Replicate `number` has its part of all runs.
  init(of paths: [OfferPaths], number: Int, courses: Courses) {
    let runs = courses.runs
    let count = runs / OfferSimulation.replicates + (number < runs % OfferSimulation.replicates ? 1 : 0)
    var draws = EvenDraws(
      dimensions: Set(paths.flatMap(\.dimensions)).sorted(), seed: courses.seed, replicate: number)
    var totals = paths.map { _ in [Double]() }
    for offer in paths.indices { totals[offer].reserveCapacity(count) }
    var moments = paths.map { CertainValue.Moments(slots: $0.slots.count) }
    var scratches = paths.map(\.scratch)
    for _ in 0..<count {
      draws.next()
      for offer in paths.indices {
        let total = paths[offer].total(draws.point, &scratches[offer])
        totals[offer].append(total)
        moments[offer].add(scratches[offer].values, slots: paths[offer].slots, apart: total - paths[offer].expected)
      }
    }
    self.totals = totals
    self.moments = moments
  }
}
