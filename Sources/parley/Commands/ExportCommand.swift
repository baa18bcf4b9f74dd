import ArgumentParser
import Files
import Quantities
import Reports

struct ExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "parley",
    abstract: "Write the offers as a CSV sheet that a spreadsheet can compute with.",
    discussion: """
      One offer a column, one field a row; `parley import` reads the edits back.

        parley export scenario.yaml -o offers.csv
        parley import offers.csv --into scenario.yaml
      """)

  @Argument(help: ScenarioArgument.help, completion: .file())
  var scenario: String

  @Option(name: .shortAndLong, help: "The CSV file to write. - is standard output.")
  var output: String?

  @Option(help: "sheet: one offer a column. tidy: one value a row.")
  var layout = "sheet"

  @Option(name: .customLong("offer"), help: "Only this offer; may be repeated.")
  var offers: [String] = []

  @OptionGroup var context: ContextOptions

  @Flag(name: .shortAndLong, help: "No notes on standard error.")
  var quiet = false

  func run() throws {
    guard let layout = SheetExport.Layout(rawValue: layout) else {
      throw UnknownChoice(kind: "layout", given: self.layout, valid: SheetExport.Layout.allCases.map(\.rawValue))
    }
    try refuseOtherFormats()
    let session = try Session(context, quiet: quiet)
    let document = try ScenarioDocument.read(path: scenario)
    let read = try session.scenarioReader(faultLimit: context.faultLimit()).read(document: document)
    for id in offers where !read.offers.contains(where: { $0.id == id }) {
      throw UnknownChoice(kind: "offer", given: id, valid: read.offers.map(\.id))
    }
    let text = SheetExport(document, scenario: read, only: offers).text(
      as: layout, delimiter: UInt8(ascii: ending == "tsv" ? "\t" : ","))
    guard let output, output != "-" else {
      Terminal.write(text, to: .output)
      return
    }
    try AtomicFile.write(Array(text.utf8), to: output)
    if !quiet { Terminal.write("parley: wrote \(output)\n", to: .error) }
  }

  /// The ending of the file to write, nil for none and for standard output.
  private var ending: String? {
    guard let name = output?.split(separator: "/").last, let dot = name.lastIndex(of: "."), dot > name.startIndex else {
      return nil
    }
    return name[name.index(after: dot)...].lowercased()
  }

  private func refuseOtherFormats() throws {
    guard let ending, !["csv", "tsv", "txt"].contains(ending) else { return }
    if ending == "xlsx" || ending == "ods" {
      throw UsageError(
        "not-yet", "this version writes CSV, not .\(ending)", cure: "write offers.csv; every spreadsheet opens it")
    }
    throw UnknownChoice(kind: "file extension", given: ending, valid: ["csv", "tsv"])
  }
}
