/// FICA of the employees of a household, in dollars. Self-employment tax is not here.
public struct SocialTax: Sendable, Equatable {
  public internal(set) var oasdi = 0.0
  public internal(set) var medicare = 0.0
  /// What employers withhold above 200,000 may differ from what is owed on both earners' wages.
  public internal(set) var additionalMedicare = 0.0

  public var total: Double { oasdi + medicare + additionalMedicare }
}

extension FederalRules {
  func socialTax(_ household: Household) -> SocialTax {
    let wages = household.socialWages
    return SocialTax(
      oasdi: wages.reduce(0) { $0 + (oasdi?.tax(on: $1) ?? 0) },
      medicare: wages.reduce(0) { $0 + (medicare?.tax(on: $1) ?? 0) },
      additionalMedicare: additionalMedicare?.tax(on: wages[0] + wages[1]) ?? 0)
  }

  /// OASDI and Medicare by earner, without the additional tax.
  func socialTaxByEarner(_ household: Household) -> [Double] {
    household.socialWages.map { (oasdi?.tax(on: $0) ?? 0) + (medicare?.tax(on: $0) ?? 0) }
  }
}
