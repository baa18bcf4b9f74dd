import Compensation
import Market
import Quantities
import Taxation

/// Taxes offers for one household, by the law of the places they are in.
public struct TakeHome {
  /// What is known of the household beside the offer.
  public struct Facts: Sendable {
    public var filing: FilingStatus
    public var children: Int
    /// In dollars.
    public var spouseWages: Double
    public var deferral401k: Double
    public var hsa: Double
    /// Where one lives, to say what pay buys there.
    public var home: PriceLevel?

    public init(
      filing: FilingStatus, children: Int = 0, spouseWages: Double = 0, deferral401k: Double = 0, hsa: Double = 0,
      home: PriceLevel? = nil
    ) {
      self.filing = filing
      self.children = children
      self.spouseWages = spouseWages
      self.deferral401k = deferral401k
      self.hsa = hsa
      self.home = home
    }
  }

  public let facts: Facts
  private let treatment: PayTreatment
  private let prices: (Location) -> PriceLevel?
  private var law: UnitedStatesLaw

  public init(
    _ facts: Facts, law: TaxLaw, treatment: PayTreatment, prices: @escaping (Location) -> PriceLevel?
  ) {
    self.facts = facts
    self.law = UnitedStatesLaw(law)
    self.treatment = treatment
    self.prices = prices
  }

  /// Nil for offers outside the United States, without a place, or by contract: their taxes are not computed here.
  public mutating func taxed(_ valuation: Valuation, under terms: ValuationTerms) -> TaxedOffer? {
    let offer = valuation.offer
    guard let state = offer.taxState, !offer.work.isContractor, terms.currency == .usd,
      law.law.covers("US-\(state)")
    else { return nil }
    var years: [TaxedOffer.Year] = []
    for year in 1...terms.years { years.append(taxed(valuation, year: year, state: state, under: terms)) }
    let afterTax = Money(years.reduce(0) { $0 + $1.afterTax }, terms.currency)
    let level = offer.location.flatMap(prices)
    let both = level.flatMap { level in facts.home.map { (offer: level, home: $0) } }
    return TaxedOffer(
      id: offer.id, state: state, years: years, afterTax: afterTax,
      purchasingPower: both.map { Money(afterTax.amount * $0.home.level / $0.offer.level, terms.currency) },
      prices: both, lawYear: years.compactMap { law.law.newestYear(of: "US", upTo: $0.calendarYear) }.max() ?? 0)
  }

  private mutating func taxed(
    _ valuation: Valuation, year: Int, state: String, under terms: ValuationTerms
  ) -> TaxedOffer.Year {
    var sums: [PayTreatment.Kind: Double] = [:]
    var (money, inKind) = (0.0, 0.0)
    for element in valuation.elements {
      guard let value = element.years.first(where: { $0.year == year }) else { continue }
      sums[treatment.kind(of: element, in: valuation.offer), default: 0] += value.expectedCash.amount
      if element.isInKind { inKind += value.expected.amount } else { money += value.expected.amount }
    }
    let calendarYear = terms.dayZero.addingMonths(12 * (year - 1)).year
    let supplemental = max(0, sums[.supplemental] ?? 0)
    let wages = (sums[.wages] ?? 0) + supplemental
    let household = household(valuation.offer, wages: wages, gain: sums[.gain] ?? 0)
    let owed = law.tax(household.with, state: state, year: calendarYear)
    let tax = owed.total - law.tax(household.without, state: state, year: calendarYear).total
    let gross = valuation.total(\.expectedCash, year: year)
    func rounded(_ amount: Double) -> Money { Money(amount, terms.currency) }
    return TaxedOffer.Year(
      year: year, calendarYear: calendarYear, gross: gross, tax: rounded(tax), net: gross - rounded(tax),
      wages: rounded(wages), gain: rounded(sums[.gain] ?? 0),
      setAside: rounded(setAside(owed, supplemental, state, calendarYear)), moneyToday: rounded(money),
      inKindToday: rounded(inKind))
  }

  /// Income tax on what is paid apart, less what employers withhold of it: federal, and of a state with a flat rate.
  private mutating func setAside(_ all: UnitedStatesTax, _ supplemental: Double, _ state: String, _ year: Int) -> Double
  {
    guard supplemental > 0 else { return 0 }
    var household = all.household
    household.wages = max(
      household.deferral401k + household.hsa + household.premiums, household.wages - supplemental)
    let regular = law.tax(household, state: state, year: year)
    let withheld = law.withheld(onSupplemental: supplemental, state: state, filing: facts.filing, year: year)
    let federal = max(0, all.federal.total - regular.federal.total - withheld.federal)
    return federal + (withheld.state.map { max(0, all.state.total - regular.state.total - $0) } ?? 0)
  }

  /// The household with the offer's pay, and the one in which there is the spouse's alone.
  private func household(_ offer: Offer, wages: Double, gain: Double) -> (with: Household, without: Household) {
    var household = Household(filing: facts.filing, wages: max(0, wages))
    household.children = facts.children
    household.spouseWages = facts.filing == .joint ? facts.spouseWages : 0
    household.longTermGain = max(0, gain)
    let premiums = offer.hasNoHealthCover ? 0 : 12 * (offer.health?.premiumPerMonth ?? 0)
    household.premiums = min(household.wages, premiums)
    household.deferral401k = min(household.wages - household.premiums, facts.deferral401k)
    household.hsa = min(household.wages - household.premiums - household.deferral401k, facts.hsa)
    var without = Household(filing: facts.filing, wages: 0)
    without.children = facts.children
    without.spouseWages = household.spouseWages
    return (household, without)
  }
}

extension Offer {
  /// The state whose taxes its pay is under; nil abroad and where no place, or only the nation, is stated.
  var taxState: String? {
    guard let location, location.country == "US", location.state.count == 2 else { return nil }
    return location.state
  }
}
