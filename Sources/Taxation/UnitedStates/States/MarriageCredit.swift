/// What Minnesota and North Dakota give back of what marrying costs two earners: the tax on both together less that of two
/// single returns, one with the lesser earnings less a deduction of its own, the other with the rest.
///
/// Reference: Minn. Stat. 290.0675; N.D.C.C. 57-38-01.28.
struct MarriageCredit: Sendable {
  private let most: Double
  private let ownDeduction: Double
  private let leastEarned: Double
  private let leastTaxable: Double

  init?(_ table: (String) -> TaxTable?) {
    func amount(_ name: String) -> Double? { table("two_earners.marriage_credit" + name)?.value(at: 0) }
    guard let most = amount("") else { return nil }
    self.most = most
    ownDeduction = amount(".own_deduction") ?? 0
    leastEarned = amount(".least_earned") ?? 0
    leastTaxable = amount(".least_taxable") ?? 0
  }

  func amount(_ household: Household, taxable: Double, rules: StateRules) -> Double {
    let first = household.wages - household.deferral401k - household.hsa - household.premiums
    let lesser = min(first, household.spouseWages)
    guard let single = rules.single, lesser >= leastEarned, taxable >= leastTaxable else { return 0 }
    let own = max(0, lesser - ownDeduction)
    let apart = single.taxOnBrackets(own, gain: 0) + single.taxOnBrackets(max(0, taxable - own), gain: 0)
    return min(most, max(0, rules.taxOnBrackets(taxable, gain: 0) - apart))
  }
}
