/// What a household earns and puts aside in a year, in dollars.
///
///     var household = Household(filing: .joint, wages: 250_000)
///     household.spouseWages = 60_000
///     household.deferral401k = 24_500
public struct Household: Sendable, Equatable {
  public var filing: FilingStatus
  /// Under 17, living with the household.
  public var children = 0
  /// The first earner's pay, before anything is put aside.
  public var wages: Double
  public var spouseWages = 0.0
  /// The first earner's own 401(k) money; it is still theirs.
  public var deferral401k = 0.0
  /// Into a health savings account through payroll.
  public var hsa = 0.0
  /// Health premiums and other choices under section 125.
  public var premiums = 0.0
  /// Long-term capital gain.
  public var longTermGain = 0.0
  /// Value at exercise less the price paid, of incentive options exercised and held.
  public var incentiveBargain = 0.0
  /// Of ``longTermGain``, what counted for the alternative minimum tax when incentive options were exercised in an earlier
  /// year, so that it does not count for it again. Reference: IRC 56(b)(3).
  public var incentiveSale = 0.0
  /// Credit for the alternative minimum tax of earlier years. Reference: IRC 53; Form 8801.
  public var minimumTaxCredit = 0.0
  /// Of the first earner's wages, what FICA does not fall on: income of shares of a purchase plan and of incentive options
  /// sold early. Reference: IRC 421(b) and 3121(a)(22).
  public var wagesWithoutFICA = 0.0
  /// Gain on qualified small business stock, which the federal government leaves untaxed up to a cap; in no other field.
  /// Reference: IRC 1202.
  public var smallBusinessGain = 0.0

  public init(filing: FilingStatus = .single, wages: Double) {
    self.filing = filing
    self.wages = wages
  }

  /// Income of the year after what is put aside: federal adjusted gross income.
  var grossIncome: Double { wages + spouseWages + longTermGain - deferral401k - hsa - premiums }

  /// Wages that income tax falls on.
  var earnedIncome: Double { wages + spouseWages - deferral401k - hsa - premiums }

  /// Wages that FICA falls on, by earner: deferrals stay in.
  var socialWages: [Double] { [max(0, wages - wagesWithoutFICA - hsa - premiums), spouseWages] }

  /// Adults and children.
  var persons: Int { filing.adults + children }
  var hasTwoEarners: Bool { filing == .joint && wages > 0 && spouseWages > 0 }

  /// What has to come out of the first earner's pay.
  public var putAside: Double { deferral401k + hsa + premiums }
}
