/// Finds industries by NAICS code, title or alias.
///
///     try directory.find("hospital").value.code    // "62"
public struct IndustryDirectory: Sendable {
  public let industries: [Industry]

  public init(industries: [Industry]) { self.industries = industries }

  /// The industry a text names; throws ``UnknownName`` with the nearest names.
  public func find(_ text: String) throws -> Resolution<Industry> {
    let key = WordText.key(text)
    let exact = industries.first { industry in
      industry.code.lowercased() == text.lowercased() || WordText.key(industry.title) == key
        || industry.aliases.contains { WordText.key($0) == key }
    }
    if let exact { return Resolution(exact) }
    let numeric = industries.first { industry in
      // A manufacturing code such as 33 belongs to the published sector 31-33.
      let bounds = industry.code.split(separator: "-").compactMap { Int($0) }
      guard bounds.count == 2, let code = Int(text) else { return false }
      return (bounds[0]...bounds[1]).contains(code)
    }
    if let numeric { return Resolution(numeric, note: "\(text) is published as \(numeric.code)") }
    let names = industries.flatMap { [$0.title] + $0.aliases }
    throw UnknownName(
      kind: "industry", text: text, suggestions: NearestName.suggestions(for: text, among: names))
  }
}
