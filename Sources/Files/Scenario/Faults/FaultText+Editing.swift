/// Faults of changing a value by its path.
extension FaultText {
  /// `line` is where the other use of the value is.
  static func sharedValue(_ path: String, name: String, line: Int) -> FaultText {
    FaultText(
      .sharedValue, "\(shown(path)) is part of &\(name), which is used on line \(line) too",
      cure: "changing it would change both places: write the value out in each, without & and *")
  }

  static func textNotABlock(_ path: String, parent: String, text: String, example: String) -> FaultText {
    FaultText(
      .textNotABlock, "\(shown(path)) has no place: \(parent) is the text \(shown(text))",
      cure: "write \(parent) as a block first: \(example)")
  }

  static func blockNotAText(_ path: String, shape: String, inside: [String]) -> FaultText {
    FaultText(
      .blockNotAText, "\(shown(path)) is a \(shape), not one value",
      cure: inside.isEmpty ? "name a field inside it" : "name a field inside it: \(list(inside))")
  }

  static func noSuchField(_ path: String, among known: [String]) -> FaultText {
    FaultText(
      .noSuchField, "there is no \(shown(path)) in the file",
      cure: suggestion(for: path, among: known) ?? "check the path against the file")
  }

  static func noSuchItem(_ path: String, count: Int) -> FaultText {
    FaultText(
      .noSuchField, "\(shown(path)) would be item \(count + 1) or later of a list of \(count)",
      cure: "lists count from [0]; the next new item is [\(count)]")
  }

  static func cannotEdit(_ path: String) -> FaultText {
    FaultText(
      .cannotEdit, "\(shown(path)) cannot be changed here without touching something else",
      cure: "change it by hand; it is written in a way that only people can edit")
  }
}
