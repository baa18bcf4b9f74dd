import ArgumentParser

struct CompletionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "completions", _superCommandName: "parley",
    abstract: "The completion script for bash, zsh or fish.",
    discussion: """
      `make install` puts the scripts where shells look for them. For one session, or elsewhere:

        source <(parley completions bash)
        parley completions zsh > ~/.zfunc/_parley
        parley completions fish > ~/.config/fish/completions/parley.fish
      """)

  @Argument(
    help: "bash, zsh or fish; without it, the shell you use.",
    completion: .list(CompletionShell.allCases.map(\.rawValue)))
  var shell: String?

  func run() throws {
    Terminal.write(Parley.completionScript(for: try chosenShell()) + "\n", to: .output)
  }

  /// The shell named, else the one of the environment variable `SHELL`.
  private func chosenShell() throws -> CompletionShell {
    let cure = "name one: parley completions bash, parley completions zsh or parley completions fish"
    if let shell {
      guard let known = CompletionShell(rawValue: shell.lowercased()) else {
        throw UsageError("unknown-shell", "there is no completion script for \"\(shell)\"", cure: cure)
      }
      return known
    }
    guard let used = Terminal.environment("SHELL")?.split(separator: "/").last.map(String.init) else {
      throw UsageError("unknown-shell", "SHELL does not say which shell you use", cure: cure)
    }
    guard let known = CompletionShell(rawValue: used) else {
      throw UsageError("unknown-shell", "there is no completion script for your shell, \"\(used)\"", cure: cure)
    }
    return known
  }
}
