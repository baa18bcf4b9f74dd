/// Credits of some states for low incomes, beside a match of the federal earned income credit. They end far below what this
/// program is mostly asked about, and are here so that a household's taxes are right at any pay.
struct LowIncomeCredits: Sendable {
  /// Minnesota: a sum a child and a share of earnings, less a share of income above a line. Minn. Stat. 290.0661, 290.0671.
  private let work: TaxTable?
  private let workChild: Double
  private let workPhaseOut: TaxTable?
  /// Oklahoma: a match of an earned income credit on figures of 2020. 68 O.S. 2357.43.
  private let ownMatch: Double
  private let own: [EarnedIncomeCredit?]
  /// Washington: a sum by number of children that fades just below where the federal credit ends. RCW 82.08.0206.
  private let families: [Double]
  private let familiesLeast: Double
  private let familiesWidth: TaxTable?
  private let federalEnds: [Double]
  /// Hawaii, Oklahoma: a sum a person by income.
  private let person: TaxTable?
  private let personWithChildren: TaxTable?
  /// Maine: a sum that falls in steps. 36 M.R.S. 5213-A.
  private let credit: Double
  private let creditByChildren: TaxTable?
  private let reduction: TaxTable?
  private let gainLimit: Double

  init(_ law: TaxLaw, place: String, filing: FilingStatus, year: Int) {
    func table(_ name: String) -> TaxTable? { law.table(name, in: place, filing: filing, year: year) }
    func amount(_ name: String) -> Double { table(name)?.value(at: 0) ?? 0 }
    func federal(_ name: String) -> TaxTable? { law.table(name, in: "US", filing: filing, year: year) }
    work = table("work_credit")
    workChild = amount("work_credit.child")
    workPhaseOut = table("work_credit.phase_out")
    gainLimit = federal("eitc.gain_limit")?.value(at: 0) ?? 0
    let limit = gainLimit
    ownMatch = table("own_eitc.match")?.share(at: 0) ?? 0
    let bonus = filing == .joint ? amount("own_eitc.joint_bonus") : 0
    own = (0...3).map {
      EarnedIncomeCredit(
        phaseIn: table("own_eitc.\($0)_children"), phaseOut: table("own_eitc.\($0)_children.phase_out"),
        jointBonus: bonus, gainLimit: limit)
    }
    families = (0...3).map { amount("working_families.\($0)_children") }
    familiesLeast = amount("working_families.least")
    familiesWidth = table("working_families.width")
    let federalBonus = filing == .joint ? federal("eitc.joint_bonus")?.value(at: 0) ?? 0 : 0
    federalEnds = (0...3).map {
      EarnedIncomeCredit(
        phaseIn: federal("eitc.\($0)_children"), phaseOut: federal("eitc.\($0)_children.phase_out"),
        jointBonus: federalBonus, gainLimit: limit)?.end ?? 0
    }
    person = table("low_income.person")
    personWithChildren = table("low_income.person_with_children")
    credit = amount("low_income.credit")
    creditByChildren = table("low_income.credit_by_children")
    reduction = table("low_income.reduction")
  }

  /// Those that a state pays in place of a match of the federal credit.
  func earned(_ household: Household, federal: FederalTax) -> Double {
    let earned = household.earnedIncome
    let income = max(earned, federal.grossIncome)
    let children = min(3, household.children)
    var sum = 0.0
    if let row = work?.rows.first, household.longTermGain <= gainLimit {
      let whole = Double(household.children) * workChild + min(row.amount, row.rate * earned)
      sum += max(0, whole - (workPhaseOut?.tax(on: income) ?? 0))
    }
    if ownMatch > 0, let credit = own[children] {
      sum += ownMatch * credit.amount(earned: earned, grossIncome: federal.grossIncome, gain: household.longTermGain)
    }
    if families[children] > 0, federal.earnedIncomeCredit > 0 {
      let width = familiesWidth?.value(at: Double(children)) ?? 0
      let left = width > 0 ? min(1, max(0, (federalEnds[children] - income) / width)) : 1
      sum += max(familiesLeast, families[children] * left)
    }
    return sum
  }

  /// The others.
  func other(_ household: Household, federal: FederalTax) -> Double {
    let income = federal.grossIncome
    let perPerson = household.children > 0 ? personWithChildren ?? person : person
    let whole = credit > 0 ? credit + (creditByChildren?.value(at: Double(household.children)) ?? 0) : 0
    return Double(household.persons) * (perPerson?.value(at: income) ?? 0)
      + max(0, whole - (reduction?.value(at: income) ?? 0))
  }
}
