import ArgumentParser
import Files
import Reports

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", _superCommandName: "parley",
    abstract: "Recompute reference values and say which agree.",
    discussion: """
      A row names a kind of model, its inputs as JSON, an output, the expected value and how far off it may be. Without a \
      file the rows that come with parley are checked. Exit 0 when every row that has a model agrees, 1 when one does not.

        parley verify
        parley verify rows.csv -O csv
      """)

  @Argument(help: "A CSV file: id, kind, inputs, output, expected, tolerance, tol_type; - is standard input.")
  var file: String?

  @Option(help: "Faults of a file to print before counting the rest.")
  var maxErrors = 50

  @OptionGroup var output: OutputOptions

  func run() throws {
    let limit = max(1, maxErrors)
    let verified =
      try file.map { try ReferenceReader(faultLimit: limit).verified(path: $0) }
      ?? Session.shippedData().verifiedReferences(faultLimit: limit)
    let report = VerifyReport(
      columns: verified.columns,
      rows: verified.rows.map { VerifyReport.Row(reference: $0.reference, outcome: $0.outcome, fields: $0.fields) })
    try output.write(report.report)
    for note in report.notes { output.note(note) }
    if report.hasFailures { throw ExitCode.failure }
  }
}
