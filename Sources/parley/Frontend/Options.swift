import ArgumentParser
import CSVStream
import Files
import Quantities
import Reports

/// How and where a result is written.
struct OutputOptions: ParsableArguments {
  @Option(
    name: [.customShort("O"), .long],
    help: ArgumentHelp("table, csv, tsv, json, jsonl or markdown.", valueName: "format"),
    completion: .list(ReportFormat.allCases.map(\.rawValue)))
  var format: String?

  @Option(
    name: .shortAndLong, help: "Write to a file; its extension sets the format. - is standard output.",
    completion: .file())
  var output: String?

  @Option(help: "Columns to write, by comma: --fields role,value. An unknown one lists them all.")
  var fields: String?

  @Option(help: "auto, always or never. NO_COLOR is honoured.", completion: .list(["auto", "always", "never"]))
  var color: ColorChoice = .auto

  @Flag(name: .shortAndLong, help: "No notes on standard error.")
  var quiet = false

  enum ColorChoice: String, ExpressibleByArgument { case auto, always, never }

  /// A report with the chosen columns, and the format it is written in; throws ``UnknownChoice``.
  ///
  /// A command that changes something asks this of an empty report first: wrong usage changes nothing.
  @discardableResult
  func chosen(of report: Report) throws -> (report: Report, format: ReportFormat) {
    let named = try self.format.map { try ReportFormat($0) }
    let format = try named ?? output.flatMap { try ReportFormat.inferred(fromPath: $0) } ?? .table
    return (try fields.map { try report.selecting(fieldList: $0) } ?? report, format)
  }

  /// Writes a report; a file is replaced whole or not at all.
  func write(_ report: Report) throws {
    let (chosen, format) = try chosen(of: report)
    let toTerminal = output == nil || output == "-"
    let table = TableRenderer(width: Terminal.width, color: toTerminal && usesColor, unicode: true)
    let text = ReportRenderer(table: table).text(of: chosen, as: format)
    if let output, !toTerminal {
      try AtomicFile.write(Array(text.utf8), to: output)
      note("wrote \(output)")
    } else {
      Terminal.write(text, to: .output)
    }
  }

  /// A line for people, beside the result.
  func note(_ text: String) {
    if !quiet { Terminal.write("parley: \(PlainText.of(text))\n", to: .error) }
  }

  private var usesColor: Bool {
    switch color {
    case .always: return true
    case .never: return false
    case .auto:
      return Terminal.environment("NO_COLOR") == nil && Terminal.environment("TERM") != "dumb"
        && Terminal.isInteractive(.output)
    }
  }
}

/// Which library, and as of when.
struct ContextOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The market library, a file.", valueName: "file"), completion: .file())
  var library: String?

  @Option(name: .customLong("as-of"), help: ArgumentHelp("The day of the question, 2026-11-21.", valueName: "date"))
  var asOf: String?

  @Option(help: "Seed of anything drawn by chance; printed with the result.")
  var seed: UInt64 = 1

  @Option(help: "Faults of a file to print before counting the rest.")
  var maxErrors = 50

  var faultLimit: Int { max(1, maxErrors) }

  /// The date given, or nil.
  func givenDate() throws -> CalendarDate? {
    guard let asOf else { return nil }
    guard let date = CalendarDate(asOf) else {
      throw UsageError(
        "date-not-a-date", "--as-of \"\(asOf)\" is no date", cure: "write year, month and day: 2026-11-21")
    }
    guard (1990...2100).contains(date.year) else {
      throw UsageError(
        "date-out-of-range", "--as-of \"\(asOf)\" is too far from any survey", cure: "give a day from 1990 to 2100")
    }
    return date
  }

  /// The date given, or today in UTC.
  func date() throws -> CalendarDate { try givenDate() ?? CalendarDate(daysSince1970: Terminal.today) }
}

/// Which job, where.
struct JobOptions: ParsableArguments {
  @Option(help: "A role by name, alias or id, or a SOC code such as 11-3021.")
  var role: String?

  @Option(help: "A city, a state, or US.")
  var location: String?

  @Option(help: "An industry by NAICS code or name: 62, health.")
  var industry: String?

  @Option(help: "Stage of a start-up, for a CTO: seed, series-a, series-b, established.")
  var stage: String?

  @Option(help: "Annual rate pay is aged at, instead of the Employment Cost Index: 3.5%.")
  var aging: String?

  @Option(name: .customLong("source"), help: "Use only this data set; may be repeated.")
  var sources: [String] = []

  @Option(
    name: .customLong("level"),
    help: ArgumentHelp("Grade or level; acme-2026=M4 for that data set alone; may be repeated.", valueName: "level"))
  var levels: [String] = []

  @Option(help: "Size of the organisation, as a data set words it; \"150 beds\" for a hospital CIO.")
  var size: String?

  @Option(help: "Whom a hospital CIO reports to: ceo or cfo.", completion: .list(["ceo", "cfo"]))
  var reportsTo: String?
}
