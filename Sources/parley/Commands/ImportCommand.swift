import ArgumentParser
import Files
import Quantities

struct ImportCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", _superCommandName: "parley",
    abstract: "Read the edits of an exported sheet back into a scenario.",
    discussion: """
      Fields are found by path and compared by meaning: 178k is 178000, 20% is 0.2. The scenario keeps its comments and \
      its order. With --diff nothing is written, and the status is 1 when there are differences.

        parley import offers.csv --into scenario.yaml --diff
      """)

  @Argument(help: "The edited CSV; - is standard input.")
  var file: String

  @Option(help: "The scenario to change: a YAML file, a CSV of offers, or a folder that holds scenario.yaml.")
  var into: String

  @Flag(help: "Show the differences and change nothing; status 1 when there are some.")
  var diff = false

  @OptionGroup var context: ContextOptions

  @Flag(name: .shortAndLong, help: "No notes on standard error.")
  var quiet = false

  func run() throws {
    guard into != "-" else {
      throw UsageError("option-without-use", "--into - cannot be written back", cure: "name the scenario's file")
    }
    if file.lowercased().hasSuffix(".xlsx") {
      throw UsageError("not-yet", "this version reads CSV, not .xlsx", cure: "save the sheet as CSV, and import that")
    }
    let session = try Session(context, quiet: quiet)
    let document = try ScenarioDocument.read(path: into)
    let edits = try SheetImport(
      bytes: try Folder.bytes(of: file, limit: SheetImport.byteLimit), file: file, into: document,
      reader: try session.scenarioReader(faultLimit: context.faultLimit()))
    if !quiet { for note in edits.notes { Terminal.write("parley: \(note)\n", to: .error) } }
    let changed = try edits.applied()
    for change in edits.changes { Terminal.write(change.text + "\n", to: .output) }
    guard !edits.changes.isEmpty else {
      Terminal.write("no differences\n", to: .output)
      return
    }
    let count = edits.changes.count
    if diff {
      Terminal.write(NumberText.count(count, "difference") + "; nothing was changed\n", to: .output)
      Terminal.exit(1)
    }
    var written: [String] = []
    for (before, after) in zip(document.parts, changed.parts) where before.bytes != after.bytes {
      try AtomicFile.write(after.bytes, to: after.file)
      written.append(after.file)
    }
    if edits.movesLists, !quiet {
      Terminal.write(
        "parley: items of a list were removed, and later ones moved up: export again before the next import\n",
        to: .error)
    }
    Terminal.write(
      "\(NumberText.count(count, "change")) written to \(written.joined(separator: " and "))\n", to: .output)
  }
}
