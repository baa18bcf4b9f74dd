/// Paid weeks after a birth or an adoption: worth something to those who expect one.
///
///     parental_leave: {paid: 16w, expects: yes}
public struct ParentalLeave: Sendable, Equatable {
  public var weeks: Double
  /// Of base pay.
  public var share: Double
  /// Odds of using it within the window; 0 unless one says so.
  public var odds: Double

  public init(weeks: Double, share: Double = 1, odds: Double = 0) {
    self.weeks = weeks
    self.share = share
    self.odds = odds
  }
}
