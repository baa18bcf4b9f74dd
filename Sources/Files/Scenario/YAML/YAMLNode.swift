/// A value of a YAML document with the place it was written at.
///
/// Scalars keep their raw text: YAML's own typing would make `yes` a truth, `010` eight and `12:30` seconds.
final class YAMLNode: Sendable {
  struct Pair: Sendable {
    let key: YAMLNode
    let value: YAMLNode
  }

  enum Content: Sendable {
    /// The text, and whether it stood without quotes.
    case scalar(String, isPlain: Bool)
    case sequence([YAMLNode])
    case mapping([Pair])
  }

  let content: Content
  /// Of the first code point, from the start of the file.
  let offset: Int
  /// Nodes below and including this one, aliases written out.
  let size: Int

  init(_ content: Content, offset: Int) {
    self.content = content
    self.offset = offset
    switch content {
    case .scalar: size = 1
    case .sequence(let nodes): size = nodes.reduce(1) { $0 + $1.size }
    case .mapping(let pairs): size = pairs.reduce(1) { $0 + $1.key.size + $1.value.size }
    }
  }

  /// The raw text of a scalar.
  var text: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// Nothing written, or `~`.
  var isEmpty: Bool {
    guard case .scalar(let text, let isPlain) = content else { return false }
    return isPlain && (text.isEmpty || text == "~" || text == "null")
  }

  /// `text`, `list` or `block of keys`, for messages.
  var shape: String {
    switch content {
    case .scalar: return "text"
    case .sequence: return "list"
    case .mapping: return "block of keys"
    }
  }
}
