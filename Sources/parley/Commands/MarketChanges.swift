import ArgumentParser
import Files
import Market
import Quantities
import Reports

struct MarketImport: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "parley market",
    abstract: "Add survey files to the library.",
    discussion: """
      Reads the canonical market CSV and BLS OEWS files. A file with faults is refused whole, with every fault listed; \
      importing the same file again does nothing.

        parley market import pay.csv
        parley market import pay.csv --name acme-2026 --effective 2026-03-01
      """)

  @Argument(help: "CSV files; - is standard input.", completion: .file())
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
      roles: session.roles, places: try session.data.places(), industries: try session.data.industries(),
      currencies: try session.data.currencies(),
      parameters: session.parameters)
    var options = SurveyReader.Options(
      name: name, isLenient: lenient, skipsBadRows: skipBad, faultLimit: context.faultLimit, asOf: try context.date())
    options.effective = try effective.map { text in
      guard let date = CalendarDate(text) ?? CalendarDate(text + "-01") else {
        throw UsageError("date-not-a-date", "--effective \"\(text)\" is no date", cure: "write 2026-03-01")
      }
      guard !options.isAhead(date) else {
        throw UsageError(
          "date-out-of-range", "--effective \"\(text)\" is still to come", cure: "give the month the pay refers to")
      }
      return date
    }
    try output.chosen(of: ImportReport([]).report)
    let surveys = try read(reader, options)
    let library = try session.library(forChange: true)
    var outcomes = try library.store(surveys.flatMap(\.found))[...]
    var entries: [ImportReport.Entry] = []
    for (file, found) in surveys {
      for survey in found {
        guard let outcome = outcomes.popFirst() else { continue }
        entries.append(
          ImportReport.Entry(
            file: file, dataset: outcome.dataset,
            outcome: word(for: outcome), notes: survey.notes, skipped: survey.skippedRows,
            formerName: outcome.formerName, replaces: outcome.isReplacement))
      }
      guard !output.quiet else { continue }
      for diagnostic in found.first?.skipped ?? [] { Terminal.write(diagnostic.text + "\n", to: .error) }
    }
    try output.write(ImportReport(entries).report)
  }

  private func word(for outcome: ImportOutcome) -> String {
    if outcome.isKnown { return "known" }
    if outcome.formerName != nil { return "renamed" }
    return outcome.isReplacement ? "replaced" : "imported"
  }

  /// Every file is read before the first one is stored, so that a fault in the last changes nothing.
  private func read(
    _ reader: SurveyReader, _ options: SurveyReader.Options
  ) throws -> [(file: String, found: [ReadSurvey])] {
    var surveys: [(file: String, found: [ReadSurvey])] = []
    var faults: [Diagnostic] = []
    var count = 0
    var owners: [String: (file: String, digest: String)] = [:]
    for file in files {
      do { surveys.append((file, try reader.read(path: file, options: options))) } catch let bad as BadInput {
        faults += bad.diagnostics
        count += bad.count
        continue
      }
      for survey in surveys.last?.found ?? [] {
        let dataset = survey.dataset
        if let owner = owners[dataset.name], owner.digest != dataset.digest {
          count += 1
          faults.append(
            Diagnostic(
              name: "duplicate-dataset", message: "data set \(dataset.name) is in \(owner.file) too",
              cure: "put both in one file, or name them differently in the column dataset", file: file))
        }
        owners[dataset.name] = (file, dataset.digest)
      }
    }
    guard count == 0 else { throw BadInput(faults, count: count) }
    return surveys
  }
}

struct MarketRemove: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove", _superCommandName: "parley market",
    abstract: "Take an imported data set out of the library.",
    discussion: """
      The shipped surveys stay.

        parley market remove acme-2026
      """)

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
    try output.chosen(of: DatasetsReport([], library: library.path).report)
    try library.remove(name)
    output.note("removed \(name) (\(NumberText.count(dataset.rows, "cell")))")
    try output.write(
      DatasetsReport(try library.datasets(), provenance: library.provenance(), library: library.path).report)
  }
}
