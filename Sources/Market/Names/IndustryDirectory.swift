/// Finds industries by NAICS code, title or alias.
///
///     try directory.find("hospital").value.code    // "622", in the sector 62
///     try directory.find("6221").value.title       // "NAICS 6221": no name of its own here
public struct IndustryDirectory: Sendable {
  public let industries: [Industry]
  /// Codes whose industries are IT through and through: `5415`.
  private let technology: [String]

  public init(industries: [Industry], technology: [String] = []) {
    self.industries = industries
    self.technology = technology
  }

  /// The published code of an industry as a survey writes it: a code in a known sector, however fine, or a name.
  /// Empty for all industries (`000000`); throws ``UnknownName``.
  ///
  ///     try directory.code(of: "622000")    // "622000", hospitals, in the sector 62
  ///     try directory.code(of: "3250A1")    // "3250A1", several industries that OEWS publishes as one
  public func code(of text: String) throws -> String {
    if text.allSatisfy({ $0 == "0" }) { return "" }
    // OEWS: private employers of all industries.
    if text == "000001" { return text }
    // 3250A1: several industries of NAICS 3250 that OEWS publishes as one.
    if text.wholeMatch(of: /[0-9]{4}A[0-9]/) != nil {
      _ = try find(String(text.prefix(4)))
      return text
    }
    let found = try find(text).value.code
    // As published: 622000 is found by 622 all the same.
    return Industry.isFine(text) ? text : found
  }

  /// Whether a text names an industry of IT: `5415`, `it services`. False for a text that names none.
  public func isTechnology(_ text: String) -> Bool {
    guard !text.isEmpty, let code = try? find(text).value.code else { return false }
    return technology.contains { code.hasPrefix($0) }
  }

  /// The industry a text names; throws ``UnknownName`` with the nearest names.
  public func find(_ text: String) throws -> Resolution<Industry> {
    let key = WordText.key(text)
    let exact = industries.first { industry in
      industry.code.lowercased() == text.lowercased() || WordText.key(industry.title) == key
        || industry.aliases.contains { WordText.key($0) == key }
    }
    if let exact { return Resolution(exact.lying(in: wider(than: exact.code))) }
    if Industry.isFine(text) {
      let code = Industry.plain(text)
      let wider = wider(than: code)
      // OEWS numbers government 9990 to 9993 below its sector 99; the rest of 99 is unused.
      let isUnused =
        code.hasPrefix("99") && !["99", "999", "9990", "9991", "9992", "9993"].contains(String(code.prefix(4)))
      guard !isUnused, !wider.isEmpty || sector(of: code) != nil else {
        throw UnknownName(kind: "industry", text: text, suggestions: [])
      }
      if code.count == 2 { return try find(code) }
      let known = industries.first { $0.code == code }
      return Resolution((known ?? Industry(code: code, title: "NAICS \(code)", aliases: [])).lying(in: wider))
    }
    if text.count == 2, let sector = sector(of: text) {
      return Resolution(sector, note: "\(text) is published as \(sector.code)")
    }
    let names = industries.flatMap { [$0.title] + $0.aliases }
    throw UnknownName(
      kind: "industry", text: text, suggestions: NearestName.suggestions(for: text, among: names))
  }

  /// The industries that a finer code lies in, the nearest first: 622 and 62 for 6221.
  private func wider(than code: String) -> [Industry] {
    guard code.count > 2, !code.contains("-") else { return [] }
    let between = stride(from: code.count - 1, to: 2, by: -1).map { length -> Industry in
      let prefix = String(code.prefix(length))
      return industries.first { $0.code == prefix } ?? Industry(code: prefix, title: "NAICS \(prefix)", aliases: [])
    }
    return sector(of: code).map { between + [$0] } ?? []
  }

  /// The published sector of a code: 31-33 for 33 and for 3341.
  private func sector(of code: String) -> Industry? {
    guard let number = Int(code.prefix(2)) else { return nil }
    return industries.first { industry in
      let bounds = industry.code.split(separator: "-").compactMap { Int($0) }
      if bounds.count == 2 { return (bounds[0]...bounds[1]).contains(number) }
      return industry.code.count == 2 && bounds.first == number
    }
  }
}
