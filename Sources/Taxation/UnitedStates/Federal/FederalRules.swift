/// Federal tax law of one year and filing status.
final class FederalRules: Sendable {
  let brackets: TaxTable?
  let standardDeduction: Double
  let gainBrackets: TaxTable?
  let investmentTax: TaxTable?
  let exemption: TaxTable?
  let alternativeBrackets: TaxTable?
  let stateTaxCap: TaxTable?
  /// Itemized deductions lose this share of what lies in the highest bracket; 0 in years without the rule.
  let itemizedLimit: Double
  let childCredit: Double
  let childCreditPhaseOut: TaxTable?
  let childCreditRefundable: Double
  let childCreditEarned: TaxTable?
  let saversCredit: TaxTable?
  let saversCreditLimit: Double
  /// By number of children, up to three.
  let earnedCredits: [EarnedIncomeCredit?]
  let oasdi: TaxTable?
  let medicare: TaxTable?
  let additionalMedicare: TaxTable?
  /// The year of the newest law that is in it.
  let lawYear: Int?

  init(_ law: TaxLaw, filing: FilingStatus, year: Int) {
    func table(_ name: String) -> TaxTable? { law.table(name, in: "US", filing: filing, year: year) }
    func amount(_ name: String) -> Double { table(name)?.value(at: 0) ?? 0 }
    brackets = table("bracket")
    standardDeduction = amount("standard_deduction")
    gainBrackets = table("gain.bracket")
    investmentTax = table("net_investment_tax")
    exemption = table("amt.exemption")
    alternativeBrackets = table("amt.bracket")
    stateTaxCap = table("salt_cap")
    itemizedLimit = table("itemized_limit")?.share(at: 0) ?? 0
    childCredit = amount("child_credit")
    childCreditPhaseOut = table("child_credit.phase_out")
    childCreditRefundable = amount("child_credit.refundable")
    childCreditEarned = table("child_credit.earned")
    saversCredit = table("savers_credit")
    saversCreditLimit = amount("savers_credit.limit")
    earnedCredits = (0...3).map { children in
      EarnedIncomeCredit(
        phaseIn: table("eitc.\(children)_children"), phaseOut: table("eitc.\(children)_children.phase_out"),
        jointBonus: filing == .joint ? amount("eitc.joint_bonus") : 0,
        gainLimit: amount("eitc.gain_limit"))
    }
    oasdi = table("payroll.fica.oasdi")
    medicare = table("payroll.fica.medicare")
    additionalMedicare = table("payroll.fica.additional_medicare")
    lawYear = law.newestYear(of: "US", upTo: year)
  }
}
