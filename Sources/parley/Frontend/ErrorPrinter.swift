import ArgumentParser
import CSVStream
import Files
import Market
import Quantities
import Reports

/// Wrong usage found by us rather than by the argument parser.
struct UsageError: Error {
  let name: String
  let message: String
  let cure: String

  init(_ name: String, _ message: String, cure: String = "") {
    self.name = name
    self.message = message
    self.cure = cure
  }
}

/// A command that changes a library or a file; after a fault its user is told that nothing was changed.
protocol ChangingCommand: ParsableCommand {}

/// Prints every error in one layout and chooses the exit code.
///
/// 0 done, 1 a check found something, 64 wrong usage, 65 bad data, 66 input missing, 73 output can't be written, 74 I/O.
enum ErrorPrinter {
  /// `body` says whether the command it runs changes something: only then is it news that nothing was changed.
  static func statusOf(_ body: (_ changes: inout Bool) throws -> Void) -> Int32 {
    var changes = false
    do {
      try body(&changes)
      return 0
    } catch {
      return report(error, changes: changes)
    }
  }

  private static func report(_ error: any Error, changes: Bool) -> Int32 {
    switch error {
    case let found as ExitCode:
      // A check that found something has said so in its report.
      return found.rawValue
    case let input as BadInput:
      for diagnostic in input.diagnostics { Terminal.write(diagnostic.text + "\n", to: .error) }
      let hidden = input.count - input.diagnostics.count
      let more = hidden > 0 ? ", \(hidden) of them not shown (--max-errors)" : ""
      let end = changes ? "; nothing was changed" : ""
      write("parley: \(input.count) \(input.count == 1 ? "error" : "errors")\(more)\(end)")
      return 65
    case let trouble as FileTrouble:
      write("parley: error: [\(name(of: trouble.kind))] \(trouble.path): \(trouble.message)", cure: trouble.cure)
      return status(of: trouble.kind)
    case let damaged as DamagedLibrary:
      return report(damaged.trouble, changes: changes)
    case let usage as UsageError:
      write("parley: error: [\(usage.name)] \(usage.message)", cure: usage.cure)
      return 64
    case let unknown as UnknownName:
      let kind = unknown.kind
      write("parley: error: [unknown-\(kind)] there is no \(kind) \"\(unknown.text)\"", cure: unknown.cure)
      return 64
    case let unknown as UnknownChoice:
      write("parley: error: [\(unknown.name)] \(unknown.message)", cure: unknown.choices)
      return 64
    case let trouble as ChangeTrouble:
      write("parley: error: [\(trouble.name)] \(trouble.message)", cure: trouble.cure)
      return 64
    case let unknown as UnknownFigure:
      write("parley: error: [unknown-figure] \(unknown.message)", cure: unknown.cure)
      return 64
    case let none as NoMarketData:
      write("parley: error: [no-market-data] \(none.message)", cure: none.cure)
      return 65
    case let missing as ParameterTable.Missing:
      write("parley: error: [missing-parameter] \(missing)", cure: "the shipped data is incomplete: install it again")
      return 74
    case let fault as CSVFault:
      write("parley: error: [input-output] \(fault.file): \(fault.message)", cure: fault.cure)
      return 74
    default:
      return reportParsing(error)
    }
  }

  /// Help that was asked for, or what the argument parser found wrong.
  private static func reportParsing(_ error: any Error) -> Int32 {
    let status = Parley.exitCode(for: error)
    let text = Parley.fullMessage(for: error)
    if status.isSuccess {
      let help = HelpText.wrapped(text, width: Terminal.width)
      Terminal.write(help + (help.hasSuffix("\n") ? "" : "\n"), to: .output)
      return 0
    }
    guard status == .validationFailure else {
      write("parley: error: [internal] \(text)", cure: "please report this, with the command that you typed")
      return 74
    }
    let body = text.hasPrefix("Error: ") ? String(text.dropFirst("Error: ".count)) : text
    let lines = body.split(separator: "\n").map(String.init)
    write("parley: error: [wrong-usage] \(lines.first ?? "")")
    let names = CommandLine.arguments.filter { $0 == "--role" || $0 == "--location" }
    if !names.isEmpty, body.lowercased().contains("unexpected argument") {
      write("  a name of several words needs quotes: --location \"San Jose\"")
    }
    for line in lines.dropFirst() { write(line.hasPrefix(" ") ? line : "  " + line) }
    return 64
  }

  /// A line and its cure; names from files and arguments are in both, so both are made harmless.
  private static func write(_ text: String, cure: String = "") {
    Terminal.write(PlainText.of(text) + "\n" + (cure.isEmpty ? "" : "  \(PlainText.of(cure))\n"), to: .error)
  }

  private static func name(of kind: FileTrouble.Kind) -> String {
    switch kind {
    case .missing: return "input-missing"
    case .unwritable: return "cannot-write"
    case .inputOutput: return "input-output"
    }
  }

  private static func status(of kind: FileTrouble.Kind) -> Int32 {
    switch kind {
    case .missing: return 66
    case .unwritable: return 73
    case .inputOutput: return 74
    }
  }
}
