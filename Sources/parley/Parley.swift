import ArgumentParser
import Glibc

/// The program: arguments in, report out.
@main
enum Program {
  static func main() {
    // A reader that stops early ends a write with an error, which is quiet, and not the program with a signal.
    signal(SIGPIPE, SIG_IGN)
    // So does a limit on the size of files.
    signal(SIGXFSZ, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    let status = ErrorPrinter.statusOf { changes in
      var command = try CommandPath(arguments).parsed(arguments)
      changes = command is any ChangingCommand
      try LibraryRescue.run(&command)
    }
    Terminal.exit(status)
  }
}

struct Parley: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parley",
    abstract: "Know what an offer is worth, and what to ask for.",
    discussion: """
      Begin with a question, or with a file of your offers:

        parley negotiate --role "IT Director" --location Denver --offer 185k
        parley init
      """,
    version: "0.1.0",
    subcommands: [
      InitCommand.self, MarketCommand.self, ValueCommand.self, CompareCommand.self, NegotiateCommand.self,
      WhatIfCommand.self, ExplainCommand.self, TaxCommand.self, ExportCommand.self, ImportCommand.self,
      VerifyCommand.self,
      CompletionsCommand.self,
    ])

  func run() throws { Terminal.write(Guide.text, to: .output) }
}

/// What `parley` alone prints: what it does and the next thing to type.
enum Guide {
  static let text = """
    parley: know what an offer is worth, and what to ask for. Offline; nothing leaves this machine.

    Type this first, no file needed:
      parley negotiate --role "IT Director" --location Denver --offer 185k --current 178k

    Then:
      parley init                           a filled example of your own offers
      parley compare SCENARIO               which offer is worth most, and why
      parley negotiate SCENARIO             the same range, from your offers
      parley whatif SCENARIO PATH=VALUE     change a field for once
      parley explain SCENARIO FIGURE        where a number comes from
      parley tax --wages 185k --state CO    what taxes leave of a year's pay
      parley export SCENARIO -o FILE.csv    to a spreadsheet; `parley import` brings it back
      parley market show --role ROLE --location PLACE    what a job pays there

    parley help COMMAND explains one; -O json or -O csv is for programs.

    """
}
