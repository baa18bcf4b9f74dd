/// A path to one field or figure: names parted by dots, each with any number of brackets.
///
///     let path = try FieldPath("seattle.equity[0].price")
///     path.root                       // "seattle"
///     path.segments[1].name           // "equity"
///     path.segments[1].indices        // ["0"]
///     path.description                // "seattle.equity[0].price"
///
/// What-if deltas, rows of a sheet and `explain` all use this one grammar. What stands in brackets is a number in a
/// list (`equity[0]`) or the scope of a parameter (`room.mean[below-p50]`), which may hold dots of its own.
public struct FieldPath: Hashable, Sendable, CustomStringConvertible {
  /// A name with its brackets: `equity[0]`.
  public struct Segment: Hashable, Sendable, CustomStringConvertible {
    /// Letters, digits, `-` and `_`: `equity`.
    public let name: String
    /// The text inside each pair of brackets: `["0"]`.
    public let indices: [String]

    public init(name: String, indices: [String] = []) {
      self.name = name
      self.indices = indices
    }

    public var description: String { name + indices.map { "[\($0)]" }.joined() }
  }

  /// Why a text is no path.
  public enum Malformed: Error, Hashable, Sendable {
    case empty
    case tooLong
    /// `seattle..base`
    case nameMissing
    /// A part that is no name with brackets, as written: `equity[0`.
    case noName(String)
  }

  /// The longest path that is read, in characters.
  public static let longest = 200

  /// At least one.
  public let segments: [Segment]

  /// Reads `seattle.equity[0].price`; throws ``Malformed``, as for `seattle..base`.
  public init(_ text: String) throws(Malformed) {
    guard text.count <= FieldPath.longest else { throw .tooLong }
    var segments: [Segment] = []
    for part in FieldPath.parts(of: text) {
      if part.isEmpty { throw text.isEmpty ? .empty : .nameMissing }
      guard let segment = FieldPath.segment(part) else { throw .noName(part) }
      segments.append(segment)
    }
    self.segments = segments
  }

  /// A path of at least one segment.
  public init(_ segments: [Segment]) {
    precondition(!segments.isEmpty, "a path has a root")
    self.segments = segments
  }

  /// The first name: the id of an offer, or `me`, `assumptions`, `market`, `offers`, `scenarios`.
  public var root: String { segments[0].name }

  /// What follows the root, nil when nothing does: `equity[0].price`.
  public var afterRoot: FieldPath? {
    segments.count > 1 && segments[0].indices.isEmpty ? FieldPath(Array(segments.dropFirst())) : nil
  }

  public var description: String { segments.map(\.description).joined(separator: ".") }

  /// The path with its brackets emptied, which is the same for all items of a list: `equity[].price`.
  public var pattern: String {
    segments.map { $0.name + String(repeating: "[]", count: $0.indices.count) }.joined(separator: ".")
  }

  /// Parted at the dots outside brackets.
  private static func parts(of text: String) -> [String] {
    var parts = [""]
    var depth = 0
    for character in text {
      if character == "[" { depth += 1 }
      if character == "]" { depth -= 1 }
      if character == ".", depth <= 0 {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts
  }

  /// A name of letters, digits, `-` and `_`, then any number of `[...]`.
  private static func segment(_ text: String) -> Segment? {
    let name = text.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-" || $0 == "_") }
    guard !name.isEmpty else { return nil }
    var indices: [String] = []
    var rest = text.dropFirst(name.count)
    while rest.first == "[" {
      guard let close = rest.firstIndex(of: "]") else { return nil }
      let inside = rest[rest.index(after: rest.startIndex)..<close]
      if inside.isEmpty || inside.contains("[") { return nil }
      indices.append(String(inside))
      rest = rest[rest.index(after: close)...]
    }
    return rest.isEmpty ? Segment(name: String(name), indices: indices) : nil
  }
}
