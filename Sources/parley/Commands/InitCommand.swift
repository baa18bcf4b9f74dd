import ArgumentParser
import Files
import Market
import Quantities

struct InitCommand: ChangingCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", _superCommandName: "parley",
    abstract: "A folder with a filled example: offers to put yours in the place of.",
    discussion: """
      Writes scenario.yaml, with a CIO's and an IT director's offer beside a current job, and notes.md with what to ask \
      the employers. It works at once. Never writes over a file. On a terminal it asks three questions; Enter keeps \
      the example's value.

        parley init
        parley init my-offers
      """)

  @Argument(help: "The folder; made if it is not there.", completion: .directory)
  var folder = "parley-offers"

  @Flag(name: .shortAndLong, help: "No questions, and no word about what was written.")
  var quiet = false

  func run() throws {
    // Before any question: answers should not be lost to a file in the way.
    try ExampleProject.freePaths(in: folder)
    let session = try Session(ContextOptions.parse([]), quiet: quiet)
    var project = try ExampleProject(from: session.data)
    if !quiet, Terminal.isInteractiveInput, Terminal.isInteractive(.output) {
      try ExampleQuestions(reader: session.scenarioReader()).ask(about: &project)
    }
    let written = try project.write(to: folder)
    if !quiet { Terminal.write(text(written), to: .output) }
  }

  private func text(_ written: [String]) -> String {
    let name = ShellWords.quoted(folder)
    return written.map { "wrote \($0)\n" }.joined() + """

      Put your own figures into scenario.yaml, or try it as it stands:
        parley value \(name)
        parley negotiate \(name)
        parley negotiate \(name) --offer director

      """
  }
}

/// The three questions `parley init` asks on a terminal.
struct ExampleQuestions {
  let reader: ScenarioReader

  /// Answers are read as the scenario's own fields are; one that cannot be is explained, and asked for again.
  func ask(about project: inout ExampleProject) throws {
    Terminal.write("Three questions; Enter keeps what stands in brackets.\n", to: .output)
    for answer in ExampleProject.Answer.allCases {
      let shown = try project.value(of: answer)
      while true {
        Terminal.write("\(ExampleQuestions.text(of: answer)) [\(shown)]: ", to: .output)
        guard let line = readLine() else {
          // The end of the input keeps the rest of the example.
          Terminal.write("\n", to: .output)
          return
        }
        let text = line.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        if text.isEmpty { break }
        do {
          for note in try project.set(answer, to: text, reader: reader) { Terminal.write("  \(note)\n", to: .output) }
          break
        } catch let bad as BadInput {
          guard let first = bad.diagnostics.first else { throw bad }
          Terminal.write("  \(first.message)\n  \(first.cure)\n", to: .output)
        }
      }
    }
    Terminal.write("\n", to: .output)
  }

  private static func text(of answer: ExampleProject.Answer) -> String {
    switch answer {
    case .base: return "Your base salary a year"
    case .city: return "Your city"
    case .title: return "Your title"
    }
  }
}
