import Quantities

/// A value of the file on its way into the model: its node, and its path for messages.
///
///     base: 178k    // path "base", node "178k"
struct Entry {
  let path: String
  let node: YAMLNode
  let reading: ScenarioReading

  init(_ path: String, _ node: YAMLNode, _ reading: ScenarioReading) {
    self.path = path
    self.node = node
    self.reading = reading
  }

  var line: Int { reading.line(of: node) }

  var isText: Bool { node.text != nil }

  var isMapping: Bool {
    if case .mapping = node.content { return true }
    return false
  }

  /// Whether it says that there is none: `none`, `no` or an empty list.
  var saysNone: Bool {
    if case .sequence(let items) = node.content { return items.isEmpty }
    return node.text.map { ["none", "no"].contains(Entry.trimmed($0).lowercased()) } ?? false
  }

  func fault(_ text: FaultText) { reading.fault(text, at: node) }

  /// Keeps what the first of several keys says that rule each other out; a second one is a fault.
  func keep<Value>(_ value: Value?, in kept: inout (entry: Entry, value: Value)?, why: String) {
    guard let value else { return }
    if let other = kept?.entry {
      fault(.conflictingKeys(path, other: other.path, line: other.line, why: why))
    } else {
      kept = (self, value)
    }
  }

  /// The text of a scalar without outer blanks; reports lists, blocks and empty values.
  func text(wanted: String = "one value") -> String? {
    guard let text = node.text else {
      fault(.wrongShape(path, found: node.shape, wanted: wanted))
      return nil
    }
    let trimmed = Entry.trimmed(text)
    if node.isEmpty || trimmed.isEmpty {
      fault(.emptyValue(path))
      return nil
    }
    return trimmed
  }

  /// The items of a list, each with its own path; reports anything else.
  func items(wanted: String) -> [Entry]? {
    guard case .sequence(let nodes) = node.content else {
      fault(node.isEmpty ? .emptyValue(path) : .wrongShape(path, found: node.shape, wanted: wanted))
      return nil
    }
    return nodes.enumerated().map { Entry("\(path)[\($0)]", $1, reading) }
  }

  /// The keys of a block, each with its entry; reports anything else, and keys that are no words.
  func fields(wanted: String) -> [(key: YAMLNode, name: String, value: Entry)]? {
    guard case .mapping(let pairs) = node.content else {
      fault(node.isEmpty ? .emptyValue(path) : .wrongShape(path, found: node.shape, wanted: wanted))
      return nil
    }
    return pairs.compactMap { pair in
      guard let name = pair.key.text else {
        reading.fault(.keyNotAWord(pair.key.shape), at: pair.key)
        return nil
      }
      return (pair.key, name, Entry(path.isEmpty ? name : "\(path).\(name)", pair.value, reading))
    }
  }

  /// A list of texts, or one text.
  func texts(wanted: String) -> [String] {
    if isText { return text().map { [$0] } ?? [] }
    return items(wanted: wanted)?.compactMap { $0.text(wanted: wanted) } ?? []
  }

  /// The value of a key, nil when the block has none.
  func value(of key: String) -> YAMLNode? {
    guard case .mapping(let pairs) = node.content else { return nil }
    return pairs.first { $0.key.text == key }?.value
  }

  /// Whether the block has one of these keys, readable or not.
  func hasAny(of keys: [String]) -> Bool { keys.contains { value(of: $0) != nil } }

  static func trimmed(_ text: String) -> String {
    var body = Substring(text)
    while let first = body.first, first.isWhitespace { body.removeFirst() }
    while let last = body.last, last.isWhitespace { body.removeLast() }
    return String(body)
  }
}
