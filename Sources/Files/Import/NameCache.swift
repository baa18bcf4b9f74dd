import Market

/// Names already looked up: survey files repeat a few of them thousands of times.
struct NameCache {
  private struct Place: Hashable {
    let text: String
    let kind: Location.Kind?
  }

  private let roles: RoleDirectory
  private let places: PlaceDirectory
  private let industries: IndustryDirectory
  /// What counts as which role in a survey's rows; nil where names are questions.
  private var titles: JobMatcher?
  private var jobs: [String: Result<Resolution<PricedJob>, UnknownName>] = [:]
  private var found: [Place: Result<Resolution<Location>, UnknownName>] = [:]
  private var sectors: [String: Result<String, UnknownName>] = [:]

  /// `titleWords`: of a survey, whose rows count as a role only by the narrower rule of ``JobMatcher``.
  init(
    roles: RoleDirectory, places: PlaceDirectory, industries: IndustryDirectory, titleWords: TitleWords? = nil
  ) {
    self.roles = roles.indexed()
    titles = titleWords.map { JobMatcher(roles, words: $0) }
    self.places = places
    self.industries = industries
  }

  func occupation(_ code: String) -> Occupation? { roles.occupation(code: code) }

  mutating func job(_ text: String) -> Result<Resolution<PricedJob>, UnknownName> {
    if let held = jobs[text] { return held }
    let answer = find(text)
    jobs[text] = answer
    return answer
  }

  /// A general title is taken at its word: the column holds our own names of roles.
  private mutating func find(_ text: String) -> Result<Resolution<PricedJob>, UnknownName> {
    guard titles != nil else { return Self.result(kind: "role", text) { try roles.find(text) } }
    guard let match = titles?.read(text).match else {
      let roles = roles
      // Near names take long to find, and nobody asks about most of ten thousand.
      return .failure(UnknownName(kind: "role", text: text, suggestions: roles.suggestions(instead: text)))
    }
    guard let found = try? roles.find(text), found.value == match.job else {
      return .success(Resolution(match.job, note: "\"\(text)\" is read as \(match.job.title)"))
    }
    return .success(found)
  }

  /// The place a text names, of the kind where one is stated and the text leaves a choice.
  mutating func place(_ text: String, kind: Location.Kind?) -> Result<Resolution<Location>, UnknownName> {
    let asked = Place(text: text, kind: kind)
    if let held = found[asked] { return held }
    let answer = Self.result(kind: "place", text) { try find(text, kind) }
    found[asked] = answer
    return answer
  }

  mutating func industry(_ text: String) -> Result<String, UnknownName> {
    if let held = sectors[text] { return held }
    let answer = Self.result(kind: "industry", text) { try industries.code(of: text) }
    sectors[text] = answer
    return answer
  }

  /// New York is a metro to most, and a state where the survey says so; CA is Canada where it says country.
  private func find(_ text: String, _ kind: Location.Kind?) throws -> Resolution<Location> {
    if kind == .country, let country = try? places.find("country:\(text)") { return country }
    let plain = try places.find(text)
    guard let kind, !plain.value.isOf(kind) else { return plain }
    if kind == .state, let state = try? places.find("\(text) state") { return state }
    let namesake = places.matching(text).filter { $0.isOf(kind) && WordText.key($0.name) == WordText.key(text) }
    return namesake.count == 1 ? Resolution(namesake[0]) : plain
  }

  private static func result<Value>(
    kind: String, _ text: String, _ look: () throws -> Value
  ) -> Result<Value, UnknownName> {
    do { return .success(try look()) } catch let error as UnknownName { return .failure(error) } catch {
      return .failure(UnknownName(kind: kind, text: text, suggestions: []))
    }
  }
}
