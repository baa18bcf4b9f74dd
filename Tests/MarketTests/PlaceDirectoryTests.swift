import Market
import ModelTestSupport
import Testing

@Suite("Places by what people type")
struct PlaceDirectoryTests {
  @Test(
    "A name finds the place people mean",
    arguments: [
      ("NYC", "US-35620"), ("New York", "US-35620"), ("new york, ny", "US-35620"), ("SF", "US-41860"),
      ("Columbus", "US-18140"), ("Columbus, GA", "US-17980"), ("Columbus, Ohio", "US-18140"),
      ("CA", "US-CA"), ("IN", "US-IN"), ("DE", "US-DE"), ("country:CA", "CA"), ("Canada", "CA"), ("GB", "GB"),
      ("Portland", "US-38900"), ("Portland, ME", "US-38860"), ("Washington", "US-47900"),
      ("Washington state", "US-WA"),
      ("New York (state)", "US-NY"), ("US", "US"), ("US-19740", "US-19740"), ("19740", "US-19740"),
      ("  denver ", "US-19740"), ("Ohio", "US-OH"), ("Winston-Salem", "US-49180"),
      ("Bellevue, WA", "US-42660"),
    ])
  func names(text: String, id: String) throws {
    #expect(try ShippedTables.places().find(text).value.id == id)
  }

  @Test(
    "A name of several places says so and names the others",
    arguments: [("Columbus", "Columbus, GA"), ("Portland", "Portland, ME")])
  func ambiguity(text: String, other: String) throws {
    let places = try ShippedTables.places()
    #expect(try places.find(text).note?.contains(other) == true)
    #expect(try places.find("Denver").note == nil)
  }

  @Test(
    "An unknown town of a question is read as the state or country behind it, and says so",
    arguments: [
      ("Holland, MI", "US-MI"), ("Paris TX", "US-TX"), ("Holland Michigan", "US-MI"), ("Holland, MI, USA", "US-MI"),
      ("Barrie, ON", "CA"), ("Smallville, Germany", "DE"), ("Boston, TX", "US-TX"), ("Las Vegas, NM", "US-NM"),
    ])
  func widened(text: String, id: String) throws {
    let places = try ShippedTables.places()
    let found = try places.findOrWiden(text)
    #expect(found.value.id == id && found.note?.contains("no place of the tables") == true)
    // Figures of a survey are not taken so: a town's are not its state's.
    let error = #expect(throws: UnknownName.self) { try places.find(text) }
    #expect(error?.cure.contains("write \(id)") == true, "\(error?.cure ?? "")")
  }

  @Test(
    "A town that is likely misspelt is no reason to take its state, nor are two letters a country",
    arguments: [("Lexinton, KY", "Lexington, KY"), ("Denvr, CO", "Denver, CO"), ("Denver, IT", "Denver, CO")])
  func notWidened(text: String, meant: String) throws {
    let places = try ShippedTables.places()
    let error = #expect(throws: UnknownName.self) { try places.findOrWiden(text) }
    #expect(error?.suggestions.contains(meant) == true, "\(error?.suggestions ?? [])")
  }

  @Test(
    "A misspelt place is refused with the near ones",
    arguments: [
      ("Colombus", "Columbus, OH"), ("Seatle", "Seattle, WA"), ("San Fransisco", "San Francisco, CA"),
    ])
  func typos(text: String, meant: String) throws {
    let places = try ShippedTables.places()
    let error = #expect(throws: UnknownName.self) { try places.find(text) }
    #expect(error?.suggestions.contains(meant) == true, "\(error?.suggestions ?? [])")
  }
}
