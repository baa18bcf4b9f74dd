import Quantities

/// One change of one value, worked out on the text of a file.
struct YAMLEdit {
  let path: String
  /// The path by position: `offers[2].base`.
  let position: String
  let document: ScenarioDocument
  let trail: LayoutTrail
  let text: YAMLText
  let root: LayoutNode

  /// Throws ``EditTrouble`` for a path that is none.
  init(_ path: String, in document: ScenarioDocument) throws {
    self.path = path
    self.document = document
    guard let root = try LayoutComposer.root(of: document.source.bytes) else {
      throw EditTrouble(text: .emptyFile(), offset: nil)
    }
    self.root = root
    text = YAMLText(document.source.bytes)
    do {
      position = document.listed.position(of: try FieldPath(path))
      trail = try LayoutTrail(position, from: root)
    } catch {
      throw EditTrouble(text: .badPath(path, error), offset: nil)
    }
  }

  /// Replaces the scalar at the path, or inserts it.
  func set(_ value: String) throws -> Outcome {
    guard trail.rest.isEmpty else { return try insert(value) }
    let node = trail.node
    switch node.content {
    case .scalar(let old):
      if old == value, !node.isEmpty { return .unchanged }
      if node.isEmpty { return filled(node, with: YAMLScalarText.written(value, inFlow: isInFlow)) }
      let written = YAMLScalarText.written(value, inFlow: isInFlow, like: node.style)
      let (range, kept) = text.keepingComment(behind: text.valueRange(of: node), with: written)
      return .set(replacing(range, with: kept))
    case .alias:
      // Writing the value out here leaves the place it came from as it is.
      guard let old = document.text(at: path) else { throw blockNotAText(node) }
      if old == value { return .unchanged }
      return .set(replacing(node.start..<node.end, with: YAMLScalarText.written(value, inFlow: isInFlow)))
    case .sequence, .mapping: throw blockNotAText(node)
    }
  }

  /// Inserts what is missing below the deepest block there is.
  private func insert(_ value: String) throws -> Outcome {
    let node = trail.node
    switch node.content {
    case .alias(let name): throw shared(name)
    case .scalar(let old):
      guard node.isEmpty else {
        throw EditTrouble(
          text: .textNotABlock(path, parent: parentPath, text: old, example: blockExample(old, value)),
          offset: node.start)
      }
      return filled(node, with: try rendered(trail.rest[...], value))
    case .mapping(let pairs): return try insert(value, into: pairs, of: node)
    case .sequence(let items): return try append(value, to: items, of: node)
    }
  }

  private func insert(_ value: String, into pairs: [LayoutNode.Pair], of node: LayoutNode) throws -> Outcome {
    guard case .name(let first) = trail.rest[0] else { throw blockNotAText(node) }
    let taken = holdsWholePaths ? trail.rest.count : 1
    if trail.steps.isEmpty, !ScenarioFields.keys.contains(first) {
      throw EditTrouble(text: .unknownOffer(first, known: document.listed.ids), offset: nil)
    }
    if taken < trail.rest.count, let name = lender(of: trail.rest[0]) { throw shared(name) }
    let key = LayoutTrail.text(of: trail.rest.prefix(taken))
    let rest = trail.rest.dropFirst(taken)
    if node.isFlow {
      let pair = YAMLScalarText.written(key, inFlow: true) + ": " + (try rendered(rest, value, inFlow: true))
      let place = pairs.last.map { text.contentEnd(of: $0.value) } ?? node.end - 1
      return .set(replacing(place..<place, with: pairs.isEmpty ? pair : ", " + pair))
    }
    guard let firstPair = pairs.first, let last = pairs.last else { throw cannotEdit }
    let pair = YAMLScalarText.written(key, inFlow: false) + ": " + (try rendered(rest, value))
    let place = text.lineEnd(from: text.contentEnd(of: last.value))
    let line = text.newline + text.indentation(at: firstPair.key.start) + pair
    return .set(replacing(place..<place, with: line))
  }

  private func append(_ value: String, to items: [LayoutNode], of node: LayoutNode) throws -> Outcome {
    guard case .index(let index) = trail.rest[0] else { throw blockNotAText(node) }
    guard index == String(items.count) else {
      throw EditTrouble(text: .noSuchItem(path, count: items.count), offset: node.start)
    }
    let rest = trail.rest.dropFirst()
    guard !node.isFlow, let first = items.first, let last = items.last else {
      let item = try rendered(rest, value, inFlow: true)
      let place = items.last.map { text.contentEnd(of: $0) } ?? node.end - 1
      return .set(replacing(place..<place, with: items.isEmpty ? item : ", " + item))
    }
    guard let dash = text.dash(before: first.start) else { throw cannotEdit }
    var item = try rendered(rest, value)
    if case .name(let name) = rest.first, case .mapping = last.content, !last.isFlow {
      item = "\(name): " + (try rendered(rest.dropFirst(), value))
    }
    let gap = items.count > 1 && text.hasBlankLine(before: last.start) ? text.newline : ""
    let place = text.lineEnd(from: text.contentEnd(of: last))
    let line = gap + text.newline + text.indentation(at: dash) + "- " + item
    return .set(replacing(place..<place, with: line))
  }

