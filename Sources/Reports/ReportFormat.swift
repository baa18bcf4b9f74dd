/// The formats a report can be printed in.
///
///     try ReportFormat("json")                        // .json
///     try ReportFormat.inferred(fromPath: "out.md")   // .markdown
///     try ReportFormat("jsn")                         // throws: did you mean json?
public enum ReportFormat: String, Sendable, CaseIterable {
  case table, csv, tsv, json, jsonl, markdown

  /// The format of that name.
  ///
  ///     try ReportFormat("tsv")
  ///
  /// - Throws: `UnknownChoice`, which lists the valid ones.
  public init(_ name: String) throws(UnknownChoice) {
    guard let format = ReportFormat(rawValue: name.lowercased()) else {
      throw UnknownChoice(kind: "format", given: name, valid: Self.allCases.map(\.rawValue))
    }
    self = format
  }

  /// The format a file's extension asks for; nil if the name has no extension.
  ///
  ///     try ReportFormat.inferred(fromPath: "priced.tsv")    // .tsv
  ///     try ReportFormat.inferred(fromPath: "-")             // nil
  ///
  /// - Throws: `UnknownChoice` for an extension of no known format.
  public static func inferred(fromPath path: String) throws(UnknownChoice) -> ReportFormat? {
    let file = path.split(separator: "/").last ?? ""
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return nil }
    let given = String(file[dot...])
    guard let match = extensions.first(where: { $0.name == given.lowercased() }) else {
      throw UnknownChoice(kind: "file extension", given: given, valid: extensions.map(\.name))
    }
    return match.format
  }

  private static let extensions: [(name: String, format: ReportFormat)] = [
    (".txt", .table), (".csv", .csv), (".tsv", .tsv), (".json", .json), (".jsonl", .jsonl),
    (".md", .markdown),
  ]
}
