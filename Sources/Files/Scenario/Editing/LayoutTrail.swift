import Quantities

/// The way from the root of a layout towards a path, as far as the file has it.
struct LayoutTrail {
  /// A part of a path: the name of a key, or what stands in brackets.
  enum Part: Hashable {
    case name(String)
    case index(String)
  }

  /// One step down.
  struct Step {
    let parent: LayoutNode
    /// Of the pair or item within the parent.
    let index: Int
    /// The pair's value, or the item.
    let node: LayoutNode
    /// The pair's key, nil for an item.
    let key: LayoutNode?
  }

  private(set) var steps: [Step] = []
  /// What the file does not have.
  private(set) var rest: [Part]
  let root: LayoutNode

  /// The deepest node that was found.
  var node: LayoutNode { steps.last?.node ?? root }

  /// Goes as far as it can. A key may hold dots and brackets (`room.mean[below-p50]`), so several parts may be one.
  init(_ position: String, from root: LayoutNode) throws(FieldPath.Malformed) {
    let path = try FieldPath(position)
    self.root = root
    rest = path.segments.flatMap { [Part.name($0.name)] + $0.indices.map { .index($0) } }
    (steps, rest) = LayoutTrail.deepest(rest, from: root)
  }

  /// Parts as they are written in a path.
  static func text(of parts: some Sequence<Part>) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .name(let name): text += text.isEmpty ? name : "." + name
      case .index(let index): text += "[\(index)]"
      }
    }
    return text
  }

  private static func deepest(_ parts: [Part], from node: LayoutNode) -> (steps: [Step], rest: [Part]) {
    var best: (steps: [Step], rest: [Part]) = ([], parts)
    func tryStep(_ step: Step, taking count: Int) {
      let found = deepest(Array(parts.dropFirst(count)), from: step.node)
      if found.rest.count < best.rest.count { best = ([step] + found.steps, found.rest) }
    }
    switch (node.content, parts.first) {
    case (.sequence(let items), .index(let text)):
      if let index = Int(text), items.indices.contains(index) {
        tryStep(Step(parent: node, index: index, node: items[index], key: nil), taking: 1)
      }
    case (.mapping(let pairs), .name):
      for count in 1...parts.count {
        let name = text(of: parts.prefix(count))
        guard let index = pairs.firstIndex(where: { $0.key.text == name }) else { continue }
        let pair = pairs[index]
        tryStep(Step(parent: node, index: index, node: pair.value, key: pair.key), taking: count)
      }
    default: break
    }
    return best
  }
}
