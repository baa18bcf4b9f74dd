/// One question of a batch: whose taxes, where, in which year.
public enum TaxCase: Sendable, Equatable {
  /// With an empty state for federal taxes alone.
  case unitedStates(Household, sites: WorkSites, year: Int)
  case abroad(AbroadEarner, year: Int)
}
