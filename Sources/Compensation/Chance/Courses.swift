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
