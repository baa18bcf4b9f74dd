/// Life and disability cover that the employer pays for.
///
///     insurance: {life: 2x, disability: 60%}
public struct InsuranceCover: Sendable, Equatable {
  /// Multiples of base paid on death.
  public var lifeMultiple: Double
  /// Of base, paid when one cannot work; 0 for none.
  public var disabilityShare: Double
  /// Years of age, which set the price of life cover; nil for the usual age.
  public var age: Double?

  public init(lifeMultiple: Double = 0, disabilityShare: Double = 0, age: Double? = nil) {
    self.lifeMultiple = lifeMultiple
    self.disabilityShare = disabilityShare
    self.age = age
  }
}
