/// A name that was understood, with what a reader should know about the reading.
public struct Resolution<Value: Sendable>: Sendable {
  public let value: Value
  /// Why this reading, when the name could mean something else; nil when it is plain.
  public let note: String?

  public init(_ value: Value, note: String? = nil) {
    self.value = value
    self.note = note
  }
}

/// A name nothing answers to, with the nearest ones that exist.
public struct UnknownName: Error, Sendable, Equatable {
  /// `role`, `place` or `industry`.
  public let kind: String
  public let text: String
  /// The state or country that is said behind a town that is not known.
  public let around: Location?
  private let suggest: @Sendable () -> [String]

  /// `suggestions`: looked for when somebody asks, since a survey may have thousands of names that nobody asks about.
  public init(
    kind: String, text: String, around: Location? = nil,
    suggestions: @autoclosure @escaping @Sendable () -> [String]
  ) {
    self.kind = kind
    self.text = text
    self.around = around
    suggest = suggestions
  }

  /// Names like it, the nearest first.
  public var suggestions: [String] { suggest() }

  public static func == (left: UnknownName, right: UnknownName) -> Bool {
    left.kind == right.kind && left.text == right.text
  }

  /// `did you mean "IT Director" or "IT Manager"?`, or where to look.
  public var cure: String {
    let suggestions = suggestions
    guard !suggestions.isEmpty else {
      if let around { return "no such town is known in \(around.name): write \(around.id) for all of it" }
      switch kind {
      case "role": return "`parley market roles` lists the roles; any SOC code such as 11-3021 works too"
      case "place": return "`parley market locations` lists the places; try a city, a state, or US"
      default: return "give a NAICS sector such as 62, or a name such as health"
      }
    }
    let all = around.map { " Or write \($0.id) for all of \($0.name)." } ?? ""
    return "did you mean " + suggestions.map { "\"\($0)\"" }.joined(separator: " or ") + "?" + all
  }
}
