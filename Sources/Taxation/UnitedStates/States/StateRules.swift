/// Tax law of one state, year and filing status: everything that any state has. What a state has not is nil or 0.
final class StateRules: Sendable {
  let state: String
  let filing: FilingStatus
  let hasIncomeTax: Bool
  let brackets: TaxTable?

  // Deductions, by the state's income.
  let standardDeduction: TaxTable?
  /// The standard deduction goes by federal income, where the state's own leaves out gain.
  let deductsByFederalIncome: Bool
  let exemption: TaxTable?
  let perPerson: TaxTable?
  let perDependent: TaxTable?
  let twoEarnerDeduction: Double
  let federalTaxShare: TaxTable?
  let federalTaxCap: TaxTable?
  let isSocialTaxItemizable: Bool
  let socialTaxCap: Double
  /// Premiums that the state taxes come off above this share of income.
  let medicalFloor: Double?

  // What the state taxes though the federal government does not.
  let taxesDeferral: Bool
  let taxesHSA: Bool
  let taxesPremiums: Bool

  // Capital gains.
  /// Gain on qualified small business stock, which federal law leaves untaxed.
  let taxesSmallBusinessGain: Bool
  let gainExcludedShare: Double
  let gainExcludedAmount: Double
  let gainHighestRate: Double?
  let gainBrackets: TaxTable?
  /// On gain above a line.
  let gainSurtax: TaxTable?
  /// On all gain, of incomes above a line.
  let gainSurtaxByIncome: TaxTable?
  let gainExcise: TaxTable?
  let gainExciseDeduction: Double

  // Additions to the tax on brackets.
  let additionByIncome: TaxTable?
  let additionByTaxable: TaxTable?
  let additionFlat: Double
  let minimumTax: TaxTable?
  let recapture: BenefitRecapture?
  let highSchedule: HighSchedule?
  /// Below the high schedule tax is read from a table in bands of so many dollars; 0 for exact brackets.
  let tableWidth: Double

  // Credits, by the state's income.
  let shareOfTaxCredit: TaxTable?
  let personalCredit: TaxTable?
  let personCredit: TaxTable?
  let dependentCredit: TaxTable?
  let refundablePersonal: TaxTable?
  let refundablePerson: TaxTable?
  let refundableDependent: TaxTable?
  /// Of the federal earned income credit, by number of children, up to three.
  let earnedCreditMatch: [TaxTable?]
  let earnedCreditMatchUnpaid: [TaxTable?]
  /// Paid out in place of the one that is not, where that is more.
  let earnedCreditMatchAlternative: [TaxTable?]
  let lowIncome: LowIncomeCredits
  let twoEarners: TwoEarnerRules

  let payroll: [PayrollItem]
  /// A share of taxable income that a place which is not named takes, where every place takes one.
  let unnamedLocalRate: Double
  /// A share of taxable income that those who live in another state pay in place of a local tax.
  let nonresidentRate: Double

  /// Couples that file apart split what is taxed of both, not their incomes.
  let splitsTaxable: Bool
  /// They split what they deduct as suits them.
  let splitsDeductions: Bool
  /// The brackets of someone single, for couples that file apart on one return.
  let single: StateRules?

  init(_ law: TaxLaw, state: String, filing: FilingStatus, year: Int) {
    let place = "US-\(state)"
    func table(_ name: String) -> TaxTable? { law.table(name, in: place, filing: filing, year: year) }
    func amount(_ name: String) -> Double { table(name)?.value(at: 0) ?? 0 }
    self.state = state
    self.filing = filing
    hasIncomeTax = table("no_income_tax") == nil
    brackets = table("bracket")
    standardDeduction = table("standard_deduction")
    deductsByFederalIncome = table("standard_deduction.by_federal") != nil
    exemption = table("deduction.exemption")
    perPerson = table("deduction.person")
    perDependent = table("deduction.dependent")
    twoEarnerDeduction = amount("two_earners.deduction")
    federalTaxShare = table("federal_tax.deductible_share")
    federalTaxCap = table("federal_tax.deductible_cap")
    isSocialTaxItemizable = table("fica.itemizable") != nil
    socialTaxCap = amount("fica.deduction_cap")
    medicalFloor = table("deduction.medical_floor")?.share(at: 0)
    taxesDeferral = table("taxes.deferral") != nil
    taxesHSA = table("taxes.hsa") != nil
    taxesPremiums = table("taxes.premiums") != nil
    taxesSmallBusinessGain = table("gain.small_business") != nil
    gainExcludedShare = table("gain.excluded_share")?.share(at: 0) ?? 0
    gainExcludedAmount = amount("gain.excluded_amount")
    gainHighestRate = table("gain.highest_rate")?.share(at: 0)
    gainBrackets = table("gain.bracket")
    gainSurtax = table("gain.surtax")
    gainSurtaxByIncome = table("gain.surtax_by_agi")
    gainExcise = table("gain.excise_bracket")
    gainExciseDeduction = amount("gain.excise_deduction")
    additionByIncome = table("addition.by_agi")
    additionByTaxable = table("addition.by_taxable")
    additionFlat = amount("addition.flat")
    minimumTax = table("minimum_tax")
    recapture = BenefitRecapture(
      base: table("recapture.base"), increment: table("recapture.increment"), from: table("recapture.from_agi"),
      width: table("recapture.width"))
    highSchedule = HighSchedule(
      from: table("bracket.high_from"), brackets: table("bracket.high"),
      adjustment: table("bracket.high_adjustment"), correction: table("bracket.high_correction"))
    tableWidth = amount("bracket.table_width")
    shareOfTaxCredit = table("credit.share_of_tax")
    personalCredit = table("credit.personal")
    personCredit = table("credit.person")
    dependentCredit = table("credit.dependent")
    refundablePersonal = table("refundable.personal")
    refundablePerson = table("refundable.person")
    refundableDependent = table("refundable.dependent")
    func byChildren(_ name: String) -> [TaxTable?] {
      (0...3).map { table("\(name).\($0)_children") ?? table(name) }
    }
    earnedCreditMatch = byChildren("eitc.match_refundable")
    earnedCreditMatchUnpaid = byChildren("eitc.match_nonrefundable")
    earnedCreditMatchAlternative = byChildren("eitc.match_alternative")
    lowIncome = LowIncomeCredits(law, place: place, filing: filing, year: year)
    twoEarners = TwoEarnerRules(law, place: place, year: year)
    payroll = law.tables("payroll.", in: place, filing: filing, year: year).compactMap { PayrollItem($0, $1) }.map {
      item in
      var item = item
      item.followsResidence = table("residents.\(item.name)") != nil
      return item
    }
    unnamedLocalRate = table("local.unnamed_rate")?.share(at: 0) ?? 0
    nonresidentRate = table("nonresident.additional_rate")?.share(at: 0) ?? 0
    splitsTaxable = table("two_earners.split_taxable") != nil
    splitsDeductions = table("two_earners.split_deductions") != nil
    let files = filing == .joint && twoEarners.needsSingleSchedule
    single = files ? StateRules(law, state: state, filing: .single, year: year) : nil
  }
}
