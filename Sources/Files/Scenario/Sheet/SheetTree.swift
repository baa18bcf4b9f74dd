import Quantities

/// The offers of a sheet as the tree that a YAML list of offers would give, with places in the CSV text.
struct SheetTree {
  private final class Branch {
    var text: (text: String, offset: Int)?
    var keys: [(name: String, branch: Branch)] = []
    var items: [(index: Int, branch: Branch)] = []
    var offset = 0

    func key(_ name: String, at offset: Int) -> Branch {
      if let found = keys.first(where: { $0.name == name }) { return found.branch }
      let branch = Branch()
      branch.offset = offset
      keys.append((name, branch))
      return branch
    }

    func item(_ index: Int, at offset: Int) -> Branch {
      if let found = items.first(where: { $0.index == index }) { return found.branch }
      let branch = Branch()
      branch.offset = offset
      items.append((index, branch))
      return branch
    }

    func node(base: Int) -> YAMLNode {
      if !keys.isEmpty {
        let pairs = keys.map {
          YAMLNode.Pair(
            key: YAMLNode(.scalar($0.name, isPlain: true), offset: base + $0.branch.offset),
            value: $0.branch.node(base: base))
        }
        return YAMLNode(.mapping(pairs), offset: base + offset)
      }
      if !items.isEmpty {
        // Emptied columns leave gaps in the numbers; what is left moves up.
        let nodes = items.sorted { $0.index < $1.index }.map { $0.branch.node(base: base) }
        return YAMLNode(.sequence(nodes), offset: base + offset)
      }
      return YAMLNode(.scalar(text?.text ?? "", isPlain: false), offset: base + (text?.offset ?? offset))
    }
  }

  /// The list of offers; `base` is added to every offset. Faults of the cells go to `fault`.
  static func offers(
    of table: SheetTable, base: Int, fault: (FaultText, Int) -> Void, note: (String) -> Void = { _ in }
  ) -> YAMLNode {
    for found in table.faults { fault(found.text, base + table.offset(row: found.row, column: found.column)) }
    let offers = table.offers.map { offer -> YAMLNode in
      let place = table.offset(row: offer.row, column: offer.column)
      let root = Branch()
      root.offset = place
      root.key("id", at: place).text = (offer.id, place)
      for cell in table.cells where cell.offer == offer.id && !cell.text.isEmpty {
        let place = table.offset(row: cell.row, column: cell.column)
        if cell.field == "id" {
          if cell.text != offer.id { fault(.badOfferID(cell.text, isReserved: false), base + place) }
          continue
        }
        var text = cell.text
        do throws(SheetValue.Doubt) {
          text = try SheetValue(
            kind: SheetField.kind(of: cell.path), unit: cell.unit, conventions: table.conventions
          ).read(cell.text, path: cell.field)
          if text.hasSuffix("%"), !cell.text.contains("%") {
            note("\(offer.id).\(cell.field): \(cell.text) is read as \(text)")
          }
        } catch {
          fault(error.text, base + place)
          text = error.fallback
        }
        let name = table.offset(row: cell.row, column: table.fieldColumn)
        branch(of: cell.path, from: root, name: name).text = (text, place)
      }
      return root.node(base: base)
    }
    return YAMLNode(.sequence(offers), offset: base)
  }

  /// Keys stand where the row is named, so that an unknown one is shown there.
  private static func branch(of path: FieldPath, from root: Branch, name: Int) -> Branch {
    var branch = root
    for segment in path.segments {
      branch = branch.key(segment.name, at: name)
      for index in segment.indices { branch = branch.item(Int(index) ?? 0, at: name) }
    }
    return branch
  }
}
