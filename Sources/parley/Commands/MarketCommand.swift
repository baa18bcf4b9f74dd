import ArgumentParser
import Files
import Market
import Reports

struct MarketCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "market", abstract: "What jobs pay, by role and place, and the data behind it.",
    discussion: """
      Shipped data answers at once; your own surveys join it.

        parley market show --role "Program Manager" --location Seattle
        parley market import pay.csv
      """,
    subcommands: [
      MarketShow.self, MarketPrice.self, MarketRoles.self, MarketLocations.self, MarketList.self, MarketCheck.self,
      MarketImport.self, MarketExport.self, MarketRemove.self,
    ])
}

struct MarketRoles: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "roles", _superCommandName: "parley market",
    abstract: "The roles that are known, and what else they are called.",
    discussion: """
      All of them, or those with these words in a name.

        parley market roles
        parley market roles security
      """)

  @Argument(help: "Words to look for.")
  var query: [String] = []
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(context, quiet: output.quiet, parameters: ["market"])
    let text = query.joined(separator: " ")
    let found = session.roles.matching(text)
    guard !found.isEmpty else { throw UnknownName(kind: "role", text: text, suggestions: []) }
    try output.write(RolesReport(found, in: session.roles, next: try session.data.nextRoles()).report)
  }
}

struct MarketLocations: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "locations", _superCommandName: "parley market",
    abstract: "The places that are known: metros, states, countries.",
    discussion: """
      All of them, or those with these words in a name.

        parley market locations springfield
        parley market locations -O csv
      """)

  @Argument(help: "Words to look for.")
  var query: [String] = []
  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let session = try Session(context, quiet: output.quiet, parameters: ["market"])
    let text = query.joined(separator: " ")
    let found = try session.data.places().matching(text)
    guard !found.isEmpty else { throw UnknownName(kind: "place", text: text, suggestions: []) }
    try output.write(LocationsReport(found, query: text).report)
  }
}

struct MarketList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", _superCommandName: "parley market",
    abstract: "The data sets of the library, with period and licence.",
    discussion: """
      The shipped ones, and those you imported.

        parley market list
      """)

  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    let library = try Session(context, quiet: output.quiet, parameters: ["market"]).library()
    try output.write(
      DatasetsReport(try library.datasets(), provenance: library.provenance(), library: library.path).report)
  }
}
