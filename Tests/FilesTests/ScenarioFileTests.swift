import Compensation
import Glibc
import Quantities
import Testing

@testable import Files

@Suite("Scenarios are found as files and folders")
struct ScenarioFileTests {
  /// The package: three folders above this file.
  private static let root: String = {
    var path = Substring(#filePath)
    for _ in 0..<3 { path = path[..<(path.lastIndex(of: "/") ?? path.startIndex)] }
    return String(path)
  }()

  private static func shippedReader() throws -> ScenarioReader {
    let data = ShippedData(folder: root + "/MarketData")
    let parameters = try data.parameters()
    let keys = parameters.keys
    let mark = "hazard.involuntary["
    return ScenarioReader(
      roles: try data.roles(), places: try data.places(), industries: try data.industries(),
      currencies: try data.currencies(), localities: try data.taxLocalities(), parameterKeys: keys,
      hazardKinds: keys.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count).dropLast()) },
      hours: try UsualHours(parameters), keyHints: try data.keyHints())
  }

  @Test("The shipped example reads from its folder, with nothing left to note")
  func example() throws {
    let scenario = try Self.shippedReader().read(path: Self.root + "/Scenarios/it-director-denver-seattle")
    #expect(scenario.offers.map(\.id) == ["current", "denver", "seattle"])
    #expect(scenario.path.hasSuffix("it-director-denver-seattle/scenario.yaml"))
    #expect(scenario.asOf == CalendarDate("2026-11-21"))
    #expect(scenario.offers.allSatisfy { $0.job != nil && $0.market != nil && $0.industry != nil })
    #expect(scenario.offers[2].signOn?.clawback == .init(months: 12, isProRata: true, onLayoff: false))
    #expect(scenario.notes == [])
  }

  @Test("A missing file or an empty folder is missing input, not bad data")
  func missing() throws {
    for path in [Self.root + "/no-such-scenario.yaml", Self.root + "/Scenarios"] {
      let trouble = #expect(throws: FileTrouble.self) { try ScenarioFixtures.reader.read(path: path) }
      #expect(trouble?.kind == .missing)
    }
  }

  @Test("A table that is no sheet of offers says so")
  func tables() throws {
    let bad = #expect(throws: BadInput.self) {
      try ScenarioFixtures.reader.read(path: Self.root + "/MarketData/codes/roles.csv")
    }
    #expect(bad?.diagnostics.map(\.name) == ["not-a-sheet"])
    #expect(bad?.diagnostics.first?.cure.isEmpty == false)
  }

  @Test("An endless input ends")
  func endless() throws {
    let bad = #expect(throws: BadInput.self) { try ScenarioFixtures.reader.read(path: "/dev/zero") }
    #expect(bad?.diagnostics.map(\.name) == ["too-large"])
  }
}
