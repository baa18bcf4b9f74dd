import Quantities
import Simulation
import Synchronization

/// What one offer comes to over all simulated courses of events, whoever computed which replicate of them.
struct OfferCourses: Sendable {
  /// Draw by draw, in money.
  let totals: [Double]
  /// By replicate.
  let moments: [Moments]
  /// Where one course in ten, half of them, and nine in ten end below.
  let quantiles: [Double]

  /// From all replicates, in their order.
  init(_ replicates: [Replicate]) {
    totals = replicates.flatMap(\.totals)
    moments = replicates.map(\.moments)
    quantiles = SampleQuantiles.values(of: totals, at: SimulatedPercentiles.shares)
  }

  init(of paths: OfferPaths, _ courses: Courses) {
    let stretch = paths.stretch
    self.init(
      (0..<OfferSimulation.replicates).map { Replicate(of: paths, number: $0, courses: courses, in: stretch) })
  }
}

/// Courses computed before. A named scenario changes one offer of several, and the others need not be drawn again.
///
/// Equal paths have equal courses, so that remembering them changes no figure.
final class CourseMemo: Sendable {
  /// Totals that are kept at most: more would fill memory.
  private static let mostTotals = 2_000_000

  private struct Entry {
    let paths: OfferPaths
    let courses: Courses
    let found: OfferCourses
  }

  private let known = Mutex<[Entry]>([])

  func courses(of paths: OfferPaths, _ courses: Courses) -> OfferCourses {
    let entry = known.withLock { $0.first { $0.courses == courses && $0.paths == paths } }
    if let entry { return entry.found }
    let found = OfferCourses(of: paths, courses)
    known.withLock { known in
      guard (known.count + 1) * courses.runs <= CourseMemo.mostTotals else { return }
      known.append(Entry(paths: paths, courses: courses, found: found))
    }
    return found
  }
}
