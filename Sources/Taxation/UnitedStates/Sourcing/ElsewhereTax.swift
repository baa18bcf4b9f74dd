/// What a place of work apart from home takes, and what is credited for it, in dollars.
public struct ElsewhereTax: Sendable, Equatable {
  /// `NY`; that of home where only the city is another.
  public let state: String
  public let locality: String?
  public let homeState: String
  /// Of the first earner's wages, those that count as earned there.
  public internal(set) var shareThere = 0.0
  /// The state of work's income tax on those who live elsewhere, before a credit of its own.
  public internal(set) var stateTax = 0.0
  /// The tax of the city of work.
  public internal(set) var localTax = 0.0
  /// What the state of residence credits; 0 where the state of work does so in its place.
  public internal(set) var creditAtHome = 0.0
  /// What the home city or county credits.
  public internal(set) var localCreditAtHome = 0.0
  /// What the state of work credits of the tax of the state of residence.
  public internal(set) var creditAtWork = 0.0
  /// The state whose payroll items the first earner pays.
  public internal(set) var payrollState: String
  /// In the order in which they were applied.
  public internal(set) var rules: [SourcingRule] = []

  /// Of states: below 0 where credits are more than the tax there.
  public var netStateTax: Double { stateTax - creditAtWork - creditAtHome }
  public var netLocalTax: Double { localTax - localCreditAtHome }
  public var total: Double { netStateTax + netLocalTax }

  init(_ work: TaxSite, home: String) {
    homeState = home
    state = work.state
    locality = work.locality
    payrollState = work.state
  }
}

/// A rule that decided which place taxes wages. States are codes, `NY`; cities as the law names them.
public enum SourcingRule: Sendable, Equatable {
  case reciprocity(home: String, work: String)
  case noNonresidentTax(work: String)
  case noIncomeTax(state: String)
  /// Days at home count as days at the place of work.
  case convenience(place: String, shareAtHome: Double)
  /// Days at home of managers may count; they do not here.
  case managersConvenience(state: String)
  /// The share of the wages that the state of work taxes.
  case daysWorked(state: String, share: Double)
  /// A resident is credited for the tax of the other place.
  case credit(by: String, of: String, amount: Double)
  /// The state of work credits the tax of the state of residence.
  case reverseCredit(by: String, of: String, amount: Double)
  /// The share of the wages that a city of work taxes; empty for one at a typed rate.
  case cityOfWork(place: String, share: Double)
  /// A city taxes only those who live there.
  case residentsOnly(place: String)
  /// The home city taxes only work that is done there.
  case whereWorked(place: String)
  /// Payroll items of the first earner are those of a state.
  case payroll(state: String)
}