  /// A value where nothing, or `~`, was written.
  private func filled(_ node: LayoutNode, with written: String) -> Outcome {
    let range = text.valueRange(of: node)
    guard range.isEmpty else { return .set(replacing(range, with: written)) }
    // libyaml puts the empty value of `{days: }` at the bracket.
    let place = text.backOverBlanks(from: range.lowerBound)
    let isBehindMark = place > 0 && [":", "-"].contains(text.scalars[place - 1])
    return .set(replacing(place..<place, with: (isBehindMark ? " " : ": ") + written))
  }

  /// The value within the blocks that have to be made for it: `{days: 2}`.
  private func rendered(_ rest: ArraySlice<LayoutTrail.Part>, _ value: String, inFlow: Bool? = nil) throws -> String {
    switch rest.first {
    case .name(let name): return "{\(name): " + (try rendered(rest.dropFirst(), value, inFlow: true)) + "}"
    case .index(let index):
      guard index == "0" else {
        throw EditTrouble(text: .noSuchItem(path, count: 0), offset: trail.steps.isEmpty ? nil : trail.node.start)
      }
      return "[" + (try rendered(rest.dropFirst(), value, inFlow: true)) + "]"
    case nil: return YAMLScalarText.written(value, inFlow: inFlow ?? isInFlow)
    }
  }

  func replacing(_ range: Range<Int>, with written: String) -> [UInt8] {
    text.bytes(replacing: range, with: written, hasMark: document.bytes.starts(with: [0xEF, 0xBB, 0xBF]))
  }

  /// Whether a value put at the trail's end stands inside brackets.
  var isInFlow: Bool { trail.steps.contains { $0.parent.isFlow } || (trail.node.isFlow && !trail.rest.isEmpty) }

  /// Keys of these blocks are paths themselves: `seattle.equity[0].price`, `room.mean[below-p50]`.
  private var holdsWholePaths: Bool { ["set", "parameters"].contains(trail.steps.last?.key?.text ?? "") }
}

// What stands in the way.
extension YAMLEdit {
  var cannotEdit: EditTrouble { EditTrouble(text: .cannotEdit(path), offset: trail.node.start) }

  func blockNotAText(_ node: LayoutNode) -> EditTrouble {
    var inside: [String] = []
    var shape = "block of keys"
    switch node.content {
    case .mapping(let pairs): inside = pairs.compactMap { $0.key.text.map { "\(parentPath).\($0)" } }
    case .sequence(let items):
      inside = items.indices.map { "\(parentPath)[\($0)]" }
      shape = "list"
    case .scalar, .alias: break
    }
    return EditTrouble(
      text: trail.rest.isEmpty
        ? .blockNotAText(path, shape: shape, inside: inside) : .noSuchField(path, among: document.paths),
      offset: trail.rest.isEmpty ? node.start : nil)
  }

  /// The path of the deepest node there is: the typed path without what is missing.
  var parentPath: String {
    guard let path = try? FieldPath(path) else { return self.path }
    let parts = path.segments.flatMap { [LayoutTrail.Part.name($0.name)] + $0.indices.map { .index($0) } }
    return LayoutTrail.text(of: parts.dropLast(trail.rest.count))
  }

  /// `bonus: {target: 15%, odds: ...}` for a text that has to become a block.
  private func blockExample(_ old: String, _ value: String) -> String {
    let key = trail.steps.last?.key?.text ?? "it"
    let usual = [
      "bonus": "target", "sign_on": "amount", "relocation": "amount", "guaranteed_bonus": "amount",
      "retention": "amount", "severance": "pay", "health": "premium", "retirement": "match",
      "commission": "target", "overtime": "hours", "on_call": "weeks", "deferred": "employer", "hsa": "employer",
      "pension": "credit", "commute": "one_way", "parental_leave": "paid", "change_in_control": "pay",
      "stipend": "amount", "phone": "amount", "meals": "amount", "equipment": "amount", "tuition": "amount",
    ]
    let added = LayoutTrail.text(of: trail.rest.prefix(1)) + (trail.rest.count > 1 ? ": {...}" : ": \(value)")
    let kept = usual[key].map { "\($0): \(YAMLScalarText.written(old, inFlow: true)), " } ?? ""
    return "`\(key): {\(kept)\(added)}`"
  }

  func shared(_ name: String) -> EditTrouble {
    let line = root.all.first { $0.anchor == name }.map { document.source.line(ofScalar: $0.start) }
    return EditTrouble(text: .sharedValue(path, name: name, line: line ?? 0), offset: trail.node.start)
  }

  /// The anchor that lends a block the key through `<<: *name`, when it does.
  private func lender(of part: LayoutTrail.Part) -> String? {
    let prefix = position.dropLast(LayoutTrail.text(of: trail.rest.dropFirst()).count)
    let stem = String(prefix.hasSuffix(".") ? prefix.dropLast() : prefix)
    guard document.listed.leaves.contains(where: { ScenarioValues.isWithin($0.position, stem) }),
      case .mapping(let pairs) = trail.node.content
    else { return nil }
    for pair in pairs where pair.key.text == "<<" {
      for node in pair.value.all { if case .alias(let name) = node.content { return name } }
    }
    return nil
  }

  /// An anchor on the way whose value another place uses: its name and the line of that place.
  func sharing(within removed: LayoutNode? = nil) -> (name: String, line: Int)? {
    var anchors = Set(([root] + trail.steps.map(\.node)).compactMap(\.anchor))
    anchors.formUnion((removed?.all ?? []).compactMap(\.anchor))
    for node in root.all {
      if case .alias(let name) = node.content, anchors.contains(name) {
        return (name, document.source.line(ofScalar: node.start))
      }
    }
    return nil
  }
}
