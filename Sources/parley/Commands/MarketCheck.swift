import ArgumentParser
import Files
import Quantities
import Reports

struct MarketCheck: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", _superCommandName: "parley market",
    abstract: "Show what an import would do, and change nothing.",
    discussion: """
      How the file is read, which column says what, each rule that is applied with its count, and every bad cell with \
      line and column. Exit code 1 when an import would refuse a file.

        parley market check pay.csv
        parley market check lca.csv --profile dol-lca
      """)

  @Argument(help: "CSV files.", completion: .file())
  var files: [String]

  @OptionGroup var survey: SurveyOptions
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(context, quiet: output.quiet)
    let intake = try session.intake()
    let options = try survey.options(context)
    try output.chosen(of: CheckReport([]).report)
    try session.requireUsableLibrary()
    var entries: [CheckReport.Entry] = []
    for file in files {
      do {
        let reading = try intake.read(path: file, profile: survey.profile, options: options, isCheck: true)
        if let new = reading.newProfile {
          output.note("guessed how to read \(file); an import writes this to \(new.path):")
          output.show(new.text)
        }
        show(
          reading.refusal?.diagnostics ?? reading.profiled?.faults ?? [],
          count: reading.refusal?.count ?? reading.profiled?.faultCount ?? 0)
        entries.append(entry(file, reading))
      } catch let guess as UnreadGuess {
        output.note("guessed how to read \(file); an import writes this to \(guess.newProfile.path):")
        output.show(guess.newProfile.text)
        entries.append(unread(file, guess.bad, way: "a guess that does not suffice"))
      } catch let bad as BadInput {
        let way = intake.way(of: file, profile: survey.profile, options: options)
        entries.append(unread(file, bad, way: way ?? "nothing that fits", isNamed: way != nil))
      }
    }
    let report = CheckReport(entries, options: survey.words + context.libraryWords)
    try output.write(report.report)
    if report.foundSomething { throw ExitCode.failure }
  }

  /// `isNamed`: the way fits the file, and the notes say what stands in its way.
  private func unread(_ file: String, _ bad: BadInput, way: String, isNamed: Bool = false) -> CheckReport.Entry {
    show(bad.diagnostics, count: bad.count)
    var reasons: [String: String] = [:]
    for fault in bad.diagnostics where reasons[fault.name] == nil { reasons[fault.name] = fault.message }
    let notes = reasons.sorted { $0.key < $1.key }.map { "in the way, \($0.key): \($0.value)" }
    return CheckReport.Entry(
      file: file, way: way, datasets: [], notes: isNamed ? notes : [], rows: nil, imported: nil, leftOut: [:],
      rules: [:], faults: bad.count)
  }

  private func show(_ faults: [Diagnostic], count: Int) {
    for fault in faults { Terminal.write(fault.text + "\n", to: .error) }
    if count > faults.count { output.note("\(NumberText.grouped(count - faults.count)) more (--max-errors)") }
  }

  private func entry(_ file: String, _ reading: SurveyIntake.Reading) -> CheckReport.Entry {
    let ledger = reading.profiled?.ledger
    var leftOut: [String: Int] = [:]
    for (reason, tally) in ledger?.leftOut ?? [:] { leftOut[reason.rawValue] = tally.count }
    if reading.refusal != nil { leftOut = reading.surveys.first?.leftOut ?? [:] }
    let notes = reading.surveys.first?.notes ?? ledger?.lines ?? []
    var entry = CheckReport.Entry(
      file: file, way: reading.way, datasets: reading.surveys.map(\.dataset),
      notes: notes + [reading.profiled?.noteOnUnread].compactMap { $0 },
      rows: ledger?.rows, imported: ledger?.imported, leftOut: leftOut,
      rules: ledger?.rules.mapValues(\.count) ?? [:],
      faults: reading.profiled?.faultCount ?? (reading.refusal == nil ? 0 : leftOut.values.reduce(0, +))
    )
    entry.leavesOut = reading.profiled?.leavesOut ?? false
    return entry
  }
}

/// How survey files are read; the same for `import` and `check`.
struct SurveyOptions: ParsableArguments {
  @Option(help: "A mapping profile: a YAML file, or one that comes with parley.")
  var profile: String?

  @Option(help: "Name of the data set, instead of the file's own.")
  var name: String?

  @Option(help: ArgumentHelp("Month the pay refers to, when the file does not say: 2026-03-01.", valueName: "date"))
  var effective: String?

  @Flag(help: "Repair malformed CSV and list each repair.")
  var lenient = false

  /// The options of a reading; throws ``UsageError`` for a date that is none or is to come.
  func options(_ context: ContextOptions, skipsBadRows: Bool = false) throws -> SurveyReader.Options {
    var options = SurveyReader.Options(
      name: name, isLenient: lenient, skipsBadRows: skipsBadRows, faultLimit: try context.faultLimit(),
      asOf: try context.date())
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
    return options
  }
}

extension SurveyOptions {
  /// As they are typed, with the path of a profile from the root: for the list of imports.
  var words: [String] {
    let file = profile.map { Folder.isPlainFile($0) ? Folder.absolute($0) : $0 }
    let named = [("--profile", file), ("--name", name), ("--effective", effective)]
    return named.flatMap { option, value in value.map { [option, $0] } ?? [] } + (lenient ? ["--lenient"] : [])
  }
}

extension ContextOptions {
  /// `--library` with a path from the root, where it was named.
  var libraryWords: [String] { library.map { ["--library", Folder.absolute($0)] } ?? [] }
}

extension OutputOptions {
  /// Lines for people, beside the result, as they stand.
  func show(_ text: String) {
    guard !quiet else { return }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      Terminal.write("  \(PlainText.of(String(line)))\n", to: .error)
    }
  }
}

extension Session {
  /// Reads survey files of any layout.
  func intake() throws -> SurveyIntake {
    SurveyIntake(
      data: data,
      names: SurveyReader(
        roles: roles, places: try data.places(), industries: try data.industries(),
        currencies: try data.currencies(), parameters: parameters, titleWords: try data.titleWords()))
  }
}
