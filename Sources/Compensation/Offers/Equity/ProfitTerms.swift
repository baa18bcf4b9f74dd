/// A part of what a partnership or company gains above a threshold.
///
///     {kind: profits interest, percent: 1%, threshold: 50M, company_value: 50M, vesting: 4y/1y cliff monthly}
public struct ProfitsInterestTerms: Sendable, Equatable {
  public var share: Double
  public var threshold: Double
  /// All equity today.
  public var companyValue: Double
  public var stage: PrivateCompany.Stage
  public var volatility: Double?
  public var exitMonths: Int?

  public init(
    share: Double, threshold: Double, companyValue: Double, stage: PrivateCompany.Stage, volatility: Double? = nil,
    exitMonths: Int? = nil
  ) {
    self.share = share
    self.threshold = threshold
    self.companyValue = companyValue
    self.stage = stage
    self.volatility = volatility
    self.exitMonths = exitMonths
  }
}

/// A part of a fund manager's share of profit.
///
///     {kind: carried interest, percent: 5%, fund: 400M, hurdle: 8%, carry: 20%, catch_up: 100%, vesting: 5y yearly}
public struct CarriedInterestTerms: Sendable, Equatable {
  /// Of all the manager gets.
  public var share: Double
  /// Money the fund invests.
  public var fund: Double
  /// Nil for what is usual.
  public var hurdle: Double?
  public var carry: Double?
  public var catchUp: Double?
  public var years: Double?
  public var volatility: Double?
  /// What the letter supposes the fund returns, over what it invests.
  public var targetMultiple: Double?

  public init(
    share: Double, fund: Double, hurdle: Double? = nil, carry: Double? = nil, catchUp: Double? = nil,
    years: Double? = nil, volatility: Double? = nil, targetMultiple: Double? = nil
  ) {
    self.share = share
    self.fund = fund
    self.hurdle = hurdle
    self.carry = carry
    self.catchUp = catchUp
    self.years = years
    self.volatility = volatility
    self.targetMultiple = targetMultiple
  }
}
