import ArgumentParser
import Files

/// Puts a new library in the place of a damaged one in the user's data folder, and says what that means.
enum LibraryRescue {
  /// Runs a command; where it meets such a library, moves that aside and runs the command again.
  static func run(_ command: inout any ParsableCommand) throws {
    do { try command.run() } catch let damaged as DamagedLibrary where damaged.isReplaceable {
      let replacement = try damaged.moveAside()
      if let aside = replacement.movedTo { Terminal.write(text(damaged, replacement, aside), to: .error) }
      // What was read from standard input cannot be read again.
      guard !(command is any ChangingCommand) else {
        throw FileTrouble(
          .inputOutput, path: damaged.path, message: "was damaged and is made anew; nothing else was changed",
          cure: "run the command again")
      }
      try command.run()
    }
  }

  private static func text(_ damaged: DamagedLibrary, _ replacement: DamagedLibrary.Replacement, _ aside: String)
    -> String
  {
    var lines = [
      "parley: warning: [damaged-library] \(damaged.path): the market library is damaged (\(damaged.detail)); "
        + "it is now \(aside), and a new one is made from the shipped data"
    ]
    if let surveys = replacement.surveys {
      lines += surveys.isEmpty ? ["  no survey of yours was in it"] : ["  import yours again:"]
      lines += surveys.map { survey in
        let source = ["", "-"].contains(survey.source) ? "FILE" : quoted(survey.source)
        return "    parley market import \(source) --name \(quoted(survey.name))"
      }
    } else {
      lines.append("  which surveys of yours were in it cannot be read: import them again from their files")
    }
    return lines.map { PlainText.of($0) + "\n" }.joined()
  }

  /// A word as a shell takes it.
  private static func quoted(_ word: String) -> String {
    let isPlain = word.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || "/._-".utf8.contains(byte)
    }
    return isPlain
      ? word : "'" + word.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''") + "'"
  }
}
