/// What a named change to the scenario makes of the comparison.
public struct ScenarioOutcome: Sendable {
  public let name: String
  public let why: String
  public let comparison: Comparison

  public init(name: String, why: String, comparison: Comparison) {
    self.name = name
    self.why = why
    self.comparison = comparison
  }
}
