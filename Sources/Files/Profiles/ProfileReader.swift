import Market
import Quantities

/// Reads a mapping profile, or names everything that is wrong with it, at its line and column.
///
///     let profile = try ProfileReader(file: "pay.csv.profile.yaml").read()
///
/// Throws ``BadInput`` with every fault, ``FileTrouble`` when there is no such file.
public struct ProfileReader {
  /// What `schema:` must say, when it is there.
  public static let schema = "parley.profile/1"
  static let byteLimit = 1 << 18

  let file: String
  private var source: SourceText
  private(set) var faults: FaultList

  public init(file: String, faultLimit: Int = 50) {
    self.file = file
    source = SourceText(file: file, bytes: [])
    faults = FaultList(limit: faultLimit)
  }

  /// The profile in the file.
  public mutating func read() throws -> SurveyProfile {
    try read(try Folder.bytes(of: file, limit: Self.byteLimit))
  }

  /// The profile in these bytes.
  mutating func read(_ bytes: [UInt8]) throws -> SurveyProfile {
    let document = try Self.document(bytes, file: file)
    source = document.source
    for duplicate in document.duplicates {
      let line = source.line(ofScalar: duplicate.first.offset)
      fault(
        "duplicate-profile-key", "\(duplicate.key.text ?? "") is on line \(line) already", duplicate.key,
        cure: "keep one of the two")
    }
    var profile = SurveyProfile()
    readKeys(document.root, &profile)
    try faults.throwIfAny()
    return profile
  }

  /// The tree of the file; the cure of one that says nothing is a profile's own.
  private static func document(_ bytes: [UInt8], file: String) throws -> YAMLDocumentReader.Document {
    do {
      return try YAMLDocumentReader.read(bytes, file: file, byteLimit: byteLimit)
    } catch let bad as BadInput where bad.diagnostics.map(\.name) == ["empty-file"] {
      throw BadInput(
        bad.diagnostics.map {
          Diagnostic(
            name: $0.name, message: $0.message,
            cure: "the least is three lines: `columns: {role: Job Title, location: City}`, `pay: [{pay: Salary}]` and "
              + "`date: 2026-03`; delete it to have it guessed", file: $0.file)
        })
    }
  }

  mutating func fault(_ name: String, _ message: String, _ node: YAMLNode, cure: String) {
    let place = source.place(ofScalar: node.offset)
    let file = file
    faults.add {
      Diagnostic(
        name: name, message: message, cure: cure, file: file, line: place.line, column: place.column,
        excerpt: place.excerpt, caret: place.caret)
    }
  }

  // MARK: - Shapes of values

  /// The keys of a block that are known here; the others are faults.
  mutating func pairs(_ node: YAMLNode, known: [String]?, what: String) -> [(key: String, value: YAMLNode)] {
    if node.isEmpty { return [] }
    guard case .mapping(let pairs) = node.content else {
      fault(
        "bad-profile-value", "\(what) is a \(node.shape), not a block of keys", node,
        cure: "write one `key: value` a line")
      return []
    }
    var found: [(key: String, value: YAMLNode)] = []
    for pair in pairs {
      guard let key = pair.key.text else {
        fault("bad-profile-value", "a key of \(what) is no text", pair.key, cure: "write one `key: value` a line")
        continue
      }
      if let known, !known.contains(key) {
        let near = NearestName.suggestions(for: key, among: known, limit: 1).first
        fault(
          "unknown-profile-key", "\(what) has no key \"\(key)\"", pair.key,
          cure: near.map { "did you mean \($0)?" } ?? "one of " + known.joined(separator: ", "))
        continue
      }
      found.append((key, pair.value))
    }
    return found
  }

  mutating func text(_ node: YAMLNode, _ what: String) -> String {
    if let text = node.text { return node.isEmpty ? "" : text }
    fault("bad-profile-value", "\(what) is a \(node.shape), not a text", node, cure: "write one text")
    return ""
  }

  /// One text, or a list of them.
  mutating func texts(_ node: YAMLNode, _ what: String) -> [String] {
    if node.isEmpty { return [] }
    guard case .sequence(let nodes) = node.content else {
      let text = text(node, what)
      return text.isEmpty ? [] : [text]
    }
    var found: [String] = []
    for item in nodes { found.append(text(item, what)) }
    return found.filter { !$0.isEmpty }
  }

  mutating func choice<Value: RawRepresentable & CaseIterable>(
    _ node: YAMLNode, _ what: String, _ type: Value.Type = Value.self
  ) -> Value? where Value.RawValue == String {
    let text = text(node, what)
    if let value = Value(rawValue: text) { return value }
    let all = Value.allCases.map(\.rawValue)
    let near = NearestName.suggestions(for: text, among: all, limit: 1).first
    if node.text != nil {
      fault(
        "bad-profile-value", "\(what) cannot be \"\(text)\"", node,
        cure: near.map { "did you mean \($0)?" } ?? "one of " + all.joined(separator: ", "))
    }
    return nil
  }

  mutating func number(_ node: YAMLNode, _ what: String, in range: ClosedRange<Double>) -> Double? {
    let text = text(node, what)
    if let value = QuantityText.decimal(text), range.contains(value) { return value }
    let ends = "\(NumberText.grouped(range.lowerBound)) to \(NumberText.grouped(range.upperBound))"
    if node.text != nil {
      fault("bad-profile-value", "\(what) cannot be \"\(text)\"", node, cure: "write a number from \(ends)")
    }
    return nil
  }

  mutating func flag(_ node: YAMLNode, _ what: String) -> Bool {
    let text = text(node, what).lowercased()
    if ["yes", "true", "on"].contains(text) { return true }
    if !["no", "false", "off"].contains(text), node.text != nil {
      fault("bad-profile-value", "\(what) cannot be \"\(text)\"", node, cure: "write yes or no")
    }
    return false
  }
}
