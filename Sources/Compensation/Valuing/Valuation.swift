import Quantities

/// The values of one part of pay in one offer year, rounded once to the minor unit.
public struct YearValue: Sendable, Equatable {
  /// 1 for months 1 to 12, with month 0.
  public let year: Int
  public let headline: Money
  public let fair: Money
  public let expected: Money
  public let expectedAverageLeaver: Money
  /// Expected money at its dates, not discounted, without what is in kind.
  public let expectedCash: Money
  /// The sure amount as good as it beside all the rest; nil while nothing is simulated.
  public internal(set) var certain: Money?
  /// What the certain value would be above that, were the total not held at the total of fair values.
  public internal(set) var heldBack: Money?
}

/// One part of an offer's pay, valued.
public struct ElementValue: Sendable {
  /// `base`, `bonus`, `equity[0]`, ... as paths name it.
  public let component: String
  /// Whose rules it follows: `base`, `equity` for restricted stock, `option`, ...
  public let family: String
  public let certainty: Certainty
  public let isInKind: Bool
  public let detail: String
  public private(set) var years: [YearValue]
  /// The payments it is the sum of, inside the window, not rounded.
  public let flows: [PayFlow]
  /// Defaults and overrides that went into it.
  public let defaults: [Parameter]
  /// What else a holder should know, in numbers: what leaving would cost, ...
  public let facts: [ElementFact]
  /// What a part in a private company pays at exits of several sizes.
  public let exits: ExitGrid?

  /// The sum of one value over the window: exactly the sum of the printed years.
  public func total(_ value: KeyPath<YearValue, Money>, _ currency: Currency) -> Money {
    var sum = Money.zero(currency)
    for year in years { sum = sum + year[keyPath: value] }
    return sum
  }

  /// Certain value over the window; nil while nothing is simulated.
  public func certain(_ currency: Currency) -> Money? { years.map(\.certain).whole(currency) }

  /// What it gives up so that the certain total stays at the total of fair values; nil while nothing is simulated.
  public func heldBack(_ currency: Currency) -> Money? { years.map(\.heldBack).whole(currency) }

  mutating func setCertain(_ certain: (YearValue) -> (value: Money, heldBack: Money)) {
    for index in years.indices {
      let found = certain(years[index])
      (years[index].certain, years[index].heldBack) = (found.value, found.heldBack)
    }
  }
}

extension [Money?] {
  /// The sum; nil where a part is not there.
  fileprivate func whole(_ currency: Currency) -> Money? {
    let known = compactMap { $0 }
    return known.count == count ? known.total(currency) : nil
  }
}

/// What an offer is worth to the person who holds it, part by part and year by year.
///
///     let value = try offer.valued(under: terms)
///     value.total(\.expected)    // exactly the sum of its elements
public struct Valuation: Sendable {
  public let offer: Offer
  public let currency: Currency
  public let months: Int
  public internal(set) var elements: [ElementValue]
  /// What vests or is paid after the window, in no total.
  public let beyondHorizon: [LaterPart]
  /// Present value a year: expected, not rounded, for solving.
  public let annualized: Double
  /// What the offer does not say and should be asked.
  public let questions: [String]
  /// Over all simulated courses of events; nil while nothing is simulated.
  public internal(set) var simulated: SimulatedTotal?

  /// The sure amount as good as the whole offer, the sum of its parts; nil while nothing is simulated.
  public var certain: Money? { elements.map { $0.certain(currency) }.whole(currency) }

  /// Certain value of one offer year.
  public func certain(year: Int) -> Money? {
    elements.flatMap(\.years).filter { $0.year == year }.map(\.certain).whole(currency)
  }

  /// What the certain total would be above that, were it not held at the total of fair values; nil while nothing is
  /// simulated.
  public var heldBack: Money? { elements.map { $0.heldBack(currency) }.whole(currency) }

  /// Certain value before it is held at fair value; nil while nothing is simulated.
  public var certainUnheld: Money? {
    guard let certain, let heldBack else { return nil }
    return certain + heldBack
  }

  /// What offers are ranked by: certain value, expected value while nothing is simulated. Before it is held at fair
  /// value, since what is above that is worth something too, and two offers held alike need not be worth the same.
  public var worth: Money { certainUnheld ?? total(\.expected) }

  /// The offer's total of one value over the window.
  public func total(_ value: KeyPath<YearValue, Money>) -> Money {
    var sum = Money.zero(currency)
    for place in elements.indices { sum = sum + elements[place].total(value, currency) }
    return sum
  }

  /// The expected total that is guaranteed, likely or hoped for; the three add up to ``total(_:)`` of expected.
  public func total(_ certainty: Certainty) -> Money {
    elements.filter { $0.certainty == certainty }.map { $0.total(\.expected, currency) }.total(currency)
  }

  /// What is expected of one offer year and is that firm.
  public func expected(_ certainty: Certainty, year: Int) -> Money {
    elements.filter { $0.certainty == certainty }.flatMap(\.years).filter { $0.year == year }.map(\.expected)
      .total(currency)
  }

