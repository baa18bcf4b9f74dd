import Simulation

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
