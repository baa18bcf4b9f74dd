import ArgumentParser
import Files
import Quantities

/// Puts a new library in the place of a damaged one in the user's data folder, and brings their surveys back.
enum LibraryRescue {
  /// Surveys that are named one by one; of more, the list beside the library tells.
  private static let namedSurveys = 3
  /// Whether this run has said already what did not come back.
  @TaskLocal private static var hasSaid = false

  /// Runs a command; where it meets such a library, moves that aside, makes it anew and runs the command again.
  static func run(_ command: inout any ParsableCommand) throws {
    do { try command.run() } catch let damaged as DamagedLibrary where damaged.isReplaceable {
      try damaged.replace { try make($0, for: damaged, aside: $1) }
      try $hasSaid.withValue(true) { try again(&command, damaged) }
    }
  }

  /// Makes the new library at `path`: the shipped data, and every survey that can be imported again.
  private static func make(_ path: String, for damaged: DamagedLibrary, aside: String?) throws {
    let end = aside.map { "it is kept as \($0), and a" } ?? "a"
    say(
      "parley: warning: [damaged-library] \(damaged.path): the market library is damaged (\(damaged.detail)); "
        + end + " new one is made from the shipped data")
    _ = try Session(try ContextOptions.parse(["--library", path]), quiet: true).library()
    guard let list = ImportList(besideLibrary: damaged.path) else {
      return say("  surveys that you had imported: import them again from their files")
    }
    for entry in list.entries { say("  " + outcome(of: entry, in: path)) }
  }

  /// Says which surveys a library that was made anew lacks, until they are there again: figures without them differ.
  static func remind(of lost: [ImportList.Entry]) {
    guard !hasSaid, !lost.isEmpty else { return }
    for entry in lost.prefix(namedSurveys) {
      let names = entry.datasets.joined(separator: ", ")
      say("parley: warning: [lost-survey] \(names) did not come back when the library was made anew")
      say("  bring it back: \(entry.command), or forget it: parley market remove \(entry.datasets[0])")
    }
    let rest = lost.dropFirst(namedSurveys).count
    if rest > 0 { say("  and \(NumberText.count(rest, "other survey")): `parley market list` shows what is there") }
  }

  /// What was read from standard input cannot be read again, and a change must not be made half by the way.
  private static func again(_ command: inout any ParsableCommand, _ damaged: DamagedLibrary) throws {
    guard !(command is any ChangingCommand) else {
      throw FileTrouble(
        .inputOutput, path: damaged.path, message: "was damaged and is made anew; nothing else was changed",
        cure: "run the command again")
    }
    try command.run()
  }

  /// Imports a survey again from its file, if that is still what it was; says what became of it.
  private static func outcome(of entry: ImportList.Entry, in library: String) -> String {
    let names = entry.datasets.joined(separator: ", ")
    let byHand = "import it again: \(entry.command)"
    guard entry.source != "-" else { return "\(names) came from standard input; \(byHand)" }
    guard Folder.isPlainFile(entry.source) else { return "\(names): \(entry.source) is not there any more; \(byHand)" }
    guard let digest = try? Digest.sha256(ofFile: entry.source), digest == entry.digest else {
      return "\(names): \(entry.source) has changed since; \(byHand)"
    }
    do {
      // The last library that is named counts.
      let command = try MarketImport.parse(entry.arguments + ["--quiet", "--library", library])
      var surveys = try command.read()
      for file in surveys.indices {
        surveys[file].reading.surveys = entry.held(of: surveys[file].reading.surveys)
        for index in surveys[file].reading.surveys.indices {
          surveys[file].reading.surveys[index].options = entry.options
        }
      }
      let profiles = Set(surveys.flatMap(\.reading.surveys).map(\.profileDigest)).union([entry.profileDigest])
      // Read otherwise than it was, its figures would differ. Lists of old do not say what the profile said.
      guard profiles.count < 2 || entry.profileDigest.isEmpty else {
        return "\(names): the profile of \(entry.source) has changed since; \(byHand)"
      }
      _ = try command.stored(surveys)
      return "imported again: \(names) from \(entry.source)"
    } catch { return "\(names): \(entry.source) cannot be imported as it was, it or its profile; \(byHand)" }
  }

  private static func say(_ line: String) { Terminal.write(PlainText.of(line) + "\n", to: .error) }
}
