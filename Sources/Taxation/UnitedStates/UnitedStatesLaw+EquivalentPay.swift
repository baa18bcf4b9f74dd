extension UnitedStatesLaw {
  /// The first earner's pay that leaves a household a net amount, all else equal; nil where 100 million would not.
  ///
  ///     law.wages(netting: 130_000, household, state: "WA", year: 2026)
  public mutating func wages(
    netting target: Double, _ household: Household, state: String, locality: String? = nil, localRate: Double = 0,
    year: Int
  ) -> Double? {
    EquivalentPay.least(netting: target, in: household.putAside...100_000_000) { wages in
      var other = household
      other.wages = wages
      return tax(other, state: state, locality: locality, localRate: localRate, year: year).net()
    }
  }
}

extension Household {
  /// What has to come out of the first earner's pay.
  public var putAside: Double { deferral401k + hsa + premiums }
}
