import ArgumentParser
import Market

/// Suggests the command that was probably meant: the argument parser does so only for options.
enum CommandSuggestion {
  static func check(_ arguments: [String]) throws {
    try check(arguments[...], in: Parley.self, path: "parley")
  }

  private static func check(
    _ arguments: ArraySlice<String>, in command: any ParsableCommand.Type, path: String
  ) throws {
    let children = command.configuration.subcommands
    guard let word = arguments.first, !word.hasPrefix("-"), word != "help", !children.isEmpty else { return }
    let names = children.map { $0._commandName }
    if let child = children.first(where: { $0._commandName == word }) {
      return try check(arguments.dropFirst(), in: child, path: "\(path) \(word)")
    }
    let near = NearestName.suggestions(for: word, among: names, limit: 1).first
    throw UsageError(
      "unknown-command", "there is no command \"\(path) \(word)\"",
      cure: near.map { "did you mean `\(path) \($0)`?" } ?? "there are " + names.joined(separator: ", "))
  }
}
