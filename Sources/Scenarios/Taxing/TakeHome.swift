import Compensation
import Market
import Quantities
import Taxation

/// Taxes offers for one household, by the law of the places they are in. Keeps the law that it has made ready, which is why
/// it is a class.
public final class TakeHome {
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
    /// Of where one lives, a month, in dollars; nil where it is not stated.
    public var rent: Double?

    public init(
      filing: FilingStatus, children: Int = 0, spouseWages: Double = 0, deferral401k: Double = 0, hsa: Double = 0,
      home: PriceLevel? = nil, rent: Double? = nil
    ) {
      self.rent = rent
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
  let places: TaxedPlaces
  var law: UnitedStatesLaw

  public init(_ facts: Facts, law: TaxLaw, treatment: PayTreatment, places: TaxedPlaces) {
    self.facts = facts
    self.law = UnitedStatesLaw(law)
    self.treatment = treatment
    self.places = places
  }

  /// Nil for offers without a place, or in one whose taxes are not known here.
  public func taxed(_ valuation: Valuation, under terms: ValuationTerms) -> TaxedOffer? {
    guard let place = places.place(valuation.offer), let exchange = places.exchange(place.currency, terms.currency.code)
    else { return nil }
    let income = TaxableIncome.byYear(valuation, treatment, under: terms)
    func taxes(_ income: [TaxableIncome]) -> [YearTax]? {
      let local = income.map { $0 / exchange }
      switch place {
      case .unitedStates(let sites): return unitedStates(valuation.offer, local, sites, under: terms)
      case .abroad(let country, _, let hasRuling):
        return abroad(country, hasRuling: hasRuling, local, under: terms)
      case .rate(let share, _): return local.dropLast().map { YearTax(total: share * $0.money) }
      }
    }
    guard let result = taxes(income) else { return nil }
    // Shares without a market pay nothing in a year; their value is taxed on top, as if they were sold when they vest.
    let hasPaper = valuation.elements.contains { element in element.years.contains { $0.isPaper(element) } }
    let whole = hasPaper ? taxes(TaxableIncome.byYear(valuation, treatment, withPaper: true, under: terms)) : nil
    let years = result.enumerated().map { index, tax in
      year(
        index + 1, valuation, income[index], tax * exchange,
        onPaper: ((whole?[index].total ?? tax.total) - tax.total) * exchange, under: terms)
    }
    let afterTax = Money(years.reduce(0) { $0 + $1.afterTax }, terms.currency)
    let level = valuation.offer.residence.flatMap(places.prices)
    let both = level.flatMap { level in facts.home.map { (offer: level, home: $0) } }
    let rents = rents(of: valuation.offer, both, under: terms)
    return TaxedOffer(
      id: valuation.offer.id, place: place, years: years, rules: result.first?.rules ?? [], afterTax: afterTax,
      purchasingPower: both.map { Money(Self.buys(afterTax.amount, $0, rents, terms), terms.currency) },
      prices: both, rents: rents.map { (Money($0.there, terms.currency), Money($0.home, terms.currency)) },
      creditLeft: Money((result.last?.creditLeft ?? 0) * exchange, terms.currency))
  }

  /// Price level of a place.
  func prices(_ place: Location) -> PriceLevel? { places.prices(place) }

  /// What a year's pay alone leaves, by the place that the offer names.
  func net(of pay: Double, of offer: Offer, year: Int, currency: Currency) -> Double? {
    guard let place = places.place(offer), let exchange = places.exchange(place.currency, currency.code) else {
      return nil
    }
    switch place {
    case .unitedStates(let sites):
      guard law.law.covers("US-\(sites.home.state)") else { return nil }
      let household = Household(filing: facts.filing, wages: pay / exchange)
      return law.tax(household, sites: sites, year: year).net() * exchange
    case .abroad(let country, _, let hasRuling):
      var earner = AbroadEarner(place: country, pay: pay / exchange)
      earner.hasRuling = hasRuling
      return AbroadLaw(law.law).tax(earner, year: year)
        .map { ($0.earner.pay - $0.total) * exchange }
    case .rate(let share, _): return pay * (1 - share)
    }
  }

  private func year(
    _ year: Int, _ valuation: Valuation, _ income: TaxableIncome, _ tax: YearTax, onPaper: Double,
    under terms: ValuationTerms
  ) -> TaxedOffer.Year {
    var (money, paper, inKind) = (0.0, 0.0, 0.0)
    for element in valuation.elements {
      guard let value = element.years.first(where: { $0.year == year }) else { continue }
      if element.isInKind {
        inKind += value.expected.amount
      } else if value.isPaper(element) {
        paper += value.expected.amount
      } else {
        money += value.expected.amount
      }
    }
    func rounded(_ amount: Double) -> Money { Money(amount, terms.currency) }
    let gross = valuation.total(\.expectedCash, year: year)
    return TaxedOffer.Year(
      year: year, calendarYear: calendarYear(year, terms), lawYear: tax.lawYear, gross: gross,
      tax: rounded(tax.total), net: gross - rounded(tax.total), lines: tax.lines, brackets: tax.brackets,
      wages: rounded(income.wages), gain: rounded(income.gain + income.smallBusinessGain),
      setAside: rounded(tax.setAside), saved: rounded(tax.saved), minimumTax: rounded(tax.minimumTax),
      creditUsed: rounded(tax.creditUsed), moneyToday: rounded(money), inKindToday: rounded(inKind),
      paperToday: rounded(paper),
      taxOnPaper: rounded(onPaper))
  }

  func calendarYear(_ year: Int, _ terms: ValuationTerms) -> Int { terms.dayZero.addingMonths(12 * (year - 1)).year }
}
