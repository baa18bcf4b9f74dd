import Market
import Testing

@testable import Files

@Suite("Titles and places as people type them are matched by words")
struct NameMatcherTests {
  @Test(
    "Titles",
    arguments: [
      ("IT Manager", "it-manager"), ("it manager ", "it-manager"), ("Credit Manager", nil), ("Transit Manager", nil),
      ("Senior IT Director", "it-director"), ("Assistant to the IT Director", nil), ("11-3021", "11-3021"),
      ("Librarian", nil),
    ] as [(String, String?)])
  func titles(_ given: (text: String, id: String?)) throws {
    var matcher = JobMatcher(try SurveyBench.data.roles())
    #expect(matcher.job(given.text)?.job.id == given.id)
  }

  @Test("A title that is a name is what the directory says")
  func same() throws {
    let roles = try SurveyBench.data.roles()
    var matcher = JobMatcher(roles)
    for alias in roles.aliases {
      #expect(matcher.job(alias.text)?.job.id == (try roles.find(alias.text).value.id), "\(alias.text)")
    }
  }

  @Test(
    "Places",
    arguments: [
      ("Denver", "US-19740"), ("Dallas, Texas, United States", "US-19100"), ("Nashville, TN", "US-34980"),
      ("Madison, Wi", "US-31540"), ("Cardiff, UK", "GB-CDF"), ("Penarth, UK", "GB"), ("München", "DE-MUC"),
      ("Fairplay, Colorado", "US-CO"),
      ("columbus ohio", "US-18140"),
      ("Atlanta, Georgia", "US-12060"), ("New York, NY", "US-35620"), ("Colorado", "US-CO"), ("USA", "US"),
      ("Toronto, Ontario, Canada", "CA-TOR"), ("Vancouver, WA", "US-38900"), ("Vancouver", "US-38900"),
      ("nowhere at all", nil), ("Chattanooga, Tennessee, USA", "US-16860"),
    ] as [(String, String?)])
  func places(_ given: (text: String, id: String?)) throws {
    var matcher = PlaceMatcher(try SurveyBench.data.places())
    #expect(matcher.place(given.text)?.location.id == given.id, "\(given.text)")
  }

  @Test("Countries by code are countries: CA is Canada, not California")
  func countries() throws {
    var matcher = PlaceMatcher(try SurveyBench.data.places())
    #expect(matcher.place("CA", isCountry: true)?.location.id == "CA")
    #expect(matcher.place("CA")?.location.id == "US-CA")
    #expect(matcher.parents(of: "US-19740") == ["US-CO", "US"] && matcher.parents(of: "GB") == [])
  }
}
