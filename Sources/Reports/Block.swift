/// One thing on the page, for people.
///
///     [.heading("Your range"), .verdict("Ask for $198,400."), .chart(chart)]
public enum Block: Sendable {
  /// A short title, with space above.
  case heading(String)
  /// Running text, wrapped to the width.
  case sentence(String)
  /// The sentence to remember.
  case verdict(String)
  /// A table; a title, if there is one, stands above it after an empty line.
  case sheet(Sheet, title: String? = nil)
  /// Aligned lines of label, value and note.
  case keyValues([KeyValue])
  /// A list, wrapped with a hanging indent.
  case bullets([String])
  /// A curve with markers.
  case chart(CurveChart)
  /// A line to type, for example `parley explain seattle.equity.expected`.
  case command(String)
  /// An empty line; several in a row count once.
  case space
}

/// A line of a key-value block.
///
///     KeyValue("Walk away", "$171,500", note: "your present job is worth that much")
public struct KeyValue: Sendable, Hashable {
  public var label: String
  public var value: String
  public var note: String
  /// Whether the value stands out.
  public var emphasis: Bool

  /// A line; the note is optional and may be long.
  ///
  ///     KeyValue("Target", "$186,200", emphasis: true)
  public init(_ label: String, _ value: String, note: String = "", emphasis: Bool = false) {
    self.label = label
    self.value = value
    self.note = note
    self.emphasis = emphasis
  }
}
