import Compensation
import Quantities

/// An offer's income of a year as tax law sees it, in the totals' currency.
///
///     TaxableIncome.byYear(valuation, treatment, under: terms)[0].supplemental    // 61,000
struct TaxableIncome {
  var wages = 0.0
  /// Of the wages: paid apart, with a flat rate withheld.
  var supplemental = 0.0
  /// Of the wages: without FICA, and nothing is withheld of it.
  var withoutFICA = 0.0
  var gain = 0.0
  /// Of the gain: on incentive shares, counted for the alternative minimum tax at exercise.
  var incentiveSale = 0.0
  /// Value over price of incentive options exercised this year and held.
  var bargain = 0.0
  /// On qualified small business stock, in no other field.
  var smallBusinessGain = 0.0

  /// All of it that is taxed.
  var money: Double { wages + gain + smallBusinessGain }

  static func / (income: TaxableIncome, rate: Double) -> TaxableIncome {
    guard rate != 1 else { return income }
    var other = income
    for field in fields { other[keyPath: field] /= rate }
    return other
  }

  private static var fields: [WritableKeyPath<TaxableIncome, Double>] {
    [\.wages, \.supplemental, \.withoutFICA, \.gain, \.incentiveSale, \.bargain, \.smallBusinessGain]
  }

  /// Whether something of it comes without all of its tax withheld.
  var isWithheldFlat: Bool {
    supplemental > 0 || withoutFICA > 0 || gain > 0 || bargain > 0 || smallBusinessGain > 0
  }

  /// `withPaper`: with what shares without a market bring, in today's money, as if they were sold when they vest.
  /// Every offer year, and the one after the window, in which shares bought and held in the last are sold.
  static func byYear(
    _ valuation: Valuation, _ treatment: PayTreatment, withPaper: Bool = false, under terms: ValuationTerms
  ) -> [TaxableIncome] {
    var years = [TaxableIncome](repeating: TaxableIncome(), count: terms.years + 1)
    for element in valuation.elements {
      let grant = valuation.offer.grant(of: element)
      let kind = treatment.kind(of: element, in: valuation.offer)
      let elected = grant?.taxTerms.election.flatMap { ElectedIncome($0, grant, element, terms) }
      if let elected { years[0].receive(elected) }
      for value in element.years {
        let cash = withPaper && value.isPaper(element) ? value.expected.amount : value.expectedCash.amount
        let index = value.year - 1
        if let elected {
          let gain = elected.gain(of: value, cash: cash)
          if grant?.taxTerms.isSmallBusinessStock == true {
            years[index].smallBusinessGain += gain
          } else {
            years[index].gain += gain
          }
          continue
        }
        let share = element.shareTaxedAsIncentive(grant)
        var next = TaxableIncome()
        years[index].add(cash, kind, value, taxedAsIncentive: share, next: &next)
        years[index + 1].add(next)
      }
    }
    return years
  }

  private mutating func add(
    _ cash: Double, _ kind: PayTreatment.Kind, _ value: YearValue, taxedAsIncentive share: Double,
    next: inout TaxableIncome
  ) {
    switch kind {
    case .untaxed: break
    case .wages: wages += cash
    case .supplemental:
      wages += cash
      supplemental += cash
    case .withoutFICA:
      // What is over the yearly limit is taxed as any other option.
      wages += cash
      withoutFICA += cash * share
      supplemental += cash * (1 - share)
    case .incentive:
      wages += cash * (1 - share)
      supplemental += cash * (1 - share)
      bargain += cash * share
      next.gain += cash * share
      next.incentiveSale += cash * share
    case .plan:
      let odds = value.fair.amount > 0 ? value.expected.amount / value.fair.amount : 1
      let discount = min(cash, value.headline.amount * odds)
      next.wages += discount
      next.withoutFICA += discount
      next.gain += cash - discount
    case .gain: gain += cash
    }
  }

  private mutating func add(_ other: TaxableIncome) {
    for field in Self.fields { self[keyPath: field] += other[keyPath: field] }
  }

  private mutating func receive(_ elected: ElectedIncome) {
    if elected.isIncentive {
      bargain += elected.income
    } else {
      wages += elected.income
      supplemental += elected.income
    }
  }
}

extension ElementValue {
  /// Of an incentive grant, the part within the yearly limit; 1 for any other.
  fileprivate func shareTaxedAsIncentive(_ grant: EquityGrant?) -> Double {
    guard let grant, grant.isIncentiveOption, grant.units > 0 else { return 1 }
    let beyond = facts.first { $0.name == "units_beyond_iso_limit" }?.value ?? 0
    return 1 - min(1, beyond / grant.units)
  }
}

extension YearValue {
  /// A grant that is worth something and pays nothing yet: shares without a market.
  func isPaper(_ element: ElementValue) -> Bool {
    expectedCash.minorUnits == 0 && expected.minorUnits > 0 && element.component.hasPrefix("equity[")
  }
}
