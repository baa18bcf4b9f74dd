import Foundation
import TestSupport
import Testing

/// The gallery: a golden case for each error the program can name, in the folders `Cases/errors*`.
@Suite("Every error has a name, a cure and a case")
struct ErrorGalleryTests {
  static let cases = GoldenTests.cases.filter { $0.description.hasPrefix("errors") }

  @Test("The case of an error shows its name and a cure, and its exit code fits", arguments: cases)
  func shape(_ golden: GoldenCase) throws {
    guard !Recording.isOn else { return }
    let text = try String(contentsOfFile: golden.folder + "/stderr", encoding: .utf8)
    let status = try String(contentsOfFile: golden.folder + "/status", encoding: .utf8)
    #expect(!text.matches(of: /error: \[[a-z0-9-]+\] ./).isEmpty, "no name in brackets")
    #expect(["64\n", "65\n", "66\n", "73\n", "74\n"].contains(status))
    #expect(text.matches(of: /\n  [^ |]/).count >= text.matches(of: /error: \[/).count, "an error without a cure")
    #expect(!text.contains("Optional(") && !text.contains("Error Domain"))
  }

  @Test("Each name in the sources has a case")
  func complete() throws {
    guard !Recording.isOn else { return }
    let shown = try Set(
      Self.cases.flatMap { golden in
        try String(contentsOfFile: golden.folder + "/stderr", encoding: .utf8)
          .matches(of: /error: \[([a-z0-9-]+)\]/).map { String($0.output.1) }
      })
    let missing = try Self.namesInSources().subtracting(shown).subtracting(Self.withoutCase.keys)
    #expect(missing == [], "these errors have no case in the gallery")
  }

  /// Errors that no input file of reasonable size or no command can bring about, and why.
  static let withoutCase = [
    "field-too-large": "takes a field of a megabyte",
    "record-too-large": "takes a record of 64 megabytes",
    "too-many-fields": "takes 65,536 fields",
    "unreadable-file": "a file that is missing or a folder is input-missing",
    "bad-parameter": "takes damaged shipped data",
    "missing-parameter": "takes damaged shipped data",
    "cannot-edit": "takes YAML that is laid out as nobody would",
    "internal": "takes an error that nothing foresaw",
  ]

  /// Names as the sources write them: beside their emitters, and in the lists of faults.
  private static func namesInSources() throws -> Set<String> {
    let sources = BuiltProgram.packageFolder + "/Sources"
    var names: Set<String> = []
    for file in FileManager.default.enumerator(atPath: sources)?.compactMap({ $0 as? String }) ?? []
    where file.hasSuffix(".swift") {
      let text = try String(contentsOfFile: sources + "/" + file, encoding: .utf8)
      names.formUnion(text.matches(of: /UsageError\(\s*"([a-z0-9-]+)",/).map { String($0.output.1) })
      names.formUnion(text.matches(of: /Diagnostic\(\s*name: "([a-z0-9-]+)",/).map { String($0.output.1) })
      names.formUnion(text.matches(of: /(?:fault|report)\(\s*"([a-z0-9-]+)",/).map { String($0.output.1) })
      // Printed as they stand; examples in comments are not errors.
      let printed = text.split(separator: "\n").filter { !$0.contains("///") }.joined(separator: "\n")
      names.formUnion(printed.matches(of: /error: \[([a-z0-9-]+)\]/).map { String($0.output.1) })
      if file.hasSuffix("Fault.swift") {
        names.formUnion(text.matches(of: /case [A-Za-z0-9]+ = "([a-z0-9-]+)"/).map { String($0.output.1) })
      }
    }
    return names
  }
}
