/// Figures of a file whose decimal mark is the comma, as the readers of pay know them: with a point.
///
///     DecimalComma.pointed("€ 70.000,50")    // "€ 70000.50"
///     DecimalComma.pointed("65.000")         // "65000"
///     DecimalComma.pointed("02.12.2019")     // as it is: no figure
enum DecimalComma {
  /// The text with every such figure in it rewritten, and all else as it was.
  static func pointed(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }) else { return text }
    var result = ""
    var rest = Substring(text)
    while let first = rest.first {
      let run = rest.prefix { isPart($0) == isPart(first) }
      result += isPart(first) ? figure(run) ?? String(run) : String(run)
      rest = rest.dropFirst(run.count)
    }
    return result
  }

  private static func isPart(_ character: Character) -> Bool {
    character == "." || character == "," || (character.isASCII && character.isNumber)
  }

  private static func figure(_ text: Substring) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let groups = parts[0].split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, !groups[0].isEmpty, parts.count == 1 || !parts[1].isEmpty,
      parts.count == 1 || !parts[1].contains(".")
    else { return nil }
    if groups.count > 1, groups[0].count > 3 || !groups.dropFirst().allSatisfy({ $0.count == 3 }) { return nil }
    return groups.joined() + (parts.count == 2 ? "." + parts[1] : "")
  }
}
