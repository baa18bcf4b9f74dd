import Quantities

/// What is asked of the market: which job, where, when.
public struct MarketQuestion: Sendable {
  public var job: PricedJob
  public var location: Location
  public var industry: Industry?
  /// `seed`, `series-a`, `series-b`, `established`, or empty when not known.
  public var stage: String
  /// The source's grade or level, for sources that have them; empty for all.
  public var level: String
  /// Levels by data set, for those that are asked for another one than ``level``: `["oracle-2026": "M4"]`.
  public var levels: [String: String] = [:]
  /// Size of the organisation as a source words it, or hospital beds: `120 beds`; empty for all sizes.
  public var size = ""
  /// Whom a CIO reports to; nil when not known.
  public var reportsTo: ReportingLine?
  /// Whether a size or a line that no source knows is refused; else the figures for all of them come with a note.
  public var needsKnownScope = true
  public var payElement = PayElement.base
  public var asOf: CalendarDate
  /// Annual rate pay is aged at; nil for the Employment Cost Index of the occupation group.
  public var agingRate: Double?
  /// Names of the data sets to use; empty for the default choice.
  public var sources: [String]
  /// Rule, weights and premiums of the blend.
  public var blending: Blending

  public init(
    job: PricedJob, location: Location, industry: Industry? = nil, stage: String = "", level: String = "",
    asOf: CalendarDate,
    agingRate: Double? = nil, sources: [String] = [], blending: Blending = Blending()
  ) {
    self.blending = blending
    self.job = job
    self.location = location
    self.industry = industry
    self.stage = stage
    self.level = level
    self.asOf = asOf
    self.agingRate = agingRate
    self.sources = sources
  }
}

/// Which pay is asked for.
public enum PayElement: String, CaseIterable, Sendable {
  case base
  /// Base and the usual target bonus.
  case totalCash = "total cash"
}

/// Whom the head of information technology reports to.
public enum ReportingLine: String, CaseIterable, Sendable {
  case ceo, cfo

  /// What people write: `CEO`, `the chief executive`, `chief financial officer`; nil for any other line.
  public init?(text: String) {
    switch WordText.words(text).filter({ !["the", "officer", "president", "and"].contains($0) }) {
    case ["ceo"], ["chief", "executive"]: self = .ceo
    case ["cfo"], ["chief", "financial"], ["chief", "finance"]: self = .cfo
    default: return nil
    }
  }
}

extension MarketQuestion {
  /// The data sets to use and no others: those with a weight, else those that were named; empty for the default choice.
  var namedSources: [String] { blending.weights.isEmpty ? sources : blending.weights.keys.sorted() }

  /// The question as one data set answers it: at its own level where one is named.
  func asked(of dataset: MarketDataset) -> MarketQuestion {
    var mine = self
    if let level = levels[dataset.name] { mine.level = level }
    return mine
  }

  /// The same question for the state, then for the nation, where a place has no figures at all; nil for the nation.
  var inWiderPlace: MarketQuestion? {
    guard location.id != location.country else { return nil }
    let state = "\(location.country)-\(location.state)"
    let goesToState = !location.state.isEmpty && location.id != state
    let id = goesToState ? state : location.country
    var wider = self
    wider.location = Location(
      id: id, name: id, kind: goesToState ? .state : .nation, state: goesToState ? location.state : "",
      country: location.country, employment: nil)
    return wider
  }
}

/// One step from the published cell to the answer, as a factor on the median.
public struct Adjustment: Sendable, Equatable {
  /// `place`, `industry`, `role`, `size`, `reports to`, `ageing`, `premium`, `exchange`, `blend`,
  /// `bonus`, `tier`.
  public let name: String
  public let factor: Double
  public let detail: String
  public let reference: String

  public init(name: String, factor: Double, detail: String, reference: String) {
    self.name = name
    self.factor = factor
    self.detail = detail
    self.reference = reference
  }
}

/// A data set's part in an answer.
public struct SourceUse: Sendable, Equatable {
  public let dataset: MarketDataset
  /// Cells read.
  public let rows: Int
  /// Share of the blend; weights add up to 1.
  public var weight: Double
  /// Lines of the data set's file that carry the base cells.
  public let lines: [Int]
  /// Median this source alone gives.
  public var median: Double
  /// What this source alone gives.
  public var distribution: PayDistribution
  /// Whole months from the source to the question.
  public let months: Int
  /// Whether it has a cell for the very place, rather than one that was brought there.
  public var isOwnPlace: Bool
  public let incumbents: Double?
  public let organizations: Double?
  /// People the publisher estimates to be in the cell: a population, not a sample.
  public let population: Double?
  /// The grade or level that its cell is of; empty for all.
  public let level: String
  /// The user's premium, as a share of its pay; 0 for none.
  public var premium = 0.0
  /// In a blend, where its own steps start, which lead to ``median``; nil for the only source of an answer.
  public var start: Start?
  public var steps: [Adjustment] = []
  /// How its median was turned into the currency of the answer; nil where it is in that currency itself.
  public var exchange: Exchange?

  /// Where a source's steps begin: a published median in its own currency.
  public struct Start: Sendable, Equatable {
    public let median: Double
    public let currency: String
    /// `BLS OEWS May 2025, 11-3021, US`
    public let cell: String
  }

  /// The same source with its share of a blend.
  func weighing(_ weight: Double) -> SourceUse {
    var use = self
    use.weight = weight
    return use
  }

  mutating func scale(by factor: Double) {
    median *= factor
    exchange?.scale(by: factor)
    distribution = distribution.scaled(by: factor)
  }
}

/// A distribution with its pedigree: the answer to a ``MarketQuestion``.
public struct MarketEstimate: Sendable {
  public var question: MarketQuestion
  public var distribution: PayDistribution
  public var currency: String
  /// Doubt about the median itself, not spread of pay: ends of an interval of the stated coverage. Without an upper
  /// end (infinity) where the median is a top code.
  public var medianInterval: ClosedRange<Double>
  public var intervalCoverage: Double
  public var confidence: Confidence
  /// What the confidence sums up: how many, how old, how well the sources agree.
  public var evidence: Evidence { Evidence(of: self) }
  /// Why the confidence is not higher.
  public var confidenceReasons: [String]
  /// Median of the cell everything starts from, in its own currency.
  public var startingMedian: Double
  public var startingCurrency: String
  public var startingCell: String
  public var adjustments: [Adjustment]
  public var sources: [SourceUse]
  public var mean: Double?
  /// Estimated people in the local cell.
  public var employment: Double?
  public var incumbents: Double?
  public var organizations: Double?
  /// Cost of labour of the place over the nation, when the place is below the nation.
  public var costOfLabour: Double?
  /// What one should know or ask.
  public var notes: [String]
  public var questions: [String]

  /// P50.
  public var median: Double { distribution.median }
}

/// Why the market has no answer.
public struct NoMarketData: Error, Sendable {
  public let message: String
  public let cure: String
  /// The data set whose level is at fault; nil where it is nothing of the kind.
  public let dataset: String?

  public init(message: String, cure: String, dataset: String? = nil) {
    self.message = message
    self.cure = cure
    self.dataset = dataset
  }
}
