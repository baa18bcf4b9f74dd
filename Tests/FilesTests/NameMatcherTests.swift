import Market
import Testing

@testable import Files

@Suite("Titles and places as people type them are matched by words")
struct NameMatcherTests {
  @Test(
    "Titles",
    arguments: [
      ("IT Manager", "it-manager"), ("it manager ", "it-manager"), ("Credit Manager", nil), ("Transit Manager", nil),
      ("Senior IT Director", "it-director"), ("Non-IT Manager", nil), ("Assistant to the IT Director", nil),
      ("11-3021", "11-3021"),
      ("Librarian", nil),
      // Near, but other jobs.
      ("Data Analyst", nil), ("Senior Data Analyst", nil), ("Data Engineer", nil), ("Director of Engineering", nil),
      ("VP of IT", nil), ("DevOps Engineer", nil),
      // General titles of another trade, and of IT by a word of it.
      ("Team Leader, Bakery", nil), ("Sr Manager, Tax", nil), ("Associate Director, Clinical Trials", nil),
      ("Project Manager, Operations", nil), ("Program Manager & Staff Attorney", nil),
      ("Senior Project Manager, Cloud Operations", "project-manager"), ("Team Lead (SQL)", "team-leader"),
      ("Data Engineering Manager", "engineering-manager"), ("Civil Engineering Manager", nil),
      // Ranks that a technical role does not have.
      ("Software Engineer Manager", nil), ("Principal Software Engineer 2", "software-developer"),
    ] as [(String, String?)])
  func titles(_ given: (text: String, id: String?)) throws {
    var matcher = try matcher()
    #expect(matcher.read(given.text).match?.job.id == given.id, "\(given.text)")
  }

  @Test(
    "A general title counts where the row is of IT, and no more is asked of one that names IT",
    arguments: [
      ("Project Manager", true), ("Senior Project Manager", true), ("Sr. Project Manager II", true),
      ("IT Project Manager", false), ("Project Manager, Software", false), ("Team Leader", true),
      ("Senior Manager", true), ("Associate Director", true), ("QA Analyst", true), ("IT Director", false),
    ])
  func general(_ given: (text: String, needsIT: Bool)) throws {
    var matcher = try matcher()
    #expect(matcher.read(given.text).match?.needsIT == given.needsIT, "\(given.text)")
  }

  @Test("A title that is a name is what the directory says, unless it never counts")
  func same() throws {
    let roles = try SurveyBench.data.roles()
    var matcher = try matcher()
    for alias in roles.aliases {
      let found = matcher.read(alias.text).match?.job.id
      #expect(found == (alias.counts == .never ? nil : try roles.find(alias.text).value.id), "\(alias.text)")
    }
  }

  private func matcher() throws -> JobMatcher {
    JobMatcher(try SurveyBench.data.roles(), words: try SurveyBench.data.titleWords())
  }

  @Test(
    "Places",
    arguments: [
      ("Denver", "US-19740"), ("Dallas, Texas, United States", "US-19100"), ("Nashville, TN", "US-34980"),
      ("Madison, Wi", "US-31540"), ("Cardiff, UK", "GB-CDF"), ("Penarth, UK", "GB"), ("München", "DE-MUC"),
      ("Fairplay, Colorado", "US-CO"),
      ("columbus ohio", "US-18140"),
      ("Atlanta, Georgia", "US-12060"), ("New York, NY", "US-35620"), ("Colorado", "US-CO"), ("USA", "US"),
      ("Toronto, Ontario, Canada", "CA-TOR"), ("Vancouver, WA", "US-38900"), ("Vancouver", "CA-VAN"),
      ("London, ON", "CA"), ("Toronto, CA", "CA-TOR"), ("Vancouver, BC", "CA-VAN"), ("Vancouver BC", "CA-VAN"),
      ("Victoria, BC", "CA-VIC"), ("Victoria, TX", "US-47020"), ("Melbourne, VIC", "AU-MEL"), ("Sydney, NS", "CA"),
      ("Perth, WA", "AU-PER"), ("Surrey, CA", "US-CA"), ("Ontario, CA", "US-40140"), ("Ontario, Canada", "CA"),
      ("Dublin, IE", "IE-DUB"), ("Denver, IT", nil), ("London, FR", nil), ("still working on", nil),
      ("Scotland", "GB"), ("British Columbia", "CA"),
      ("Denver Metro", "US-19740"), ("Greater Denver Area", "US-19740"), ("Denver Metro, CO, USA", "US-19740"),
      ("All US", "US"), ("United States (All)", "US"), ("Seattle-Nowhere, OR", "US-OR"), ("Colorado Metro", nil),
      ("nowhere at all", nil), ("Chattanooga, Tennessee, USA", "US-16860"),
    ] as [(String, String?)])
  func places(_ given: (text: String, id: String?)) throws {
    var matcher = PlaceMatcher(try SurveyBench.data.places())
    #expect(matcher.place(given.text)?.location.id == given.id, "\(given.text)")
  }

  @Test("The title of a metro is that metro, however its cities are listed; what was taken for granted is said")
  func titles() throws {
    var matcher = PlaceMatcher(try SurveyBench.data.places())
    let older = matcher.place("Denver-Aurora-Lakewood, CO")
    #expect(older?.location.id == "US-19740" && older?.isWidened == false)
    #expect(older?.rules.map(\.reading) == ["Denver-Aurora-Lakewood, CO is Denver-Aurora-Centennial, CO"])
    let several = matcher.place("New York-Newark-Jersey City, NY-NJ-PA")
    #expect(several?.location.id == "US-35620" && several?.isWidened == false && several?.stateRule != nil)
    #expect(matcher.place("Portland Metro")?.rules.map(\.reading) == ["Portland is Portland, OR"])
    #expect(matcher.place("Seattle-Nowhere, OR")?.isWidened == true)
    let canada = try #require(SurveyBench.data.places().place(id: "CA"))
    #expect(matcher.place("Greater Toronto Area", in: canada).location.id == "CA-TOR")
  }

  @Test("Countries by code are countries: CA is Canada, not California")
  func countries() throws {
    var matcher = PlaceMatcher(try SurveyBench.data.places())
    #expect(matcher.place("CA", isCountry: true)?.location.id == "CA")
    #expect(matcher.place("CA")?.location.id == "US-CA")
    #expect(matcher.parents(of: "US-47900") == ["US-DC", "US"])
    #expect(matcher.parents(of: "US-47900", in: "US-VA") == ["US-VA", "US"])
    #expect(matcher.parents(of: "US-19740") == ["US-CO", "US"] && matcher.parents(of: "GB") == [])
  }

  @Test(
    "A name that ends with its field is not found behind another trade",
    arguments: ["Credit Manager, IT", "Audit Director - IT"])
  func otherTrade(_ title: String) throws {
    var matcher = JobMatcher(try SurveyBench.data.roles(), words: try SurveyBench.data.titleWords())
    #expect(matcher.read(title).match == nil)
    #expect(matcher.read("Senior Manager, IT").match != nil && matcher.read("Manager, IT").match != nil)
    #expect(throws: UnknownName.self) { try SurveyBench.data.roles().find("Audit Manager, IT") }
  }
}
