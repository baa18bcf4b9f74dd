/// What divides two offers over all courses of events.
public struct SimulatedDifference: Sendable, Equatable {
  /// That the first is worth more.
  public let probability: Double
  /// Of the first less the second.
  public let percentiles: SimulatedPercentiles
}
