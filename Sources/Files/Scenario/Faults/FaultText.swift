import Market

/// A fault with its message and its cure, before it is known where it stands.
struct FaultText: Equatable, Sendable {
  let fault: ScenarioFault
  let message: String
  let cure: String

  init(_ fault: ScenarioFault, _ message: String, cure: String) {
    self.fault = fault
    self.message = message
    self.cure = cure
  }

  /// A user's text in quotes, cut and made harmless for a terminal.
  ///
  ///     FaultText.shown("18O,000")    // "18O,000", with the quotes
  static func shown(_ text: String) -> String {
    let clean = String(text.prefix(41).map(SourceText.visible))
    return "\"" + (clean.count > 40 ? clean.prefix(40) + "…" : clean) + "\""
  }

  /// So many names are listed, and the rest counted.
  static let listLimit = 16

  /// `a, b or c`, the first ones of a long list.
  static func list(_ names: [String]) -> String {
    if names.count > listLimit {
      return names.prefix(listLimit).joined(separator: ", ") + " and \(names.count - listLimit) more"
    }
    guard let last = names.last, names.count > 1 else { return names.first ?? "" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }

  /// `did you mean "base"?`, nil when no name is near.
  static func suggestion(for text: String, among names: [String]) -> String? {
    // Long texts are no misspelt names; comparing them, or hundreds of names, letter by letter takes long.
    guard text.count <= 80 else { return nil }
    let near = NearestName.suggestions(for: text, among: Array(names.prefix(400)))
    return near.isEmpty ? nil : "did you mean " + near.map { "\"\($0)\"" }.joined(separator: " or ") + "?"
  }
}
