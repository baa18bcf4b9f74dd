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
      Reads the canonical market CSV, BLS OEWS files, and others by a mapping profile. A profile that is guessed is \
      written beside the file, to be corrected; the next import uses it. A file with faults is refused whole, with \
      every fault listed; importing the same file again does nothing. A .csv.gz is read as it is.

        parley market import pay.csv
        parley market import pay.csv --name acme-2026 --effective 2026-03-01
        parley market import answers.csv --profile ask-a-manager-2021 --skip-bad
      """)

  @Argument(help: "CSV files; - is standard input.", completion: .file())
  var files: [String]

  @OptionGroup var survey: SurveyOptions

  @Flag(help: "Leave unreadable rows out and list them (in FILE.rejects.csv).")
  var skipBad = false

  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  /// A file as it was read.
  typealias Read = (file: String, reading: SurveyIntake.Reading)

  func run() throws {
    try output.chosen(of: ImportReport([]).report)
    let surveys = try read()
    let (stored, library) = try stored(surveys)
    // Beside it, how they came in.
    library.noteImports(output)
    var outcomes = stored[...]
    writeFiles(beside: surveys.map(\.reading))
    var entries: [ImportReport.Entry] = []
    for (file, reading) in surveys {
      let found = reading.surveys
      // Once, with the guess: what is read by a profile that was looked at goes without saying.
      let unread = reading.newProfile == nil ? nil : reading.profiled?.noteOnUnread
      for (index, survey) in found.enumerated() {
        guard let outcome = outcomes.popFirst() else { continue }
        let first = index == 0 ? [unread].compactMap { $0 } : []
        entries.append(
          ImportReport.Entry(
            file: file, dataset: outcome.dataset,
            outcome: word(for: outcome), notes: survey.notes + first + changes(outcome), skipped: survey.skippedRows,
            formerName: outcome.formerName, replaces: outcome.isReplacement))
      }
      guard !output.quiet else { continue }
      for diagnostic in found.first?.skipped ?? [] { Terminal.write(diagnostic.text + "\n", to: .error) }
    }
    try output.write(ImportReport(entries).report)
  }

  /// Every file, before the first one is stored: a fault in the last changes nothing.
  func read() throws -> [Read] {
    let session = try Session(context, quiet: output.quiet)
    var surveys = try read(try session.intake(), try survey.options(context, skipsBadRows: skipBad))
    let options = survey.words + (skipBad ? ["--skip-bad"] : []) + context.libraryWords
    for file in surveys.indices {
      for index in surveys[file].reading.surveys.indices { surveys[file].reading.surveys[index].options = options }
    }
    return surveys
  }

  /// Puts them into the library, all or none.
  func stored(_ surveys: [Read]) throws -> (outcomes: [ImportOutcome], library: MarketLibrary) {
    let library = try Session(context, quiet: output.quiet).library(forChange: true)
    return (try library.store(surveys.flatMap(\.reading.surveys)), library)
  }

  private func word(for outcome: ImportOutcome) -> String {
    if outcome.isKnown { return "known" }
    if outcome.formerName != nil { return "renamed" }
    return outcome.isReplacement ? "replaced" : "imported"
  }

  /// What an import did that its file alone does not show.
  private func changes(_ outcome: ImportOutcome) -> [String] {
    if outcome.isKnown { return [] }
    var lines = outcome.isReadAnew ? ["read anew: its profile says something else than when it was imported"] : []
    if let taken = outcome.takenName {
      lines.append(
        "named \(outcome.dataset.name), since \(taken) came from another file: --name NAME gives another name, "
          + "--name \(taken) takes its place")
    }
    return lines
  }

  /// Guessed profiles, never over one that is there, and the rows that were left out. The survey is in the library:
  /// a folder that cannot be written is said, and is no failure.
  private func writeFiles(beside readings: [SurveyIntake.Reading]) {
    for reading in readings {
      if let new = reading.newProfile { write(new) }
      guard let rejects = reading.profiled?.rejects else { continue }
      output.write(rejects, to: reading.rejectsPath)
    }
  }

  /// A file that says no month may be one that is in the library already: then it is the month it has there.
  private func reading(
    of file: String, _ intake: SurveyIntake, _ options: SurveyReader.Options
  ) throws -> SurveyIntake.Reading {
    do { return try intake.read(path: file, profile: survey.profile, options: options) } catch let bad as BadInput {
      guard bad.diagnostics.map(\.name) == ["no-date"],
        let month = try? Session(context, quiet: true).library().month(ofFile: file)
      else { throw bad }
      var dated = options
      dated.effective = month
      output.note("\(file) was imported before as pay of \(month.monthName): it still is (--effective)")
      return try intake.read(path: file, profile: survey.profile, options: dated)
    }
  }

  /// Writes a guessed profile and shows what it takes for granted; the whole of it is what `check` shows.
  private func write(_ new: (text: String, path: String)) {
    let lines = new.text.split(separator: "\n", omittingEmptySubsequences: false).map { $0.drop { $0 == " " } }
    let assumed = zip(lines, lines.dropFirst()).enumerated().filter { $0.element.0.hasPrefix("# Assumed") }.map {
      // A block says by itself nothing; the line below it does.
      $0.element.1.hasSuffix(":") ? "\($0.element.1) \(lines[$0.offset + 2])" : String($0.element.1)
    }
    let end = assumed.isEmpty ? "" : "; assumed, since no column says it:"
    do {
      try NewFile.write(Array(new.text.utf8), to: new.path)
      output.note("guessed how to read it; wrote \(new.path) to be corrected\(end)")
    } catch {
      output.note("guessed how to read it, but cannot write \(new.path): say --profile FILE\(end)")
    }
    output.show(assumed.map { $0 + "\n" }.joined())
  }

  private func read(_ intake: SurveyIntake, _ options: SurveyReader.Options) throws -> [Read] {
    var surveys: [Read] = []
    var faults: [Diagnostic] = []
    var count = 0
    var owners: [String: (file: String, digest: String)] = [:]
    for file in files {
      do {
        surveys.append((file, try reading(of: file, intake, options)))
      } catch let unread as UnreadGuess {
        // Nothing is imported, but there is a profile now in which it can be put right.
        write(unread.newProfile)
        if let rejects = unread.rejectsPath { output.note("wrote the rows left out to \(rejects)") }
        faults += unread.bad.diagnostics
        count += unread.bad.count
        continue
      } catch let nothing as NothingKept {
        output.note("wrote the rows left out to \(nothing.rejectsPath)")
        faults += nothing.bad.diagnostics
        count += nothing.bad.count
        continue
      } catch let bad as BadInput {
        faults += bad.diagnostics
        count += bad.count
        continue
      }
      for survey in surveys.last?.reading.surveys ?? [] {
        let dataset = survey.dataset
        // One that is named after its file gets a number where the name is taken.
        guard survey.isNamedByUser || survey.isNamedByFile else { continue }
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
      if try library.lostSurveys().contains(where: { $0.datasets.contains(name) }) { return try forget(library) }
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
    library.noteImports(output, removing: name)
    output.note("removed \(name) (\(NumberText.count(dataset.rows, "cell")))")
    try output.write(
      DatasetsReport(try library.datasets(), provenance: library.provenance(), library: library.path).report)
  }

  /// A survey that did not come back into a library that was made anew, and no longer need to.
  private func forget(_ library: MarketLibrary) throws {
    try library.writeImportList(removing: name)
    output.note("\(name) was lost with the damaged library, and is no longer missed")
  }
}

extension MarketLibrary {
  /// Brings the list beside the library up to date. What was stored is stored: trouble with the list is only said.
  fileprivate func noteImports(_ output: OutputOptions, removing name: String? = nil) {
    do { try writeImportList(removing: name) } catch {
      output.note("the list of imports beside the library cannot be written: \(ImportList.path(of: path))")
    }
  }
}
