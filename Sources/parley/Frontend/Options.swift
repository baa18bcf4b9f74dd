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

  @Option(help: "auto, always or never. NO_COLOR is honoured.", completion: .list(ColorChoice.allCases.map(\.rawValue)))
  var color: String = ColorChoice.auto.rawValue

  @Flag(name: .shortAndLong, help: "No notes on standard error.")
  var quiet = false

  enum ColorChoice: String, CaseIterable { case auto, always, never }

  /// A report with the chosen columns, and the format it is written in; throws ``UnknownChoice``.
  ///
  /// A command that changes something asks this of an empty report first: wrong usage changes nothing.
  @discardableResult
  func chosen(of report: Report) throws -> (report: Report, format: ReportFormat) {
    _ = try colorChoice()
    let named = try self.format.map { try ReportFormat($0) }
    let format = try named ?? output.flatMap { try ReportFormat.inferred(fromPath: $0) } ?? .table
    return (try fields.map { try report.selecting(fieldList: $0) } ?? report, format)
  }

  /// Writes a report; a file is replaced whole or not at all.
  func write(_ report: Report) throws {
    let (chosen, format) = try chosen(of: report)
    let toTerminal = output == nil || output == "-"
    let table = TableRenderer(width: Terminal.width, color: try toTerminal && usesColor(), unicode: true)
    let text = ReportRenderer(table: table).text(of: chosen, as: format)
    if let output, !toTerminal {
      try AtomicFile.write(Array(text.utf8), to: output)
      note("wrote \(output)")
    } else {
      Terminal.write(text, to: .output)
    }
  }

  /// Writes the rows that were left out; one line says where, or that they could not be written. Where there are none
  /// only a list of an earlier time is emptied: it would not be true any more.
  func write(_ rejects: RejectsFile, to path: String) {
    guard !rejects.isEmpty || Folder.isPlainFile(path) else { return }
    do {
      try rejects.write(to: path)
      note(rejects.isEmpty ? "no row was left out: emptied \(path)" : "wrote the rows left out to \(path)")
    } catch { note("the rows left out could not be written to \(path)") }
  }

  /// A line for people, beside the result.
  func note(_ text: String) {
    if !quiet { Terminal.write("parley: \(PlainText.of(text))\n", to: .error) }
  }

  private func colorChoice() throws -> ColorChoice {
    guard let choice = ColorChoice(rawValue: color.lowercased()) else {
      throw UnknownChoice(kind: "color", given: color, valid: ColorChoice.allCases.map(\.rawValue))
    }
    return choice
  }

  private func usesColor() throws -> Bool {
    switch try colorChoice() {
    case .always: return true
    case .never: return false
    case .auto:
      return Terminal.environment("NO_COLOR") == nil && Terminal.environment("TERM") != "dumb"
        && Terminal.isInteractive(.output)
    }
  }
}

/// Which library, and as of when.
///
/// Numbers are taken as text and read when they are needed: each further type of option costs every command a tenth
/// of a millisecond at its start, and a fault is said in the words of this program.
struct ContextOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The market library, a file.", valueName: "file"), completion: .file())
  var library: String?

  @Option(name: .customLong("as-of"), help: ArgumentHelp("The day of the question, 2026-11-21.", valueName: "date"))
  var asOf: String?

  @Option(name: .customLong("seed"), help: "Seed of anything drawn by chance; printed with the result.")
  var seedText: String = "1"

  @Option(name: .customLong("max-errors"), help: "Faults of a file to print before counting the rest.")
  var maxErrorsText: String = "50"

  /// Throws ``UsageError`` for an option that cannot be read, whether or not the command needs it.
  func check() throws {
    _ = try seed()
    _ = try faultLimit()
    _ = try givenDate()
  }

  /// The seed of what is drawn by chance.
  func seed() throws -> UInt64 {
    guard let seed = UInt64(seedText) else {
      throw UsageError("not-a-number", "--seed \"\(seedText)\" is no whole number", cure: "write --seed 7")
    }
    return seed
  }

  /// How many faults of a file are printed, at least one.
  func faultLimit() throws -> Int {
    guard let limit = Int(maxErrorsText) else {
      throw UsageError(
        "not-a-number", "--max-errors \"\(maxErrorsText)\" is no whole number", cure: "write --max-errors 50")
    }
    return max(1, limit)
  }

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
