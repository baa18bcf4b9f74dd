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
