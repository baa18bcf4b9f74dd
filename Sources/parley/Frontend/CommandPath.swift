import ArgumentParser
import Market

/// Finds the command that the first words name, and suggests the one that was probably meant: the argument parser
/// does so only for options.
struct CommandPath {
  let command: any ParsableCommand.Type
  /// What follows the command's name.
  let rest: [String]

  /// Throws ``UsageError`` for a word that is no command.
  init(_ arguments: [String]) throws {
    var command: any ParsableCommand.Type = Parley.self
    var rest = arguments[...]
    var path = "parley"
    while let word = rest.first, !word.hasPrefix("-"), word != "help" {
      let children = command.configuration.subcommands
      if children.isEmpty { break }
      guard let child = children.first(where: { $0._commandName == word }) else {
        let names = children.map { $0._commandName }
        let near = NearestName.suggestions(for: word, among: names, limit: 1).first
        throw UsageError(
          "unknown-command", "there is no command \"\(path) \(word)\"",
          cure: near.map { "did you mean `\(path) \($0)`?" } ?? "there are " + names.joined(separator: ", "))
      }
      command = child
      rest = rest.dropFirst()
      path += " \(word)"
    }
    self.command = command
    self.rest = Array(rest)
  }

  /// The command with its arguments.
  ///
  /// Parsing one command takes a third of the time of parsing the whole tree, so that is tried first; the tree is
  /// for help, for completion scripts, and for errors that name the whole command. A command that says its
  /// `_superCommandName` is not asked for completion scripts when it is parsed alone, which saves as much again.
  func parsed(_ arguments: [String]) throws -> any ParsableCommand {
    if command.configuration.subcommands.isEmpty, let leaf = try? command.parse(rest) { return leaf }
    return try Parley.parseAsRoot(arguments)
  }
}
