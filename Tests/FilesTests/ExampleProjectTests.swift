import Files
import Foundation
import TestSupport
import Testing

@Suite("Answers change their own places in the example, and nothing else")
struct ExampleProjectTests {
  private let data = ShippedData(folder: BuiltProgram.packageFolder + "/MarketData")

  private func reader() throws -> ScenarioReader {
    let parameters = try data.parameters()
    return ScenarioReader(
      roles: try data.roles(), places: try data.places(), industries: try data.industries(),
      currencies: try data.currencies(), localities: try data.taxLocalities(), parameterKeys: parameters.keys,
      hazardKinds: parameters.scopes(of: "hazard.involuntary"), hours: try UsualHours(parameters))
  }

  private func written(_ project: ExampleProject) throws -> String {
    let folder = try TemporaryFolder()
    #expect(try project.write(to: folder.path) == ["scenario.yaml", "notes.md"].map(folder.path))
    return try folder.text(of: "scenario.yaml")
  }

  @Test("The current job is the first offer, and the example has no note or fault")
  func example() throws {
    let scenario = try reader().read(path: data.folder + "/example/scenario.yaml")
    #expect(scenario.offers.map(\.id) == ["current", "cio", "director"])
    #expect(scenario.offers[0].isCurrentJob)
    #expect(scenario.notes.isEmpty, "\(scenario.notes)")
    let project = try ExampleProject(from: data)
    #expect(try ExampleProject.Answer.allCases.map(project.value) == ["178k", "Denver, CO", "IT Director"])
  }

  @Test("Only the lines of the answer differ, and their comments keep their columns")
  func lines() throws {
    var project = try ExampleProject(from: data)
    let before = try written(project).split(separator: "\n", omittingEmptySubsequences: false)
    let notes = try project.set(.city, to: "Springfield", reader: reader())
    #expect(notes.contains { $0.contains("Springfield") }, "\(notes)")
    let after = try written(project).split(separator: "\n", omittingEmptySubsequences: false)
    let changed = zip(before, after).filter { $0 != $1 }
    #expect(before.count == after.count && changed.count == 2)
    #expect(changed.allSatisfy { $1.contains("location: Springfield") })
    let comments = changed.compactMap { old, new in old.firstIndex(of: "#").map { (old.prefix(upTo: $0).count, new) } }
    #expect(comments.count == 1 && comments.allSatisfy { $1.prefix { $0 != "#" }.count == $0 })
  }

  @Test(
    "What cannot be read as the field is refused, and leaves the project as it was",
    arguments: [
      (ExampleProject.Answer.base, "18Ok"), (.base, "185"), (.base, "-178k"), (.base, "x: y"), (.base, "[1]"),
      (.city, "Nowhere at all"), (.city, "Denver\noffers: []"), (.city, "{a: b}"), (.title, "\"quoted\""),
      (.title, "# nothing"), (.title, "*alias"),
    ])
  func refused(_ answer: ExampleProject.Answer, _ text: String) throws {
    var project = try ExampleProject(from: data)
    let before = try written(project)
    let names = try reader()
    #expect(throws: BadInput.self) { try project.set(answer, to: text, reader: names) }
    #expect(try written(project) == before)
  }

  @Test("Odd but right answers are put in as they were meant")
  func odd() throws {
    var project = try ExampleProject(from: data)
    for (answer, text) in [(ExampleProject.Answer.base, "$191,500"), (.city, "St. Louis, MO"), (.title, "VP, IT")] {
      try project.set(answer, to: text, reader: reader())
      #expect(try project.value(of: answer) == text)
    }
    let scenario = try reader().read(bytes: Array(try written(project).utf8), file: "scenario.yaml")
    #expect(scenario.offers[0].baseSalary.amount == 191_500)
    #expect(scenario.me.location?.name.hasPrefix("St. Louis") == true)
  }
}
