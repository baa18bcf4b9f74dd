import Quantities

/// What has to be known of a company without a share price before anything in it has a value.
///
///     company: {stage: series-b, fully_diluted: 26M, preferred_price: 6.40, cap_table: [...]}
///
/// The price of the last preferred shares is the price of the grant that it belongs to.
public struct PrivateCompany: Sendable, Equatable {
  /// How far it has come, by the last round of money.
  public enum Stage: String, CaseIterable, Sendable {
    case seed
    case seriesA = "series-a"
    case seriesB = "series-b"
    case seriesC = "series-c"
    case late
  }

  /// Who is paid before whom.
  public struct Table: Sendable, Equatable {
    public var classes: CapTable
    /// The class that the last investors bought.
    public var lastRound: Int

    public init(_ classes: CapTable, lastRound: Int) {
      self.classes = classes
      self.lastRound = lastRound
    }
  }

  /// What is taken off for a share that cannot be sold.
  public enum Marketability: String, CaseIterable, Sendable {
    /// Nothing: the risk is counted where the whole offer is, once.
    case none
    case finnerty, chaffe, ghaidarov
  }

  public var stage: Stage
  /// All shares, options and pool together.
  public var fullyDiluted: Double
  /// Nil where nobody told.
  public var table: Table?
  /// The appraised price of a common share over the last investors' price; nil where there is no appraisal of today.
  public var commonRatio: Double?
  /// Of the whole equity, a year; nil for the usual one of the stage.
  public var volatility: Double?
  /// Months until the company is sold or listed; nil for the usual ones of the stage.
  public var exitMonths: Int?
  /// What each round of money until then takes; nil for the usual ones of the stage.
  public var dilutions: [Double]?
  public var marketability: Marketability
  /// The field that holds the last preferred price: `equity[0].preferred_price`.
  public var priceField: String

  public init(
    stage: Stage, fullyDiluted: Double, table: Table? = nil, commonRatio: Double? = nil, volatility: Double? = nil,
    exitMonths: Int? = nil, dilutions: [Double]? = nil, marketability: Marketability = .none, priceField: String = ""
  ) {
    self.stage = stage
    self.fullyDiluted = fullyDiluted
    self.table = table
    self.commonRatio = commonRatio
    self.volatility = volatility
    self.exitMonths = exitMonths
    self.dilutions = dilutions
    self.marketability = marketability
    self.priceField = priceField
  }
}

/// Shares that are delivered only when the company is also sold or listed.
///
///     {kind: rsu, units: 8000, trigger: double, exit_intensity: 12%, vesting: 4y/1y cliff quarterly, term: 7y}
public struct DoubleTrigger: Sendable, Equatable {
  /// Odds of an exit in a short time, a year, continuous; nil for the usual ones of the stage.
  public var exitIntensity: Double?
  /// When the shares are lost for want of one; nil for the usual time.
  public var expiry: OptionTerms.Expiry?

  public init(exitIntensity: Double? = nil, expiry: OptionTerms.Expiry? = nil) {
    self.exitIntensity = exitIntensity
    self.expiry = expiry
  }
}

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
