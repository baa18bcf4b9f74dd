import Compensation
import Market
import Quantities
import Taxation

/// A base salary with what it leaves a year.
public struct TaxedBase: Sendable, Equatable {
  public let base: Double
  /// The whole package at that base, annualised and before tax; the base itself where no package is known.
  public let package: Double
  public let afterTax: Double
  /// What that buys, in prices of where one lives; nil where they are not known.
  public let purchasingPower: Double?
}

/// What taxes and prices leave of an offer's package, by its base salary.
///
///     let package = PackageAfterTax(offer: seattle, terms: terms, takeHome: takeHome)
///     try package.figures(atBase: 244_100)?.afterTax           // 270,480 a year
///     try package.base(equalTo: denver, worth: 212_000)?.base   // 171,310
public struct PackageAfterTax {
  let offer: Offer
  let terms: ValuationTerms
  let takeHome: TakeHome

  public init(offer: Offer, terms: ValuationTerms, takeHome: TakeHome) {
    self.offer = offer
    self.terms = terms
    self.takeHome = takeHome
  }

  /// Nil where the offer's taxes are not known.
  public func figures(atBase base: Double) throws -> TaxedBase? {
    let valuation = try offer.withBase(base).valued(under: terms)
    guard let taxed = takeHome.taxed(valuation, under: terms) else { return nil }
    let expected = valuation.total(\.expected).amount
    let scale = expected > 0 ? valuation.annualized / expected : 1 / terms.annuity
    return TaxedBase(
      base: base, package: valuation.annualized, afterTax: taxed.afterTax.amount * scale,
      purchasingPower: taxed.purchasingPower.map { $0.amount * scale })
  }

  /// The base at which this package leaves what a year of `value` of another leaves: after tax and in one place's prices,
  /// as far as both are known. `moving`, a part of `value`, is paid of what is left and not less by any tax. Nil where the
  /// taxes of one of them are not known.
  public func base(equalTo other: Offer, worth value: Double, moving: Double = 0) throws -> (
    base: Double, measure: Measure
  )? {
    let valuation = try other.valued(under: terms)
    let own = try offer.valued(under: terms)
    let taxed = takeHome.taxed(valuation, under: terms)
    let measure = Measure(of: [(valuation, taxed), (own, takeHome.taxed(own, under: terms))])
    guard measure != .beforeTax else { return nil }
    let target = moving + (value - moving) * measure.factor(taxed, of: valuation)
    let base = try PackageSolver.base(reaching: target, from: offer.baseSalary.amount) { base in
      guard let found = try figures(atBase: base) else { return 0 }
      return measure == .purchasingPower ? found.purchasingPower ?? 0 : found.afterTax
    }
    return (base, measure)
  }
}

extension TakeHome {
  /// What a year's pay alone leaves in a place; nil where its taxes are not known.
  public func left(of pay: Double, in place: Location, of offer: Offer, year: Int, currency: Currency) -> TaxedBase? {
    guard let net = net(of: pay, of: offer, year: year, currency: currency) else { return nil }
    let buys = prices(place).flatMap { there in facts.home.map { net * $0.level / there.level } }
    return TaxedBase(base: pay, package: pay, afterTax: net, purchasingPower: buys)
  }
}
