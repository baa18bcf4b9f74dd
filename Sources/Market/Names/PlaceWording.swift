/// What surveys and people put around the name of a place, taken off: words for the area around a city, and the further
/// cities and states in the title of a metro, which change from one list of metros to the next.
///
///     PlaceWording.withoutArea("Greater Denver Area")             // "Denver"
///     PlaceWording.title("Denver-Aurora-Lakewood, CO")?.plain     // "Denver, CO"
public enum PlaceWording {
  /// The title of a metro, by its first city and first state.
  public struct Title {
    /// The key of the first city: `denver`.
    public let city: String
    /// `Denver, CO`, and what followed the states.
    public let plain: String
    public let hasSeveralStates: Bool

    /// Whether it can be the title of a place: of a metro that is named after that city.
    public func isOf(_ place: Location) -> Bool { place.kind == .metro && place.cityKeys.first == city }
  }

  /// Words before the name of a city that say: with all around it.
  private static let before: Set<String> = ["the", "greater", "metro", "metropolitan"]
  /// The same behind it, longer phrases first.
  private static let behind = [
    ["metropolitan", "statistical", "area"], ["metropolitan", "area"], ["metro", "area"], ["metropolitan"], ["metro"],
    ["msa"], ["area"],
  ]

  /// The text without the words for an area; nil where it has none, or nothing else.
  public static func withoutArea(_ text: String) -> String? {
    let parts = text.split(separator: ",").map { $0.split(whereSeparator: \.isWhitespace) }
    let plain = parts.map(stripped)
    guard plain != parts, plain.allSatisfy({ !$0.isEmpty }) else { return nil }
    return plain.map { $0.joined(separator: " ") }.joined(separator: ", ")
  }

  private static func stripped(_ words: [Substring]) -> [Substring] {
    let keys = words.map { WordText.key(String($0)) }
    if words.count > 1, before.contains(keys[0]) { return stripped(Array(words.dropFirst())) }
    guard let phrase = behind.first(where: { keys.count > $0.count && keys.suffix($0.count) == $0[...] }) else {
      return words
    }
    return stripped(words.dropLast(phrase.count))
  }

  /// A text as the title of a metro; nil where it does not join cities or states by dashes.
  public static func title(_ text: String) -> Title? {
    let parts = text.split(separator: ",")
    guard parts.count > 1, let city = parts[0].split(whereSeparator: joins).first,
      let state = parts[1].split(whereSeparator: joins).first, city != parts[0] || state != parts[1]
    else { return nil }
    return Title(
      city: WordText.key(String(city)), plain: ([city, state] + parts.dropFirst(2)).joined(separator: ","),
      hasSeveralStates: state != parts[1])
  }

  private static func joins(_ character: Character) -> Bool { "-–/".contains(character) }
}
