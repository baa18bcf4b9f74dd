import ArgumentParser
import Files
import Market
import Quantities
import Reports

struct MarketExport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", _superCommandName: "parley market",
    abstract: "Write cells of the library as a CSV that imports again.",
    discussion: """
      The canonical market CSV: a row a figure, annual pay, markers kept. A role has its own cells and those of the \
      occupation it is priced from. Without choices, everything is written. The survey's kind, licence and series go \
      along, so that it has the same weight when it is imported again.

        parley market export --source acme-2026 -o acme.csv
        parley market export --role "IT Director" --location Denver
      """)

  @Option(name: .customLong("role"), help: "Only this role or SOC code; may be repeated.")
  var roles: [String] = []

  @Option(name: .customLong("location"), help: "Only this place; may be repeated.")
  var locations: [String] = []

  @Option(name: .customLong("source"), help: "Only this data set; may be repeated.")
  var sources: [String] = []

  @Option(name: .shortAndLong, help: "The CSV file to write. - is standard output.", completion: .file())
  var output: String?

  @OptionGroup var context: ContextOptions

  @Flag(name: .shortAndLong, help: "No notes on standard error.")
  var quiet = false

  func run() throws {
    if let output, output != "-", !output.lowercased().hasSuffix(".csv") {
      throw UnknownChoice(
        kind: "file extension", given: String(output.split(separator: ".").last ?? ""), valid: ["csv"])
    }
    let session = try Session(context, quiet: quiet, parameters: ["market"])
    var choice = MarketLibrary.CellChoice(datasets: try session.sources(sources))
    for text in roles {
      let found = try session.roles.find(text)
      note(found.note)
      choice.jobs.append(found.value)
    }
    let places = try session.data.places()
    for text in locations {
      let found = try places.find(text)
      note(found.note)
      choice.locations.append(found.value.id)
    }
    let export = CanonicalExport(library: try session.library(), places: places)
    let file = output == "-" ? nil : output
    let count =
      try file.map { try export.write(choice, to: $0) } ?? export.write(choice) { Terminal.write($0, to: .output) }
    guard count > 0 else {
      throw NoMarketData(
        message: "no cell of the library is of that job, place and data set",
        cure: "`parley market list` lists the data sets; leave a choice out to see more")
    }
    if let file { note("wrote \(file), \(NumberText.count(count, "cell"))") }
  }

  private func note(_ text: String?) {
    if let text, !quiet { Terminal.write("parley: \(PlainText.of(text))\n", to: .error) }
  }
}
