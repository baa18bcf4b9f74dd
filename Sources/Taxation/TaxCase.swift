/// One question of a batch: whose taxes, where, in which year.
public enum TaxCase: Sendable, Equatable {
  /// - Parameters:
  ///   - state: Nil for federal taxes alone.
  ///   - locality: As the law names it: `US-NY-NYC`.
  ///   - localRate: A share of wages that a place without rows of its own takes.
  case unitedStates(Household, state: String?, locality: String?, localRate: Double, year: Int)
  case abroad(AbroadEarner, year: Int)
}
