extension UnitedStatesLaw {
  /// The first earner's pay that leaves a household a net amount, all else equal; nil where 100 million would not.
  ///
  ///     law.wages(netting: 130_000, household, state: "WA", year: 2026)
  public mutating func wages(
    netting target: Double, _ household: Household, state: String, locality: String? = nil, localRate: Double = 0,
    year: Int
  ) -> Double? {
    func net(_ law: inout UnitedStatesLaw, _ wages: Double) -> Double {
      var other = household
      other.wages = wages
      return law.tax(other, state: state, locality: locality, localRate: localRate, year: year).net()
    }
    var low = household.deferral401k + household.hsa + household.premiums
    var high = 100_000_000.0
    guard net(&self, high) >= target else { return nil }
    guard net(&self, low) < target else { return low }
    // To the cent; where net falls at a cliff, one of the amounts that leave as much.
    while high - low > 0.005 {
      let middle = (low + high) / 2
      if net(&self, middle) < target { low = middle } else { high = middle }
    }
    return high
  }
}
