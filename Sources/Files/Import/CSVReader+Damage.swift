import CSVStream

extension CSVReader {
  /// Runs `body`, which reads the file, and throws the damage of a gzip file in place of any other fault: what is
  /// wrong with a text that is not the one that was packed is nobody's mistake.
  ///
  ///     try reader.tellingDamage { try read(reader) }    // throws BadInput: damaged-gzip, and nothing else
  func tellingDamage<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let bad as BadInput {
      guard let damage else { throw bad }
      throw BadInput([Diagnostic(damage)])
    }
  }
}
