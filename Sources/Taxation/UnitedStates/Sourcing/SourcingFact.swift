import Quantities

/// One fact of where wages are taxed, as a row of `MarketData/taxes/sourcing.csv` states it.
///
///     reciprocity,US-NJ,US-PA,,2025-01-01,recalled,...     // wages are taxed at home only, both ways
public struct SourcingFact: Sendable, Equatable {
  public enum Rule: String, Sendable, CaseIterable {
    /// Each taxes its own residents alone.
    case reciprocity
    /// Takes nothing of those who live elsewhere.
    case noNonresidentTax = "no_nonresident_tax"
    /// The state of work credits the tax of the state of residence, both ways.
    case reverseCredit = "reverse_credit"
    /// Days at home for one's own convenience count as days in the employer's state or city; `amount`: only of those who
    /// work there on more than so many days of the year.
    case convenience
    /// The same, only of residents of states with such a rule.
    case mutualConvenience = "convenience_mutual"
    /// The same of managers: said, not applied.
    case managersConvenience = "convenience_managers"
    /// A home city, or all of a state, credits this share of the tax of the city of work, up to its own.
    case cityCredit = "city_credit"
    /// The same, up to what the home city takes of those who only work there.
    case cityCreditAtNonresidentRate = "city_credit_nonresident"
    /// What the state cannot credit is credited against the county's tax.
    case countyAfterState = "county_after_state"
    /// The state credits taxes of cities of other states as well.
    case creditsCities = "credits_cities"

    /// Whether a row speaks for both of its places alike.
    var isMutual: Bool { self == .reciprocity || self == .reverseCredit }
  }

  public var rule: Rule
  /// `US-NY`, `US-PA-PHILADELPHIA`
  public var place: String
  /// The other place of a pair.
  public var other: String?
  public var amount: Double?
  public var effectiveFrom: CalendarDate
  public var status: TaxFact.Status

  public init(
    rule: Rule, place: String, other: String?, amount: Double?, effectiveFrom: CalendarDate, status: TaxFact.Status
  ) {
    self.rule = rule
    self.place = place
    self.other = other
    self.amount = amount
    self.effectiveFrom = effectiveFrom
    self.status = status
  }
}
