import ArgumentParser
import Files
import Market
import Quantities
import Reports

struct MarketImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Add survey files to the library.",
    discussion: """
      Reads the canonical market CSV and BLS OEWS files. A file with faults is refused whole, with every fault listed; \
      importing the same file again does nothing.
      """)

  @Argument(help: "CSV files; - is standard input.")
  var files: [String]

  @Option(help: "Name of the data set, instead of the file's own.")
  var name: String?

  @Option(help: ArgumentHelp("Month the pay refers to, when the file does not say: 2026-03-01.", valueName: "date"))
  var effective: String?

  @Flag(help: "Repair malformed CSV and list each repair.")
  var lenient = false

  @Flag(help: "Leave unreadable rows out and list them, instead of refusing the file.")
  var skipBad = false

  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(context, quiet: output.quiet)
    let reader = SurveyReader(
      roles: session.roles, places: session.places, currencies: try session.data.currencies(),
      parameters: session.parameters)
    var options = SurveyReader.Options(
      name: name, isLenient: lenient, skipsBadRows: skipBad, faultLimit: context.faultLimit)
    options.effective = try effective.map { text in
      guard let date = CalendarDate(text) ?? CalendarDate(text + "-01") else {
        throw UsageError("date-not-a-date", "--effective \"\(text)\" is no date", cure: "write 2026-03-01")
      }
      return date
    }
    // Every file is read before the first one is stored, so that a fault in the last changes nothing.
    let surveys = try files.map { (file: $0, found: try reader.read(path: $0, options: options)) }
    let library = try session.library()
    var entries: [ImportReport.Entry] = []
    for (file, found) in surveys {
      for survey in found {
        let outcome = try library.store(survey)
        entries.append(
          ImportReport.Entry(
            file: file, dataset: outcome.dataset,
            outcome: outcome.isKnown ? "known" : outcome.isReplacement ? "replaced" : "imported",
            notes: survey.notes, skipped: survey.skipped.count))
      }
      for diagnostic in found.first?.skipped ?? [] { Terminal.write(diagnostic.text + "\n", to: .error) }
    }
    try output.write(ImportReport(entries).report)
  }
}

struct MarketRemove: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", abstract: "Take an imported data set out of the library.")

  @Argument(help: "Name of the data set, from `parley market list`.")
  var name: String
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let library = try Session(context, quiet: output.quiet).library()
    let datasets = try library.datasets()
    guard let dataset = datasets.first(where: { $0.name == name }) else {
      let near = NearestName.suggestions(for: name, among: datasets.map(\.name), limit: 1).first
      throw UsageError(
        "unknown-source", "there is no data set \"\(name)\"",
        cure: near.map { "did you mean \($0)?" } ?? "`parley market list` lists them")
    }
    guard !dataset.isShipped else {
      throw UsageError(
        "shipped-data", "\(name) comes with parley and stays", cure: "leave it out of a question with --source")
    }
    try library.remove(name)
    output.note("removed \(name) (\(dataset.rows) cells)")
    try output.write(DatasetsReport(try library.datasets(), library: library.path).report)
  }
}
