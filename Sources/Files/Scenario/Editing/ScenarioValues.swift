import Quantities

/// Lists the scalars of a scenario's tree with their paths: offers by id, lists by position.
struct ScenarioValues {
  struct Leaf {
    /// `seattle.equity[0].price`
    let path: String
    /// The same by position, which stays when an id changes: `offers[2].equity[0].price`.
    let position: String
    let node: YAMLNode
  }

  private(set) var leaves: [Leaf] = []
  /// Those without a usable id too.
  private(set) var offerCount = 0
  /// `offers[2]` by `seattle`.
  private(set) var positions: [String: String] = [:]

  init(_ root: YAMLNode) { add(root, path: "", position: "") }

  /// The path by position of one that may begin with an id.
  func position(of path: FieldPath) -> String {
    let root = path.segments[0].description
    guard let position = positions[root] else { return path.description }
    return ([position] + path.segments.dropFirst().map(\.description)).joined(separator: ".")
  }

  /// The ids of the offers, in the file's order.
  var ids: [String] { positions.sorted { ($0.value.count, $0.value) < ($1.value.count, $1.value) }.map(\.key) }

  /// Whether a path is another one, or leads further down from it.
  static func isWithin(_ path: String, _ stem: String) -> Bool {
    guard path.hasPrefix(stem) else { return false }
    let next = path.dropFirst(stem.count).first
    return next == nil || next == "." || next == "["
  }

  /// Where a path by position is once an earlier item of its list is gone: `equity[2].kind` for `equity[1]`.
  static func movedUp(_ path: String, past gone: String) -> String {
    guard let open = gone.lastIndex(of: "["), let index = Int(gone[open...].dropFirst().dropLast()) else { return path }
    let list = gone[...open]
    guard path.hasPrefix(list), let close = path.dropFirst(list.count).firstIndex(of: "]"),
      let number = Int(path[path.index(path.startIndex, offsetBy: list.count)..<close]), number > index
    else { return path }
    return list + String(number - 1) + path[close...]
  }

  private mutating func add(_ node: YAMLNode, path: String, position: String) {
    switch node.content {
    case .scalar: leaves.append(Leaf(path: path, position: position, node: node))
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        let place = "\(position)[\(index)]"
        var name = "\(path)[\(index)]"
        if position == "offers" { offerCount += 1 }
        if position == "offers", let id = ScenarioValues.id(of: item), positions[id] == nil {
          positions[id] = place
          name = id
        }
        add(item, path: name, position: place)
      }
    case .mapping(let pairs):
      for pair in pairs {
        guard let key = pair.key.text else { continue }
        add(
          pair.value, path: path.isEmpty ? key : "\(path).\(key)",
          position: position.isEmpty ? key : "\(position).\(key)")
      }
    }
  }

  /// The id of an offer, when paths can begin with it.
  private static func id(of item: YAMLNode) -> String? {
    guard case .mapping(let pairs) = item.content,
      let text = pairs.first(where: { $0.key.text == "id" })?.value.text
    else { return nil }
    let id = Entry.trimmed(text)
    guard let path = try? FieldPath(id), path.segments.count == 1, path.segments[0].indices.isEmpty,
      !OfferListFields.reservedIDs.contains(id.lowercased())
    else { return nil }
    return id
  }
}
