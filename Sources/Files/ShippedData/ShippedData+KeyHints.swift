extension ShippedData {
  /// Words that people use for keys of a scenario.
  public func keyHints() throws -> KeyHints {
    KeyHints(
      try table("codes/key-hints.csv").rows.map { ($0["word"], KeyHints.Hint(key: $0["key"], advice: $0["advice"])) })
  }
}
