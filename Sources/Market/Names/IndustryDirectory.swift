/// Finds industries by NAICS code, title or alias.
///
///     try directory.find("hospital").value.code    // "62"
public struct IndustryDirectory: Sendable {
  public let industries: [Industry]

  public init(industries: [Industry]) { self.industries = industries }

  /// The published code of an industry as a survey writes it: a code in a known sector, however fine, or a name.
  /// Empty for all industries (`000000`); throws ``UnknownName``.
  ///
  ///     try directory.code(of: "622000")    // "622000", hospitals, in the sector 62
  ///     try directory.code(of: "3250A1")    // "3250A1", several industries that OEWS publishes as one
  public func code(of text: String) throws -> String {
    if text.allSatisfy({ $0 == "0" }) { return "" }
    // OEWS: private employers of all industries.
    if text == "000001" { return text }
    let digits = text.wholeMatch(of: /[0-9]{3,6}|[0-9]{4}A[0-9]/)
    guard digits != nil else { return try find(text).value.code }
    // OEWS numbers government 9990 to 9993 below its sector 99; the rest of 99 is unused.
    let isUnused = text.hasPrefix("99") && !["999", "9990", "9991", "9992", "9993"].contains(String(text.prefix(4)))
    guard !isUnused, (try? find(String(text.prefix(2)))) != nil else {
      throw UnknownName(kind: "industry", text: text, suggestions: [])
    }
    return text
  }

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
