import Market
import ModelTestSupport
import Testing

@Suite("Roles by what people type")
struct RoleDirectoryTests {
  @Test(
    "A title, an id or another name finds the role",
    arguments: [
      ("IT Director", "it-director"), ("it-director", "it-director"), ("CIO", "cio"), ("CTO", "cto"),
      ("chief technology officer", "cto"), ("IT manager", "it-manager"), ("Head of IT", "it-director"),
      ("Senior IT Manager", "senior-manager"),
      ("IT Manager, Infrastructure", "it-manager"), ("11-3021", "11-3021"),
    ])
  func names(text: String, id: String) throws {
    #expect(try ShippedTables.roles().find(text).value.id == id)
  }

  @Test(
    "Words are matched whole",
    arguments: ["credit manager", "visit managers", "audit manager", "co", "directo"])
  func wholeWords(text: String) throws {
    let roles = try ShippedTables.roles()
    #expect(throws: UnknownName.self) { try roles.find(text) }
  }

  @Test("A misspelt role is refused with the near ones")
  func typos() throws {
    let roles = try ShippedTables.roles()
    let error = #expect(throws: UnknownName.self) { try roles.find("IT Directer") }
    #expect(error?.suggestions.first == "IT Director")
    #expect(!roles.matching("it manager").map(\.id).contains { $0.contains("credit") })
  }

  @Test("An index finds what a search finds: every name, names inside longer titles, and nothing else")
  func indexed() throws {
    let plain = try ShippedTables.roles()
    let index = plain.indexed()
    let names =
      plain.roles.flatMap { [$0.title, $0.id] } + plain.aliases.map(\.text) + plain.occupations.map(\.title)
    let others = ["Acting CIO of Sales", "IT Directer", "credit manager", "", "11-3021", "99-9999", "Head, of-IT!"]
    for text in names + names.map { "Regional \($0) West" } + others {
      let (searched, found) = (try? plain.find(text), try? index.find(text))
      #expect(searched?.value == found?.value && searched?.note == found?.note, "\(text)")
    }
  }
}
