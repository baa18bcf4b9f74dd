import Market

/// One cell as an import reads it, before it goes into the library.
public struct SurveyCell: Sendable, Equatable {
  var location = ""
  var occupation = ""
  var role = ""
  var industry = ""
  var level = ""
  var organizationSize = ""
  var payElement = "base"
  var employment: Double?
  var incumbents: Double?
  var organizations: Double?
  var meanRelativeError: Double?
  /// Mean, then p10, p25, p50, p75, p90; annual.
  var figures = SurveyFigures()
  /// Where the median may lie as far as chance goes: one standard error each way, from the order of people's pay.
  var medianInterval: ClosedRange<Double>?
  /// One mark for each figure; see ``LibrarySchema``.
  var marks = "......"
  /// What the figures are in, where that is not the data set's currency: `GBP`; else empty.
  var currency = ""
  /// A detailed occupation rather than a group of them.
  var isDetailed = true
  var line = 0
}

/// A survey file read whole and found sound.
public struct ReadSurvey: Sendable {
  public var dataset: MarketDataset
  public var cells: [SurveyCell]
  /// What was understood and left out, in plain lines.
  public var notes: [String]
  /// Rows left out, each with its reason (`--skip-bad`).
  public var skipped: [Diagnostic]
  /// Whether the user chose the name; a copy of a known file under another file name is still that file.
  public var isNamedByUser = false
  /// How many rows were left out: more than `skipped` has when there are too many to list.
  public var skippedRows = 0
  /// How the file was read: `bls-oews`, `canonical`, or the name of a profile.
  public var profile = ""
  /// The file as a path from the root, `-` for standard input.
  public var source = ""
  /// What the user said of the file, as options of `market import`: `["--name", "acme-2026"]`.
  public var options: [String] = []
  /// Rows left out by the name of their first fault; they add up to `skippedRows`.
  public var leftOut: [String: Int] = [:]
  /// Whether the name is written in the file, in its column `dataset`, rather than taken from the name of the file.
  public var isNamedByFile = false
  /// Whether the profile says which series it is of: that holds under any name.
  public var hasOwnSeries = false
  /// A digest of what the profile says, which is a part of `dataset.digest` too; empty without a profile.
  public var profileDigest = ""

  var report: String { notes.joined(separator: "\n") }
}
