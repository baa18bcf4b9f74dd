/// The employer's money in a health savings account.
///
///     hsa: 900/y
///     hsa: {employer: 1,500/y, cover: family}
public struct HealthAccount: Sendable, Equatable {
  public var employerPerYear: Double
  /// The law allows more for a family; nil for the cover of the health plan.
  public var isFamily: Bool?

  public init(employerPerYear: Double, isFamily: Bool? = nil) {
    self.employerPerYear = employerPerYear
    self.isFamily = isFamily
  }
}
