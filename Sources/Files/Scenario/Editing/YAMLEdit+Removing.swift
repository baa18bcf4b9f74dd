import Quantities

extension YAMLEdit {
  /// Takes the value at the path out, with the blocks that it leaves empty.
  func remove() throws -> Outcome {
    guard trail.rest.isEmpty, !trail.steps.isEmpty else {
      let isLent = document.listed.leaves.contains { ScenarioValues.isWithin($0.position, position) }
      if isLent, case .alias(let name) = trail.node.content { throw shared(name) }
      if isLent { throw cannotEdit }
      throw EditTrouble(text: .noSuchField(path, among: document.paths), offset: nil)
    }
    var depth = trail.steps.count - 1
    while depth > 0, count(of: trail.steps[depth].parent) == 1 { depth -= 1 }
    let step = trail.steps[depth]
    let parts = trail.steps[...depth].map { step in
      step.key.map { LayoutTrail.Part.name($0.text ?? "") } ?? .index(String(step.index))
    }
    let removed = LayoutTrail.text(of: parts)
    if let sharing = sharing(within: step.node) {
      throw EditTrouble(
        text: .sharedValue(path, name: sharing.name, line: sharing.line), offset: step.key?.start ?? step.node.start)
    }
    return .removed(try bytes(without: step), removed, isItem: step.key == nil)
  }

  private func count(of node: LayoutNode) -> Int {
    switch node.content {
    case .sequence(let items): return items.count
    case .mapping(let pairs): return pairs.count
    case .scalar, .alias: return 0
    }
  }

  private func bytes(without step: LayoutTrail.Step) throws -> [UInt8] {
    let spans: [Range<Int>]
    switch step.parent.content {
    case .sequence(let items): spans = items.map { $0.start..<text.contentEnd(of: $0) }
    case .mapping(let pairs): spans = pairs.map { $0.key.start..<text.contentEnd(of: $0.value) }
    case .scalar, .alias: throw cannotEdit
    }
    let span = spans[step.index]
    if step.parent.isFlow {
      if step.index > 0 { return replacing(spans[step.index - 1].upperBound..<span.upperBound, with: "") }
      return replacing(span.lowerBound..<(spans.count > 1 ? spans[1].lowerBound : span.upperBound), with: "")
    }
    var start = span.lowerBound
    if step.key == nil {
      guard let dash = text.dash(before: start) else { throw cannotEdit }
      start = dash
    }
    let lineStart = text.lineStart(before: start)
    if text.isBlank(lineStart..<start) {
      return replacing(lineStart..<text.nextLine(after: span.upperBound), with: "")
    }
    // The first key of `- id: ...` shares its line with the dash: the next key moves up, comments between stay above.
    guard step.key != nil, step.index == 0, spans.count > 1 else { throw cannotEdit }
    let next = spans[1].lowerBound
    let comments = text.commentLines(in: text.nextLine(after: span.upperBound)..<next)
    let lead = text.string(lineStart..<start)
    return replacing(lineStart..<next, with: comments + lead)
  }
}
