import CYaml

/// Builds the tree of a YAML document from libyaml's events, which come with the Yams package.
///
/// `Yams.compose` stops at the first duplicate key, recurses without a limit and hashes whole subtrees, so
/// that a few hundred bytes of nested aliases take forever. Here duplicates are collected, and depth and size
/// have limits.
struct YAMLComposer {
  /// Why there is no tree; offsets count code points.
  enum Failure: Error {
    case syntax(problem: String, offset: Int, contextOffset: Int?)
    /// libyaml refuses a byte: a control character.
    case badByte(offset: Int)
    case unknownAlias(String, offset: Int)
    case secondDocument(offset: Int)
    case tooManyNodes(offset: Int)
    case tooDeep(offset: Int)
  }

  /// A key written twice in one block.
  struct Duplicate {
    let key: YAMLNode
    let first: YAMLNode
  }

  struct Document {
    /// Nil when there is nothing but comments.
    let root: YAMLNode?
    let duplicates: [Duplicate]
  }

  static let nodeLimit = 100_000
  static let depthLimit = 64

  private let stream: YAMLEvents
  private var anchors: [String: YAMLNode] = [:]
  private var duplicates: [Duplicate] = []
  private var nodeCount = 0

  /// The only document of a file; throws ``Failure``.
  static func document(of bytes: [UInt8]) throws -> Document {
    try bytes.withUnsafeBufferPointer { buffer in
      var composer = YAMLComposer(stream: YAMLEvents(buffer))
      let root = try composer.root()
      return Document(root: root, duplicates: composer.duplicates)
    }
  }

  private init(stream: YAMLEvents) { self.stream = stream }

  private mutating func root() throws -> YAMLNode? {
    var root: YAMLNode?
    while true {
      let event = try stream.next()
      switch event.kind {
      case .other: continue
      case .streamEnd: return root
      case .documentStart:
        if root != nil { throw Failure.secondDocument(offset: event.offset) }
        root = try node(from: try stream.next(), depth: 1)
      default: continue
      }
    }
  }

  private mutating func node(from event: YAMLEvents.Event, depth: Int) throws -> YAMLNode {
    guard depth <= YAMLComposer.depthLimit else { throw Failure.tooDeep(offset: event.offset) }
    let node: YAMLNode
    switch event.kind {
    case .alias(let name):
      guard let target = anchors[name] else { throw Failure.unknownAlias(name, offset: event.offset) }
      try count(target.size, at: event)
      return target
    case .scalar(let text, let isPlain):
      node = YAMLNode(.scalar(text, isPlain: isPlain), offset: event.offset)
    case .sequenceStart:
      var items: [YAMLNode] = []
      var next = try stream.next()
      while !next.isEnd {
        items.append(try self.node(from: next, depth: depth + 1))
        next = try stream.next()
      }
      node = YAMLNode(.sequence(items), offset: event.offset)
    case .mappingStart:
      node = YAMLNode(.mapping(try pairs(depth: depth)), offset: event.offset)
    default:
      node = YAMLNode(.scalar("", isPlain: true), offset: event.offset)
    }
    try count(1, at: event)
    if let anchor = event.anchor { anchors[anchor] = node }
    return node
  }

  private mutating func pairs(depth: Int) throws -> [YAMLNode.Pair] {
    var pairs: [YAMLNode.Pair] = []
    var merged: [YAMLNode.Pair] = []
    var seen: [String: YAMLNode] = [:]
    var next = try stream.next()
    while !next.isEnd {
      let key = try node(from: next, depth: depth + 1)
      let value = try node(from: try stream.next(), depth: depth + 1)
      next = try stream.next()
      guard let text = key.text else {
        pairs.append(YAMLNode.Pair(key: key, value: value))
        continue
      }
      if text == "<<", let inherited = YAMLComposer.inherited(from: value) {
        merged += inherited
      } else if let first = seen[text], !(value.isEmpty && text.first?.isNumber == true) {
        // Digits without a value are the torn tail of a number, and 000 may come twice: fields report those.
        duplicates.append(Duplicate(key: key, first: first))
      } else {
        seen[text] = key
        pairs.append(YAMLNode.Pair(key: key, value: value))
      }
    }
    // `<<: *common` lends the keys that the block does not have itself.
    for pair in merged {
      if let text = pair.key.text, seen[text] == nil {
        seen[text] = pair.key
        pairs.append(pair)
      }
    }
    return pairs
  }

  private static func inherited(from value: YAMLNode) -> [YAMLNode.Pair]? {
    switch value.content {
    case .mapping(let pairs): return pairs
    case .sequence(let nodes):
      let parts = nodes.map { inherited(from: $0) }
      return parts.contains { $0 == nil } ? nil : parts.flatMap { $0 ?? [] }
    case .scalar: return nil
    }
  }

  private mutating func count(_ nodes: Int, at event: YAMLEvents.Event) throws {
    nodeCount += nodes
    if nodeCount > YAMLComposer.nodeLimit { throw Failure.tooManyNodes(offset: event.offset) }
  }
}
