import Market
import Quantities

/// How to read one survey's files: which columns mean what, in which units, and what to leave out.
///
///     let profile = try ProfileReader(file: "pay.csv.profile.yaml").read()
///     profile.columns[.role]    // ["Job Title"]
///
/// A profile is data: a YAML file that a user can edit. See `MarketData/profiles` for those that come with parley.
public struct SurveyProfile: Sendable, Equatable {
  /// What one row of the file is.
  public enum Shape: String, CaseIterable, Sendable {
    /// One person's pay.
    case incumbents
    /// One cell, its percentiles beside each other.
    case percentiles
    /// One figure of a cell, with its name in a column.
    case tidy
  }

  /// What a column can say of a row, pay apart.
  public enum Field: String, CaseIterable, Sendable {
    case role, soc, function, location, city, county, state, country, level, industry
    case organizationSize = "org_size"
    case currency
    case otherCurrency = "other_currency"
    case basis, hours, employment
    case incumbents = "n_incumbents"
    case organizations = "n_organizations"
    case element = "pay_element"
    case statistic, value
  }

  /// What a text in place of a figure means.
  public enum Marker: String, CaseIterable, Sendable {
    case withheld, capped, floored, absent
  }

  /// What becomes of rows that cannot be read.
  public enum BadRows: String, CaseIterable, Sendable {
    /// The file is refused whole, unless `--skip-bad` says otherwise.
    case refuse
    case leaveOut = "leave-out"
  }

  /// What becomes of two rows of a percentile file that are one cell.
  public enum SameCell: String, CaseIterable, Sendable {
    case refuse
    /// The median of the rows is taken, and said.
    case median
  }

  /// How a date column is written: `2025`, `2025-10-01`, `10/01/2025`, `01.10.2025`.
  public enum DateOrder: String, CaseIterable, Sendable {
    case year, iso
    case monthFirst = "month-first"
    case dayFirst = "day-first"
  }

  /// In which currency the pay of a row is that states none and has no sign beside it.
  public enum Unstated: String, CaseIterable, Sendable {
    /// That of the data set.
    case currency
    /// That of the country the row is from.
    case country
  }

  /// When the pay was paid.
  public enum When: Sendable, Equatable {
    /// All rows refer to one month.
    case fixed(CalendarDate)
    /// A column says it. Cells with full dates become a data set a month. Where only the year is said, and for people,
    /// each year becomes a data set of its own, dated in `month`.
    case column([String], order: DateOrder, month: Int)
  }

  /// Columns that hold figures of one pay element.
  public struct Pay: Sendable, Equatable {
    public var element = "base"
    /// A level that these columns are for, where a row holds several.
    public var level = ""
    /// The basis of these columns, where it differs from the file's.
    public var basis: PayBasis?
    /// Columns by statistic: `pay` for one person's, else `mean`, `p10` to `p90`.
    public var columns: [String: [String]] = [:]
  }

  public var name = ""
  public var title = ""
  /// Surveys of one series are never blended: the newest, else the larger one answers. Empty: the data set's own name.
  public var series = ""
  public var kind = MarketDataset.SourceKind.unstated
  public var publisher = ""
  public var licence = "yours"
  public var reference = ""
  public var shape = Shape.incumbents
  /// The record that holds the names of the columns, from 1.
  public var headerRow = 1
  /// The table ends at a row whose first field begins with one of these.
  public var footers: [String] = []
  /// Names of columns by what they say; the first one that the file has is used.
  public var columns: [Field: [String]] = [:]
  public var pay: [Pay] = []
  public var basis = PayBasis.annual
  /// The currency of amounts without one, and the one that all are brought to.
  public var currency = "USD"
  /// Nil for what is usual: the country's where a column says currencies and a row does not, else the data set's.
  public var unstated: Unstated?
  public var inThousands = false
  public var hoursPerYear = 2_080.0
  public var when: When?
  public var constants: [Field: String] = [:]
  /// Rows are kept when these columns hold one of these texts.
  public var filters: [String: [String]] = [:]
  /// What a text in a column stands for: `EN` for `entry`.
  public var values: [Field: [String: String]] = [:]
  public var markers: [String: Marker] = SurveyProfile.usualMarkers
  /// What capped markers stand for at least, in the units of their columns; a marker without one has no known bound.
  public var caps: [String: Double] = [:]
  /// Annual pay outside this is set aside; in US dollars, whatever the currency of the data set.
  public var plausible = 1_000.0...10_000_000
  public var badRows = BadRows.refuse
  public var sameCell = SameCell.refuse
  /// Whether pay may be written in words, such as `42,000ish`.
  public var readsPayTexts = true
  /// Columns that tell a file of this survey; for profiles that come with parley.
  public var recognise: [String] = []

  public init() {}

  /// Marks that surveys use in place of figures.
  public static let usualMarkers: [String: Marker] = [
    "*": .withheld, "**": .withheld, "#": .capped, "~": .floored, "n/a": .absent, "na": .absent, "-": .absent,
  ]

  /// Statistics of pay columns: `pay` for a person, the others for cells.
  static let statistics = ["pay", "mean", "p10", "p25", "p50", "p75", "p90"]
}
