/// A value of a YAML file as it is laid out: where it begins and ends, and how it is written.
///
/// Unlike ``YAMLNode`` it keeps aliases as they stand, since a change must not follow them.
final class LayoutNode: Sendable {
  struct Pair: Sendable {
    let key: LayoutNode
    let value: LayoutNode
  }

  enum Content: Sendable {
    case scalar(String)
    case alias(String)
    case sequence([LayoutNode])
    case mapping([Pair])
  }

  let content: Content
  let style: YAMLEvents.Event.Style
  /// In code points from the start; the anchor or tag of a value is its first part.
  let start: Int
  /// Right behind the last code point; of a block, of its last value.
  let end: Int
  /// `common` of `&common`.
  let anchor: String?

  init(_ content: Content, style: YAMLEvents.Event.Style, start: Int, end: Int, anchor: String?) {
    self.content = content
    self.style = style
    self.start = start
    self.end = end
    self.anchor = anchor
  }

  var isFlow: Bool { style == .flow }

  var text: String? {
    if case .scalar(let text) = content { return text }
    return nil
  }

  /// Nothing written, or `~`, as ``YAMLNode/isEmpty``.
  var isEmpty: Bool {
    guard let text, style == .plain else { return false }
    return text.isEmpty || text == "~" || text == "null"
  }

  /// Below and including this one, in the file's order.
  var all: [LayoutNode] {
    switch content {
    case .scalar, .alias: return [self]
    case .sequence(let items): return [self] + items.flatMap(\.all)
    case .mapping(let pairs): return [self] + pairs.flatMap { $0.key.all + $0.value.all }
    }
  }
}

/// Builds the layout of a document that ``YAMLComposer`` has accepted, so within its limits.
struct LayoutComposer {
  private let stream: YAMLEvents

  /// Nil when there is nothing but comments.
  static func root(of bytes: [UInt8]) throws -> LayoutNode? {
    try bytes.withUnsafeBufferPointer { buffer in
      let composer = LayoutComposer(stream: YAMLEvents(buffer))
      while true {
        let event = try composer.stream.next()
        switch event.kind {
        case .streamEnd: return nil
        case .documentStart: return try composer.node(from: try composer.stream.next())
        default: continue
        }
      }
    }
  }

  private func node(from event: YAMLEvents.Event) throws -> LayoutNode {
    switch event.kind {
    case .alias(let name):
      return LayoutNode(.alias(name), style: .plain, start: event.offset, end: event.end, anchor: nil)
    case .sequenceStart:
      var items: [LayoutNode] = []
      var next = try stream.next()
      while !next.isEnd {
        items.append(try node(from: next))
        next = try stream.next()
      }
      return LayoutNode(
        .sequence(items), style: event.style, start: event.offset,
        end: end(of: event, items.last, closing: next), anchor: event.anchor)
    case .mappingStart:
      var pairs: [LayoutNode.Pair] = []
      var next = try stream.next()
      while !next.isEnd {
        let key = try node(from: next)
        pairs.append(LayoutNode.Pair(key: key, value: try node(from: try stream.next())))
        next = try stream.next()
      }
      return LayoutNode(
        .mapping(pairs), style: event.style, start: event.offset,
        end: end(of: event, pairs.last?.value, closing: next), anchor: event.anchor)
    case .scalar(let text, _):
      return LayoutNode(
        .scalar(text), style: event.style, start: event.offset, end: event.end, anchor: event.anchor)
    default: return LayoutNode(.scalar(""), style: .plain, start: event.offset, end: event.end, anchor: nil)
    }
  }

  /// A block has no end of its own: libyaml closes it where the next thing begins, behind comments and blank lines.
  private func end(of event: YAMLEvents.Event, _ last: LayoutNode?, closing: YAMLEvents.Event) -> Int {
    event.style == .flow ? closing.end : last?.end ?? event.end
  }
}
