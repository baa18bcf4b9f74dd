import Market
import Quantities
import Taxation

@testable import Files

/// A scenario reader over a handful of names, and YAML with its expected place marked inside.
enum ScenarioFixtures {
  static let euro = Currency(code: "EUR", minorDigits: 2)

  static let hazardKinds = ["bank", "hospital", "large private", "nonprofit", "other", "public tech"]

  static let reader = reader(faultLimit: 50)

  static func reader(faultLimit: Int) -> ScenarioReader {
    ScenarioReader(
      roles: roles, places: places, industries: industries, currencies: currencies,
      localities: TaxLocalities([]),
      parameterKeys: ["discount.annual-rate", "room.mean[above-p75]", "room.mean[below-p50]"],
      hazardKinds: hazardKinds, hours: UsualHours(perWeek: 40, billablePerYear: 1_880, workingDays: 260),
      faultLimit: faultLimit)
  }

  static func read(_ yaml: String) throws -> Scenario {
    try reader.read(bytes: Array(yaml.utf8), file: "scenario.yaml")
  }

  /// The faults of a text; none when it reads well.
  static func faults(_ yaml: String, limit: Int = 50) -> [Diagnostic] {
    faults(Array(yaml.utf8), limit: limit)
  }

  static func faults(_ bytes: [UInt8], limit: Int = 50) -> [Diagnostic] {
    do {
      _ = try reader(faultLimit: limit).read(bytes: bytes, file: "scenario.yaml")
      return []
    } catch let bad as BadInput {
      return bad.diagnostics
    } catch {
      return [Diagnostic(name: "not-bad-input", message: "\(error)", cure: "", file: "")]
    }
  }

  /// A text without its marks `▶`, and the line and column in characters of what stood after each.
  static func marked(_ text: String) -> (yaml: String, places: [Place]) {
    var yaml = ""
    var places: [Place] = []
    var place = Place(line: 1, column: 1)
    for character in text {
      if character == "▶" {
        places.append(place)
        continue
      }
      yaml.append(character)
      place =
        character == "\n"
        ? Place(line: place.line + 1, column: 1) : Place(line: place.line, column: place.column + 1)
    }
    return (yaml, places)
  }

  struct Place: Equatable, CustomStringConvertible {
    let line: Int
    let column: Int
    var description: String { "\(line):\(column)" }
  }

  private static let roles = RoleDirectory(
    roles: [
      Role(
        id: "it-director", title: "IT Director", family: "it-leadership", baseOccupation: "11-3021",
        isITOperations: true, isLeadership: true, isExecutive: false, bonusClass: "leader"),
      Role(
        id: "it-manager", title: "IT Manager", family: "it-leadership", baseOccupation: "11-3021",
        isITOperations: true, isLeadership: true, isExecutive: false, bonusClass: "staff"),
    ],
    aliases: [.init(text: "Head of IT", role: "it-director", note: "read as IT Director")],
    occupations: [Occupation(code: "11-3021", title: "Computer and Information Systems Managers")])

  private static let places = PlaceDirectory(
    places: [
      Location(id: "US", name: "United States", kind: .nation, state: "", country: "US", employment: 1e8),
      Location(id: "US-CO", name: "Colorado", kind: .state, state: "CO", country: "US", employment: 3e6),
      Location(id: "US-WA", name: "Washington", kind: .state, state: "WA", country: "US", employment: 3e6),
      Location(
        id: "US-19740", name: "Denver-Aurora-Centennial, CO", kind: .metro, state: "CO", country: "US",
        employment: 1.6e6),
      Location(
        id: "US-42660", name: "Seattle-Tacoma-Bellevue, WA", kind: .metro, state: "WA", country: "US",
        employment: 2.1e6),
    ], aliases: [])

  private static let industries = IndustryDirectory(
    industries: [
      Industry(code: "62", title: "Health Care and Social Assistance", aliases: ["health care", "hospital"])
    ])

  private static let currencies = CurrencyDirectory(
    byMark: [
      "USD": .usd, "$": .usd, "EUR": euro, "€": euro, "JPY": Currency(code: "JPY", minorDigits: 0),
    ])
}
