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
  private let places: TaxedPlaces
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
    let result: [YearTax]?
    switch place {
    case .unitedStates(let sites):
      result = unitedStates(valuation.offer, income.map { $0 / exchange }, sites, under: terms)
    case .abroad(let country, _): result = abroad(country, income.map { $0 / exchange }, under: terms)
    case .rate(let share, _): result = income.dropLast().map { YearTax(total: share * $0.money) }
    }
    guard let result else { return nil }
    let years = result.enumerated().map { index, tax in
      year(index + 1, valuation, income[index], tax * exchange, under: terms)
    }
    let afterTax = Money(years.reduce(0) { $0 + $1.afterTax }, terms.currency)
    let level = valuation.offer.residence.flatMap(places.prices)
    let both = level.flatMap { level in facts.home.map { (offer: level, home: $0) } }
    let rents = rents(of: valuation.offer, both, under: terms)
    return TaxedOffer(
      id: valuation.offer.id, place: place, years: years, rules: result.first?.rules ?? [], afterTax: afterTax,
      purchasingPower: both.map { Money(Self.buys(afterTax.amount, $0, rents, terms), terms.currency) },
      prices: both, rents: rents.map { (Money($0.there, terms.currency), Money($0.home, terms.currency)) }, creditLeft: Money((result.last?.creditLeft ?? 0) * exchange, terms.currency))
  }

  /// Rents a month there and at home, in the totals' currency; nil unless both are known.
  private func rents(
    of offer: Offer, _ prices: (offer: PriceLevel, home: PriceLevel)?, under terms: ValuationTerms
  ) -> (there: Double, home: Double)? {
    guard let prices, let own = facts.rent,
      let home = places.exchange("USD", terms.currency.code).map({ $0 * own })
    else { return nil }
    guard let rent = offer.rent else { return prices.offer == prices.home ? (home, home) : nil }
    return places.exchange(rent.currency.code, terms.currency.code).map { ($0 * rent.amount, home) }
  }

  /// What money after tax buys at the prices of home: with rents given, these by themselves and the rest at the prices of
  /// all else.
  private static func buys(
    _ afterTax: Double, _ prices: (offer: PriceLevel, home: PriceLevel), _ rents: (there: Double, home: Double)?,
    _ terms: ValuationTerms
  ) -> Double {
    guard let rents else { return afterTax * prices.home.level / prices.offer.level }
    // Of places abroad there is one level for everything.
    let isKnown = prices.home.withoutRents != nil && prices.offer.withoutRents != nil
    let ratio =
      isKnown
      ? (prices.home.withoutRents ?? 1) / (prices.offer.withoutRents ?? 1) : prices.home.level / prices.offer.level
    let months = 12 * terms.annuity
    return months * rents.home + (afterTax - months * rents.there) * ratio
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
    case .abroad(let country, _):
      return AbroadLaw(law.law).tax(AbroadEarner(place: country, pay: pay / exchange), year: year)
        .map { ($0.earner.pay - $0.total) * exchange }
    case .rate(let share, _): return pay * (1 - share)
    }
  }

  private func year(
    _ year: Int, _ valuation: Valuation, _ income: TaxableIncome, _ tax: YearTax, under terms: ValuationTerms
  ) -> TaxedOffer.Year {
    var (money, inKind) = (0.0, 0.0)
    for element in valuation.elements {
      guard let value = element.years.first(where: { $0.year == year }) else { continue }
      if element.isInKind { inKind += value.expected.amount } else { money += value.expected.amount }
    }
    func rounded(_ amount: Double) -> Money { Money(amount, terms.currency) }
    let gross = valuation.total(\.expectedCash, year: year)
    return TaxedOffer.Year(
      year: year, calendarYear: calendarYear(year, terms), lawYear: tax.lawYear, gross: gross,
      tax: rounded(tax.total), net: gross - rounded(tax.total), lines: tax.lines, brackets: tax.brackets,
      wages: rounded(income.wages), gain: rounded(income.gain + income.smallBusinessGain),
      setAside: rounded(tax.setAside), saved: rounded(tax.saved), minimumTax: rounded(tax.minimumTax),
      creditUsed: rounded(tax.creditUsed), moneyToday: rounded(money), inKindToday: rounded(inKind))
  }

  func calendarYear(_ year: Int, _ terms: ValuationTerms) -> Int { terms.dayZero.addingMonths(12 * (year - 1)).year }
}

/// An offer year's tax, in one currency.
struct YearTax {
  var total: Double
  var lines: [TaxedOffer.Line] = []
  var brackets: [TaxBrackets] = []
  var rules: [SourcingRule] = []
  var lawYear: Int?
  /// Owed beyond what is withheld.
  var setAside = 0.0
  /// Contributions that stay one's own.
  var saved = 0.0
  var minimumTax = 0.0
  var creditUsed = 0.0
  /// Credit for alternative minimum tax that is carried on.
  var creditLeft = 0.0

  static func * (tax: YearTax, factor: Double) -> YearTax {
    guard factor != 1 else { return tax }
    var scaled = tax
    scaled.total *= factor
    scaled.lines = tax.lines.map { .init($0.name, $0.amount * factor) }
    scaled.setAside *= factor
    scaled.saved *= factor
    scaled.minimumTax *= factor
    scaled.creditUsed *= factor
    return scaled
  }
}
