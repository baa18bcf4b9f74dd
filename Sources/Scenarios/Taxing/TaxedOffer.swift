import Compensation
import Quantities
import Taxation

/// What taxes leave of an offer, year by year.
///
///     let taxed = try #require(takeHome.taxed(valuation, under: terms))
///     taxed.afterTax             // what the expected value is after tax, in today's money
///     taxed.years[0].tax         // what the household owes more than without the offer
public struct TaxedOffer: Sendable {
  /// One tax: `state_income_tax`.
  public struct Line: Sendable, Equatable {
    public let name: String
    public let amount: Double

    init(_ name: String, _ amount: Double) {
      self.name = name
      self.amount = amount
    }
  }

  /// One offer year, taxed as a whole tax year.
  public struct Year: Sendable {
    public let year: Int
    /// The calendar year it begins in, whose law it is taxed by.
    public let calendarYear: Int
    /// The newest law that is known of it; nil for a rate that was given.
    public let lawYear: Int?
    /// Expected money of the year, not discounted, without what is in kind.
    public let gross: Money
    /// Household tax with the offer less household tax without it. In the last year also that on stock which is held at
    /// its end and sold a year later.
    public let tax: Money
    public let net: Money
    /// Tax by tax: they add up to `tax`, but for cents.
    public let lines: [Line]
    /// The brackets that the household's income reaches.
    public let brackets: [TaxBrackets]
    /// Of the gross, what is taxed as wages and as long-term gain.
    public let wages: Money
    public let gain: Money
    /// What income tax on bonuses and stock is owed beyond what is withheld of them: to be set aside.
    public let setAside: Money
    /// Contributions that stay one's own: pension accounts, CPF, EPF. They are part of the net.
    public let saved: Money
    /// Alternative minimum tax of the year, and credit for that of earlier years that comes off.
    public let minimumTax: Money
    public let creditUsed: Money
    /// Present value of the money of the year, and of what is in kind.
    public let moneyToday: Money
    public let inKindToday: Money
    /// Value of shares without a market that vest in the year, and tax on it on top of the year's, as if they were sold then.
    public let paperToday: Money
    public let taxOnPaper: Money

    /// Net over gross; 1 where there is no money.
    public var kept: Double { gross.minorUnits > 0 ? net.amount / gross.amount : 1 }
    /// The year's part of the after-tax value.
    public var afterTax: Double {
      moneyToday.amount * kept + inKindToday.amount + paperToday.amount - taxOnPaper.amount
    }
  }

  public let id: String
  public let place: OfferTaxPlace
  public let years: [Year]
  /// Which place taxes wages, where home and work are two: as applied in the first year.
  public let rules: [SourcingRule]
  /// The sum over years of present value x net / gross, with what is in kind untaxed, and shares without a market less the
  /// tax on them.
  public let afterTax: Money
  /// What it buys, in the price level of where one lives; nil where that is not known.
  public let purchasingPower: Money?
  /// Price levels of the place of the offer and of where one lives, 100 for the nation.
  public let prices: (offer: PriceLevel, home: PriceLevel)?
  /// Rents a month there and at home, which count by themselves; nil unless both are given.
  public let rents: (there: Money, home: Money)?
  /// Credit for alternative minimum tax left after the window; in no figure.
  public let creditLeft: Money

  /// What taxes leave of a part's expected value of one year, by the whole year's share: over parts and years it adds up to
  /// ``afterTax``, but for cents.
  public func afterTax(of value: YearValue, in element: ElementValue) -> Double? {
    guard years.indices.contains(value.year - 1) else { return nil }
    let (year, expected) = (years[value.year - 1], value.expected.amount)
    if element.isInKind { return expected }
    guard value.isPaper(element), year.paperToday.minorUnits > 0 else { return expected * year.kept }
    return expected * (1 - year.taxOnPaper.amount / year.paperToday.amount)
  }

  /// What a part of the after-tax value buys; nil where prices are not known.
  public func buying(_ amount: Double) -> Double? {
    guard let purchasingPower, afterTax.minorUnits != 0 else { return nil }
    return amount * purchasingPower.amount / afterTax.amount
  }
}
