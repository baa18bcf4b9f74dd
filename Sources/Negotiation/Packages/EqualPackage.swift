/// A package worth exactly as much to the candidate as another: the salary moves against everything else.
///
///     EqualPackage(salary: 150_000, changes: [
///       .init(amount: -5, unitValue: 700), .init(amount: 20_000, unitValue: 0.72),
///     ]).salaryKeepingValue    // 139,100: five days off less, 20,000 of shares more
///
/// Unit values are dollars of salary a year. Offering several such packages at once shows what the other side prefers and
/// costs the proposer nothing.
///
/// Reference: Leonardelli, Gu, McRuer, Medvec and Galinsky, "Multiple equivalent simultaneous offers (MESOs)",
/// Organizational Behavior and Human Decision Processes 152 (2019).
public struct EqualPackage: Sendable, Equatable {
  public struct Change: Sendable, Equatable {
    /// Units more, or fewer if below 0.
    public let amount: Double
    /// What a unit is worth to the candidate.
    public let unitValue: Double

    public init(amount: Double, unitValue: Double) {
      self.amount = amount
      self.unitValue = unitValue
    }
  }

  public let salary: Double
  public let changes: [Change]

  public init(salary: Double, changes: [Change]) {
    self.salary = salary
    self.changes = changes
  }

  /// The salary at which nothing is gained or lost.
  public var salaryKeepingValue: Double { changes.reduce(salary) { $0 - $1.amount * $1.unitValue } }
}
