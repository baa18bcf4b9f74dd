import Quantities

/// A data set of the market library: who published it, when, and how far to trust it.
public struct MarketDataset: Sendable, Equatable {
  /// What kind of evidence it is; sets the bias allowance when sources are blended (METHODS: parameter `source.bias`).
  public enum SourceKind: String, CaseIterable, Sendable {
    /// BLS Occupational Employment and Wage Statistics: whole occupations.
    case oews
    /// An employer survey matched job by job.
    case jobMatched = "job-matched"
    case posted
    case visa
    case selfReport = "self-report"
    /// It does not say who reports the pay: weighs as job-matched, and is never of high confidence.
    case unstated
  }

  public var name: String
  public var title: String
  /// Releases of one survey share a series; only the newest is used unless a source is named.
  public var series: String
  public var sourceKind: SourceKind
  public var publisher: String
  public var release: String
  /// First day of the month the pay refers to.
  public var effective: CalendarDate
  public var currency: String
  public var licence: String
  /// Where to look it up.
  public var reference: String
  /// SHA-256 of the imported file.
  public var digest: String
  public var isShipped: Bool
  /// Cells in the library.
  public var rows: Int

  public init(
    name: String, title: String, series: String, sourceKind: SourceKind, publisher: String, release: String,
    effective: CalendarDate, currency: String, licence: String, reference: String, digest: String, isShipped: Bool,
    rows: Int
  ) {
    self.name = name
    self.title = title
    self.series = series
    self.sourceKind = sourceKind
    self.publisher = publisher
    self.release = release
    self.effective = effective
    self.currency = currency
    self.licence = licence
    self.reference = reference
    self.digest = digest
    self.isShipped = isShipped
    self.rows = rows
  }
}
