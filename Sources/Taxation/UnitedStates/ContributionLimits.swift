/// One's own money beyond what the law lets one put aside before tax in a year.
///
///     law.beyondLimits(household, year: 2026).first?.most    // 24,500
public struct BeyondLimit: Sendable, Equatable {
  /// `401(k) money`
  public let what: String
  public let given: Double
  public let most: Double
  /// With what older people may add.
  public let mostOfOlder: Double
}

extension TaxLaw {
  /// Reference: the rows `limit.*` of `MarketData/taxes/US.csv`.
  public func beyondLimits(_ household: Household, year: Int) -> [BeyondLimit] {
    func limit(_ name: String) -> Double {
      table("limit." + name, in: "US", filing: household.filing, year: year)?.value(at: 0) ?? 0
    }
    // A family's limit holds for both where one does not know who is covered.
    let hsa = limit("hsa_family")
    return [
      BeyondLimit(
        what: "401(k) money", given: household.deferral401k, most: limit("k401_elective"),
        mostOfOlder: limit("k401_elective") + max(limit("k401_catchup_50"), limit("k401_catchup_60_63"))),
      BeyondLimit(
        what: "HSA money", given: household.hsa, most: hsa, mostOfOlder: hsa + limit("hsa_catchup_55")),
    ].filter { $0.most > 0 && $0.given > $0.most }
  }
}
