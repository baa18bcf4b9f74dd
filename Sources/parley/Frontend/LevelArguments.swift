import Market

/// Levels on the command line.
extension Session {
  /// The level for all data sets, empty for none, and those of single data sets.
  ///
  ///     try session.levels(["M3", "oracle-2026=M4"])    // ("M3", ["oracle-2026": "M4"])
  ///
  /// Throws ``UsageError`` for a data set that is not there and for two levels of the same.
  func levels(_ texts: [String]) throws -> (all: String, byDataset: [String: String]) {
    var all: String?
    var byDataset: [String: String] = [:]
    for text in texts {
      guard let equals = text.lastIndex(of: "=") else {
        if let all { throw Session.twoLevels("the data sets", all, text) }
        all = text
        continue
      }
      let (name, level) = (String(text[..<equals]), String(text[text.index(after: equals)...]))
      guard !name.isEmpty, !level.isEmpty else {
        throw UsageError(
          "not-a-match", "--level \"\(text)\" is no data set with a level",
          cure: "write the name, =, and the level: --level acme-2026=M4; or a level for all: --level M4")
      }
      _ = try sources([name])
      if let other = byDataset.updateValue(level, forKey: name) { throw Session.twoLevels(name, other, level) }
    }
    return (all ?? "", byDataset)
  }

  private static func twoLevels(_ what: String, _ first: String, _ second: String) -> UsageError {
    UsageError(
      "match-twice", "--level gives \(what) two levels, \(first) and \(second)",
      cure: "keep one of them; a level for one data set alone is --level acme-2026=M4")
  }
}
