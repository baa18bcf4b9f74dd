import Glibc
import Quantities
import Testing

@testable import Files

@Suite("Whatever is set, it is read back and nothing else changes")
struct ScenarioDocumentFuzzTests {
  /// The shipped scenarios and the samples of these tests.
  static let texts: [String] = {
    let folder = ScenarioDocumentTests.root + "/Scenarios"
    let shipped = Folder.names(in: folder).compactMap {
      try? String(decoding: Folder.bytes(of: "\(folder)/\($0)/scenario.yaml"), as: UTF8.self)
    }
    return shipped + [ScenarioDocumentTests.sample, ContractExampleTests.example]
  }()

  @Test("Setting a value to itself leaves the bytes as they are", arguments: texts)
  func itself(_ yaml: String) throws {
    let document = try ScenarioDocumentTests.document(yaml)
    #expect(document.values.count > 10)
    for value in document.values where !value.text.isEmpty {
      #expect(try document.setting([(value.path, value.text)]).bytes == document.bytes, "\(value.path)")
    }
  }

  @Test("Setting gives the value, in a form that a second change can undo", .timeLimit(.minutes(2)), arguments: texts)
  func setting(_ yaml: String) throws {
    var chance = ScenarioFuzzTests.Chance(state: 7)
    let document = try ScenarioDocumentTests.document(yaml)
    let values = document.values
    for value in values {
      let text = Self.text(&chance)
      let changed = try document.setting([(value.path, text)])
      let path = value.path.hasSuffix(".id") ? Self.renamed(value.path, text, values) : value.path
      #expect(changed.text(at: path) == text, "\(value.path) = \(text)")
      #expect(changed.values.count == values.count)
      let lines = ScenarioDocumentTests.text(changed).split(separator: "\n", omittingEmptySubsequences: false)
      let old = yaml.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(zip(lines, old).count { $0 != $1 } <= 1, "\(value.path) = \(text)")
      let back = try changed.setting([(path, value.text)])
      #expect(back.text(at: value.path) == value.text)
    }
  }

  @Test("Removing every value, one at a time, leaves all others", arguments: texts)
  func removing(_ yaml: String) throws {
    let document = try ScenarioDocumentTests.document(yaml)
    for value in document.values {
      let comments = yaml.count { $0 == "#" }
      let changed = try document.removing(value.path)
      #expect(changed.values.count < document.values.count || value.path.hasSuffix("]"), "\(value.path)")
      // Only a comment on a removed line, or inside a removed block, goes.
      #expect(ScenarioDocumentTests.text(changed).count { $0 == "#" } >= comments - 2)
    }
  }

  /// An offer that changes its id changes its paths.
  private static func renamed(_ path: String, _ text: String, _ values: [ScenarioDocument.Value]) -> String {
    let ids = values.filter { $0.path.hasSuffix(".id") }.map(\.path)
    return "offers[\(ids.firstIndex(of: path) ?? 0)].id"
  }

  private static let pieces = [
    "a", "B", "7", " ", ": ", ":", " #", "#", "-", ",", "[", "]", "{", "}", "'", "\"", "\\", "\n", "\t", "&", "*", "!",
    "|", ">", "%", "@", "`", "?", "ü", "😀", "\u{85}", "\u{2028}", "\u{7}", "~", "null", "yes", "---", "...", "<<",
  ]

  private static func text(_ chance: inout ScenarioFuzzTests.Chance) -> String {
    (0..<Int.random(in: 1...5, using: &chance)).map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
  }
}
