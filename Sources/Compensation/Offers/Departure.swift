/// Leaving the job in a certain month, as a scenario supposes.
///
///     leaves: 14mo laid off
public struct Departure: Sendable, Equatable {
  /// Months after day 0; the job is lost, or left, at the end of that month.
  public var month: Int
  /// Laid off rather than quitting.
  public var isLayoff: Bool

  public init(month: Int, isLayoff: Bool) {
    self.month = month
    self.isLayoff = isLayoff
  }
}
