import GRDB
import Quantities

/// The file beside a library that says how its surveys came in, so that it can be made anew when it is lost.
///
///     # The surveys in market.sqlite, each with the command that brings it back.
///     parley market import /home/me/acme.csv --name acme-2026    # acme-2026 3f2a...
///     parley market import /home/me/oracle.txt    # oracle-2026-03 9c1b...:5e07...
///     parley market remove oracle-2025-09
///
/// Behind the names stands the digest of the file, and behind a colon that of what its profile said. The CSV files are the truth; this says where they are. People can read it, and run it: `sh market.sqlite.imports`.
public struct ImportList: Sendable, Equatable {
  /// One import, which may have brought several data sets.
  public struct Entry: Sendable, Equatable {
    /// The file, as a path from the root; `-` for standard input.
    public var source: String
    /// What else was said: `["--name", "acme-2026"]`.
    public var options: [String]
    /// SHA-256 of the file.
    public var digest: String
    /// A digest of what the profile said that the file was read by; empty without one.
    public var profileDigest = ""
    public var datasets: [String]
    /// Data sets of the file that were taken out of the library again.
    public var removed: [String] = []

    /// Those data sets that nobody removed.
    var kept: [String] { datasets.filter { !removed.contains($0) } }

    /// What follows `parley market import`.
    public var arguments: [String] { [source] + options }
    /// The command that brings it back.
    public var command: String { ShellWords.joined(ImportList.importing + arguments) }
    /// `["--library", "/home/me/own.sqlite"]` where one was named.
    var libraryWords: [String] {
      options.firstIndex(of: "--library").map { Array(options[$0...].prefix(2)) } ?? []
    }

    /// Those data sets of its file that the library had, under the names that they had there.
    ///
    /// A file that was imported second under a name that was taken is `survey-2`, also where `survey` has gone since.
    public func held(of surveys: [ReadSurvey]) -> [ReadSurvey] {
      for number in 1...Self.numbers {
        let kept = surveys.map { $0.numbered(number) }.filter { datasets.contains($0.dataset.name) }
        if !kept.isEmpty { return kept }
      }
      return surveys
    }

    /// Files of one name that are told apart by numbers.
    private static let numbers = 99
  }

  public var entries: [Entry]

  /// `market.sqlite.imports`.
  public static func path(of library: String) -> String { library + ".imports" }

  public init(_ entries: [Entry]) { self.entries = entries }

  /// The list beside a library; nil where there is none that can be read.
  public init?(besideLibrary library: String) {
    guard let bytes = try? Folder.bytes(of: Self.path(of: library)) else { return nil }
    var entries: [Entry] = []
    for line in String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline) {
      let words = ShellWords.split(String(line))
      if words.starts(with: Self.removing), words.count > 3, let last = entries.indices.last {
        entries[last].removed.append(words[3])
      }
      guard words.starts(with: Self.importing), let end = words.lastIndex(of: "#"), end > 3, let digest = words.last
      else { continue }
      let digests = digest.split(separator: ":", maxSplits: 1).map(String.init)
      entries.append(
        Entry(
          source: words[3], options: Array(words[4..<end]), digest: digests.first ?? "",
          profileDigest: digests.count > 1 ? digests[1] : "", datasets: Array(words[(end + 1)...].dropLast())))
    }
    self.entries = entries
  }

  private static let importing = ["parley", "market", "import"]
  private static let removing = ["parley", "market", "remove"]

  /// The file's text. What came from standard input is said, but cannot be brought back.
  func text(library: String) -> String {
    let name = library.split(separator: "/").last.map(String.init) ?? library
    let lines = entries.flatMap { entry in
      let isHeld = entry.source != "-"
      let digest = entry.digest + (entry.profileDigest.isEmpty ? "" : ":" + entry.profileDigest)
      return [
        (isHeld ? "" : "# ") + entry.command + "    # " + ShellWords.joined(entry.datasets + [digest])
      ]
        + (isHeld ? entry.removed : []).map { ShellWords.joined(Self.removing + [$0] + entry.libraryWords) }
    }
    return (["# The surveys in \(name), each with the command that brings it back."] + lines)
      .map { $0 + "\n" }.joined()
  }
}

extension ImportList {
  /// Those that a library does not have, though nobody removed them: it was made anew without them.
  ///
  /// A file that has come in again, or another under the same name, has taken the place of what it was.
  public func lost(from datasets: Set<String>, now: ImportList? = nil) -> [Entry] {
    entries.filter { entry in
      let cameAgain = now?.entries.contains { $0.digest == entry.digest && $0.source == entry.source } ?? false
      return !cameAgain && !entry.kept.isEmpty && datasets.isDisjoint(with: entry.kept)
    }
  }

  /// What a file brought and the library no longer has was removed: else the command would bring it back. What was
  /// lost stays in the list until it is brought back or removed by its name.
  fileprivate mutating func keepUp(with former: ImportList, removing name: String?) {
    var former = former
    if let name {
      for index in former.entries.indices where former.entries[index].kept.contains(name) {
        former.entries[index].removed.append(name)
      }
    }
    for index in entries.indices {
      let entry = entries[index]
      guard let before = former.entries.first(where: { $0.arguments == entry.arguments && $0.digest == entry.digest })
      else { continue }
      entries[index].removed = before.removed.filter { !entry.datasets.contains($0) }
      entries[index].removed += before.kept.filter { !entry.datasets.contains($0) }
    }
    entries = former.lost(from: Set(entries.flatMap(\.datasets)), now: self) + entries
  }
}

extension MarketLibrary {
  /// How the user's surveys came in, the oldest first; without those of libraries that did not keep it.
  func importList() throws -> ImportList {
    try query { database in
      let rows = try Row.fetchAll(
        database,
        sql: "SELECT name, source, options, digest, profile FROM dataset WHERE shipped = 0 AND source <> '' ORDER BY id"
      )
      var entries: [ImportList.Entry] = []
      for row in rows {
        // The data sets of one file have its digest, that of the profile if there was one, and what parts them.
        let digests = (row["digest"] as String).split(separator: ":").map(String.init)
        let isProfiled = SurveyReader.Layout(rawValue: row["profile"]) == nil
        var entry = ImportList.Entry(
          source: row["source"], options: ShellWords.split(row["options"]), digest: digests.first ?? "",
          profileDigest: isProfiled && digests.count > 1 ? digests[1] : "", datasets: [])
        if let known = entries.firstIndex(where: {
          $0.arguments == entry.arguments && $0.digest == entry.digest && $0.profileDigest == entry.profileDigest
        }) {
          entries[known].datasets.append(row["name"])
        } else {
          entry.datasets = [row["name"]]
          entries.append(entry)
        }
      }
      return ImportList(entries)
    }
  }

  /// Writes the list beside the library, after an import or the removal of a data set. Throws ``FileTrouble``.
  public func writeImportList(removing name: String? = nil) throws {
    var list = try importList()
    if let former = ImportList(besideLibrary: path) { list.keepUp(with: former, removing: name) }
    let file = ImportList.path(of: path)
    guard !list.entries.isEmpty || Folder.exists(file) else { return }
    try AtomicFile.write(Array(list.text(library: path).utf8), to: file)
  }

  /// Surveys that were in the library before it was made anew, and did not come back.
  public func lostSurveys() throws -> [ImportList.Entry] {
    guard let list = ImportList(besideLibrary: path), !list.entries.isEmpty else { return [] }
    let names = try query { try Set(String.fetchAll($0, sql: "SELECT name FROM dataset")) }
    return list.lost(from: names)
  }
}