  /// One value of one offer year, over all elements.
  public func total(_ value: KeyPath<YearValue, Money>, year: Int) -> Money {
    elements.flatMap(\.years).filter { $0.year == year }.map { $0[keyPath: value] }.total(currency)
  }
}

extension Offer {
  /// Values every element over the window of `terms`.
  public func valued(under terms: ValuationTerms) throws -> Valuation {
    let valuer = try OfferValuer(offer: self, terms: terms)
    let flows = try valuer.elements()
    let elements = flows.map { element in
      ElementValue(
        component: element.component, family: element.family ?? String(element.component.prefix { $0 != "[" }),
        certainty: element.certainty, isInKind: element.isInKind,
        detail: element.detail,
        years: Offer.yearValues(of: element, terms: terms), flows: element.flows,
        defaults: element.defaults, facts: element.facts, exits: element.exits)
    }
    var expected = 0.0
    for element in flows {
      element.flows.withUnsafeBufferPointer { flows in for place in flows.indices { expected += flows[place].expected }
      }
    }
    return Valuation(
      offer: self, currency: terms.currency, months: terms.months, elements: elements,
      beyondHorizon: flows.flatMap(\.beyondHorizon),
      annualized: expected / terms.annuity,
      questions: unstated + unstatedDetails(under: terms) + flows.flatMap(\.questions) + unstatedTermsOfLeading)
  }

  /// Annualised recurring pay: everything but grants held and one-off payments.
  public func recurringPay(under terms: ValuationTerms) throws -> Double {
    var bare = self
    bare.equity = []
    bare.signOn = nil
    bare.relocation = nil
    bare.guaranteedBonus = nil
    bare.retention = []
    bare.bonus = bare.bonus?.withoutHeld
    bare.retirement = bare.retirement?.withoutHeld
    bare.cashGrants = bare.cashGrants.map(\.withoutHeld)
    bare.deferredPlans = bare.deferredPlans.map(\.withoutBalance)
    return try bare.valued(under: terms).annualized
  }

  /// Sums an element's flows by year, all at once since a search values offers hundreds of times, and rounds once.
  private static func yearValues(of element: ElementFlows, terms: ValuationTerms) -> [YearValue] {
    let years = max(1, terms.years)
    let nothing = (headline: 0.0, fair: 0.0, expected: 0.0, averageLeaver: 0.0, cash: 0.0)
    var sums = [(headline: Double, fair: Double, expected: Double, averageLeaver: Double, cash: Double)](
      repeating: nothing, count: years)
    // Read in place: to copy a payment is to count who holds what it says of chance.
    element.flows.withUnsafeBufferPointer { flows in
      for place in flows.indices {
        let year = terms.year(of: flows[place].month) - 1
        guard year < years else { continue }
        sums[year].headline += flows[place].headline
        sums[year].fair += flows[place].fair
        sums[year].expected += flows[place].expected
        sums[year].averageLeaver += flows[place].averageLeaver
        sums[year].cash += flows[place].expectedCash
      }
    }
    return sums.enumerated().map { index, sum in
      func money(_ amount: Double) -> Money { Money(amount, terms.currency) }
      return YearValue(
        year: index + 1, headline: money(sum.headline), fair: money(sum.fair), expected: money(sum.expected),
        expectedAverageLeaver: money(sum.averageLeaver), expectedCash: money(sum.cash))
    }
  }

  /// Not stated is never zero: it is a question to ask.
  var unstated: [String] {
    var questions: [String] = []
    // A contract for hours has none of these, and its costs are counted.
    if work.isContractor {
      return isCurrentJob ? [] : ["notice, and how the contract ends", "rate for hours over the usual"]
    }
    if isSilent(on: "bonus", bonus) { questions.append("target bonus and its payout history") }
    if isSilent(on: "equity", equity.first), !isCurrentJob, !notValued.contains(where: { $0.hasPrefix("equity") }) {
      questions.append("equity, its schedule and what happens on leaving")
    }
    // Elsewhere a pension stands in for the match, and cover does not hang on the employer.
    let isAbroad = location.map { $0.country != "US" } ?? false
    if isSilent(on: "retirement", retirement), !isAbroad || isSilent(on: "pension", benefits.pension) {
      questions.append("retirement match and its vesting")
    }
    if isSilent(on: "health", health?.premiumPerMonth), !isAbroad { questions.append("health premium") }
    if isSilent(on: "leave", leave) { questions.append("paid leave") }
    if let signOn, !signOn.isRepaymentStated, !isCurrentJob { questions.append("repayment terms of the sign-on") }
    if let relocation, !relocation.isRepaymentStated, !isCurrentJob {
      questions.append("repayment terms of the relocation")
    }
    if guaranteedBonus != nil, bonus != nil {
      questions.append("whether the guaranteed bonus comes on top of the first year's bonus, as counted here")
    }
    if isSilent(on: "severance", severance), !isCurrentJob { questions.append("severance on a layoff") }
    if employerKind.isEmpty { questions.append("kind of employer (sets the layoff odds)") }
    if !isCurrentJob, postedRange == nil, band == nil { questions.append("posted range or band of the job") }
    return questions + openQuestions
  }
}
