import CSVStream
import Quantities

/// A file whose columns could be guessed, and that cannot be read so: its place, its date or its units are missing, or
/// rows are bad. The guessed profile is where most of that is put right.
public struct UnreadGuess: Error {
  public let bad: BadInput
  public let newProfile: (text: String, path: String)
  /// Where the rows were written that were left out, if all were.
  public var rejectsPath: String?
}

extension BadInput {
  /// The same faults, with the profile that their cures speak of by its path.
  func naming(profile path: String) -> BadInput {
    let named = diagnostics.map { fault in
      Diagnostic(
        fault.severity, name: fault.name, message: fault.message,
        cure: fault.cure.replacing("in the profile", with: "in \(path)")
          .replacing("correct the profile", with: "correct \(path)"),
        file: fault.file, line: fault.line, column: fault.column, excerpt: fault.excerpt, caret: fault.caret)
    }
    return BadInput(named, count: count)
  }
}

/// A file in no layout that is known, and not to be guessed: what it lacks, and where it can be said.
enum UnknownLayout {
  /// `columns`: the fields of its first record; `excerpt`: its first line.
  static func diagnostic(columns: [String], hasRows: Bool = true, path: String, excerpt: String) -> Diagnostic {
    let isFile = path != "-" && Folder.isPlainFile(path)
    let beside = SurveyIntake.profilePath(of: path)
    let cure =
      isFile
      ? "a guess needs rows with a job (Job Title, SOC Code), a place (Location, City, Country) and pay in figures "
        + "(Salary, Median, P50); or say which columns hold them in \(beside), as the files in MarketData/profiles do, "
        + "and run: parley market check \(ShellWords.joined([path]))"
      : "only a file's columns can be guessed: save it as one, or say how it is read with --profile"
    return Diagnostic(
      name: "unknown-layout",
      message: "this is neither the canonical market CSV nor a BLS OEWS file; its columns are "
        + columns.prefix(8).joined(separator: ", ") + (columns.count > 8 ? ", …" : "")
        + (hasRows ? "" : "; below them it has no rows"), cure: cure, file: path, line: 1, column: 1, excerpt: excerpt,
      caret: 1)
  }
}
