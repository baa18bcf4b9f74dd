extension YAMLEdit {
  /// The file after a change, and what the change was meant to do.
  enum Outcome {
    case unchanged
    /// The edit's position holds the new text.
    case set([UInt8])
    /// What is gone, by position; the later items of a list move up.
    case removed([UInt8], String, isItem: Bool)
  }

  /// The changed document, read again: throws ``EditTrouble`` unless exactly what was meant has changed.
  func checked(_ outcome: Outcome, value: String?) throws -> ScenarioDocument {
    var expected: [String: String] = [:]
    let bytes: [UInt8]
    switch outcome {
    case .unchanged: return document
    case .set(let new):
      bytes = new
      for leaf in document.listed.leaves where !(leaf.node.isEmpty && ScenarioValues.isWithin(position, leaf.position))
      {
        expected[leaf.position] = leaf.node.text
      }
      expected[position] = value
    case .removed(let new, let gone, let isItem):
      bytes = new
      for leaf in document.listed.leaves where !ScenarioValues.isWithin(leaf.position, gone) {
        let moved = isItem ? ScenarioValues.movedUp(leaf.position, past: gone) : leaf.position
        expected[moved] = leaf.node.text
      }
    }
    var found: [String: String] = [:]
    let yaml = try? YAMLDocumentReader.read(bytes, file: document.file, byteLimit: .max)
    let changed = try yaml.map {
      try ScenarioDocument(bytes: bytes, file: document.file, yaml: $0, sheet: document.sheet)
    }
    for leaf in changed?.listed.leaves ?? [] { found[leaf.position] = leaf.node.text }
    guard let changed, found == expected else {
      if let sharing = sharing() {
        throw EditTrouble(
          text: .sharedValue(path, name: sharing.name, line: sharing.line), offset: trail.node.start)
      }
      throw cannotEdit
    }
    return changed
  }
}
