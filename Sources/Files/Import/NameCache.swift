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
  private var jobs: [String: Result<Resolution<PricedJob>, UnknownName>] = [:]
  private var found: [Place: Result<Resolution<Location>, UnknownName>] = [:]
  private var sectors: [String: Result<String, UnknownName>] = [:]

  init(roles: RoleDirectory, places: PlaceDirectory, industries: IndustryDirectory) {
    self.roles = roles
    self.places = places
    self.industries = industries
  }

  func occupation(_ code: String) -> Occupation? { roles.occupation(code: code) }

  mutating func job(_ text: String) -> Result<Resolution<PricedJob>, UnknownName> {
    if let held = jobs[text] { return held }
    let answer = Self.result(kind: "role", text) { try roles.find(text) }
    jobs[text] = answer
    return answer
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
