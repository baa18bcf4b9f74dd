import Simulation

/// One replicate of the draws: what an offer came to.
///
/// It depends on nothing but the offer's paths, its number and the seed.
struct Replicate: Sendable {
  /// Draw by draw.
  let totals: [Double]
  let moments: Moments

  /// Replicate `number` has its part of all runs; the room is the caller's, for the next replicate to use again.
  init(of paths: OfferPaths, number: Int, courses: Courses, in stretch: Stretch) {
    let runs = courses.runs
    let count = runs / OfferSimulation.replicates + (number < runs % OfferSimulation.replicates ? 1 : 0)
    var draws = EvenDraws(dimensions: paths.dimensions, seed: courses.seed, replicate: number)
    var totals: [Double] = []
    totals.reserveCapacity(count)
    var moments = Moments(slots: paths.slots.count)
    while totals.count < count {
      stretch.count = min(Stretch.length, count - totals.count)
      draws.next(stretch.count, into: stretch.numbers)
      paths.fill(stretch)
      moments.add(stretch, of: paths)
      totals += stretch.totals
    }
    self.totals = totals
    self.moments = moments
  }
}
