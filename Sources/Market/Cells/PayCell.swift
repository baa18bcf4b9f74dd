/// One published cell: the pay of a job in a place, as percentiles.
public struct PayCell: Sendable, Equatable {
  /// Name of its data set.
  public var dataset: String
  /// SOC code, or empty when the source names only a role.
  public var occupation: String
  /// Role id, or empty when the source names only an occupation.
  public var role: String
  public var location: String
  /// NAICS code, or empty for all industries.
  public var industry: String
  /// The source's own grade or level, or empty.
  public var level: String
  /// The source's own cut by size of the organisation, or empty for all sizes.
  public var organizationSize: String
  /// `base`, `target bonus`, `total cash`, `total direct`.
  public var payElement: String
  /// Estimated people in the cell; a population, not a sample.
  public var employment: Double?
  public var incumbents: Double?
  public var organizations: Double?
  public var mean: Double?
  /// Relative standard error of the mean, in percent, as OEWS prints it.
  public var meanRelativeError: Double?
  /// Annual pay; withheld percentiles are left out.
  public var percentiles: [PercentilePoint]
  /// Where the median of a sample may lie as far as chance goes, one standard error each way; nil when not a sample.
  public var medianInterval: ClosedRange<Double>?
  /// What its pay is in, where that is not the data set's currency; else empty.
  public var currency: String
  /// Line of the source file the cell came from.
  public var line: Int

  public init(
    dataset: String, occupation: String, role: String = "", location: String, industry: String = "",
    level: String = "", organizationSize: String = "", payElement: String = "base", employment: Double? = nil,
    incumbents: Double? = nil, organizations: Double? = nil,
    mean: Double? = nil, meanRelativeError: Double? = nil, percentiles: [PercentilePoint],
    medianInterval: ClosedRange<Double>? = nil, currency: String = "", line: Int = 0
  ) {
    self.dataset = dataset
    self.occupation = occupation
    self.role = role
    self.location = location
    self.industry = industry
    self.level = level
    self.organizationSize = organizationSize
    self.payElement = payElement
    self.employment = employment
    self.incumbents = incumbents
    self.organizations = organizations
    self.mean = mean
    self.meanRelativeError = meanRelativeError
    self.percentiles = percentiles
    self.medianInterval = medianInterval
    self.currency = currency
    self.line = line
  }

  /// The published pay at a probability, if it was released.
  public func pay(at probability: Double) -> Double? {
    percentiles.first { $0.probability == probability }?.pay
  }

  /// The curve through its percentiles; nil with fewer than two.
  public var distribution: PayDistribution? { PayDistribution(points: percentiles) }

  /// Probabilities whose figure is a top code: the pay is at least that.
  public var censored: [Double] { percentiles.filter { $0.reading == .atLeast }.map(\.probability) }
}

/// Mean pay and employment of one occupation in one place, for the cost-of-labour index.
public struct MeanPay: Sendable, Equatable {
  public let mean: Double
  public let employment: Double?

  public init(mean: Double, employment: Double?) {
    self.mean = mean
    self.employment = employment
  }
}

/// Where the market model gets its cells from: the library of `Files`, or a test's table.
public protocol SurveyCells: Sendable {
  /// Every data set there is.
  func datasets() throws -> [MarketDataset]
  /// Cells of one occupation in one place, all industries; the cross-industry one has an empty industry.
  func cells(dataset: String, occupation: String, location: String) throws -> [PayCell]
  /// Cells that name a role, in one place.
  func cells(dataset: String, role: String, location: String) throws -> [PayCell]
  /// Cells of total cash (base and bonus) that name a role, in one place; the others are of base pay.
  func cashCells(dataset: String, role: String, location: String) throws -> [PayCell]
  /// Cross-industry cells of one occupation in every metropolitan area.
  func metroCells(dataset: String, occupation: String) throws -> [PayCell]
  /// Cells of a role that were counted from people, in every metropolitan area.
  func peopleCells(dataset: String, role: String) throws -> [PayCell]
  /// Cost-of-labour index (see ``CostOfLabour``) of every place of a data set, computed when it is imported.
  func costOfLabour(dataset: String) throws -> [String: Double]
}

extension SurveyCells {
  /// None, for sources of base pay alone.
  public func cashCells(dataset: String, role: String, location: String) throws -> [PayCell] { [] }

  /// None, for sources without samples.
  public func peopleCells(dataset: String, role: String) throws -> [PayCell] { [] }
}
