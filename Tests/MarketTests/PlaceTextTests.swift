import Market
import ModelTestSupport
import Testing

@Suite("Places typed without a comma, and places that are not known")
struct PlaceTextTests {
  @Test(
    "A city and its state need no comma",
    arguments: [
      ("denver co", "US-19740"), ("Columbus GA", "US-17980"), ("rochester new york", "US-40380"),
      ("Boise Idaho", "US-14260"), ("san francisco ca", "US-41860"), ("Bellevue WA", "US-42660"),
      ("san juan pr", "US-41980"),
    ])
  func withoutComma(text: String, id: String) throws {
    #expect(try ShippedTables.places().find(text).value.id == id)
    #expect(try ShippedTables.places().find(text).note == nil)
  }

  @Test(
    "A country behind, words for the area around, and older titles of metros",
    arguments: [
      ("Denver, CO, USA", "US-19740", nil), ("Denver, Colorado, United States", "US-19740", nil),
      ("Denver CO USA", "US-19740", nil), ("Toronto, ON, Canada", "CA-TOR", nil), ("Denver Metro", "US-19740", nil),
      ("Greater Denver Area", "US-19740", nil), ("Denver Metro, CO", "US-19740", nil),
      ("The Greater Toronto Area", "CA-TOR", nil), ("Greater Manchester", "GB-MNC", nil),
      ("New York Metro Area", "US-35620", "New York (state)"), ("Portland Metro", "US-38900", "Portland, ME"),
      ("San Francisco-Oakland-Hayward, CA", "US-41860", "is read as San Francisco-Oakland-Fremont, CA"),
      ("Denver-Aurora-Lakewood, CO Metropolitan Statistical Area", "US-19740", "is read as Denver-Aurora"),
      ("Austin-Round Rock, TX MSA", "US-12420", nil),
      ("Portland, OR-WA, USA", "US-38900", "is read as"),
      ("National", "US", nil), ("All US", "US", nil), ("United States (All)", "US", nil),
    ] as [(String, String, String?)])
  func inOtherWords(text: String, id: String, note: String?) throws {
    let found = try ShippedTables.places().find(text)
    #expect(found.value.id == id)
    #expect(note.map { found.note?.contains($0) == true } ?? (found.note == nil), "\(found.note ?? "")")
  }

  @Test(
    "Other words do not make a place of what is none",
    arguments: ["Denver, CO, Canada", "Seattle-Nowhere, OR", "Colorado Metro", "Metro", "Greater Area", "Denver, IT"])
  func noOtherWords(text: String) throws {
    #expect(throws: UnknownName.self) { try ShippedTables.places().find(text) }
  }

  @Test("A city in a state it is not in is no place", arguments: ["denver wa", "denver zz", "co", "nowhere co"])
  func notInState(text: String) throws {
    let places = try ShippedTables.places()
    let found = try? places.find(text).value
    #expect(found == nil || found?.kind == .state)
  }

  @Test(
    "A city of a region abroad that is not known is none of its name elsewhere", arguments: ["London, ON", "Hull QC"])
  func notInRegion(text: String) throws {
    #expect(throws: UnknownName.self) { try ShippedTables.places().find(text) }
  }

  @Test("Nothing is suggested where nothing is like it", arguments: ["Xanadu", "Qqq", "Timbuktu"])
  func unlike(text: String) throws {
    let places = try ShippedTables.places()
    let error = #expect(throws: UnknownName.self) { try places.find(text) }
    #expect(error?.suggestions == [])
  }

  @Test(
    "Large cities abroad are known; a city of that name in the United States comes first, and the other is named",
    arguments: [
      ("London", "GB-LON", nil), ("london uk", "GB-LON", nil), ("Toronto, Canada", "CA-TOR", nil),
      ("Zürich", "CH-ZRH", nil), ("Köln", "DE-CGN", nil), ("Birmingham", "US-13820", "Birmingham, United Kingdom"),
      ("Birmingham, UK", "GB-BHM", nil), ("Vancouver, BC", "CA-VAN", nil), ("Toronto, Ontario", "CA-TOR", nil),
      ("Vienna", "AT-VIE", "Parkersburg"), ("Cambridge", "US-14460", "Cambridge, UK"),
      ("victoria bc", "CA-VIC", nil), ("Ontario, CA", "US-40140", nil),
      ("Ontario", "US-40140", "read as Riverside-San Bernardino-Ontario, CA; also Ontario, province of Canada"),
    ] as [(String, String, String?)])
  func abroad(text: String, id: String, other: String?) throws {
    let found = try ShippedTables.places().find(text)
    #expect(found.value.id == id)
    #expect(other.map { found.note?.contains($0) == true } ?? (found.note == nil), "\(found.note ?? "")")
  }

  @Test(
    "A suggestion can be typed, and looks like what was typed",
    arguments: [("Arora", "Aurora, CO"), ("new yrok", "New York"), ("Texsa", "Texas"), ("Denvr", "Denver, CO")])
  func suggestions(text: String, meant: String) throws {
    let places = try ShippedTables.places()
    let error = #expect(throws: UnknownName.self) { try places.find(text) }
    #expect(error?.suggestions.first == meant)
    for suggestion in error?.suggestions ?? [] { #expect(throws: Never.self) { try places.find(suggestion) } }
  }
}
