import Foundation
import Market
import Quantities

/// The shipped codes and parameters, read plainly and once: what a test of the model needs without the importers.
public enum ShippedTables {
  /// Folder `MarketData` of the checkout.
  public static var folderPath: String { folder.path }

  static let folder: URL = {
    var above = URL(fileURLWithPath: #filePath)
    while above.path != "/" {
      above.deleteLastPathComponent()
      let candidate = above.appendingPathComponent("MarketData")
      if FileManager.default.fileExists(atPath: candidate.path) { return candidate }
    }
    return above
  }()

  public static func table(_ path: String) throws -> ReferenceTable {
    try ReferenceTable(url: folder.appendingPathComponent(path))
  }

  public static func parameters() throws -> ParameterTable { try heldParameters.get() }

  private static let heldParameters = Result { try readParameters() }

  private static func readParameters() throws -> ParameterTable {
    let files = [
      "market/ageing", "market/confidence", "market/place", "market/pricing", "market/scope", "market/target-bonus",
      "market/tiers",
      "market/worth",
      "negotiation/defaults",
      "value/benefit-yardsticks", "value/benefits", "value/cash", "value/compare", "value/defaults", "value/equity",
      "value/leaving",
    ]
    return ParameterTable(
      try files.flatMap { try table("parameters/\($0).csv").rows }.map { row in
        Parameter(
          name: row["name"], scope: row["scope"], effectiveFrom: day(row["effective_from"]),
          value: row.number("value"), unit: row["unit"],
          status: Parameter.Status(rawValue: row["status"]) ?? .recalled, reference: row["reference"])
      })
  }

  public static func ratios() throws -> [RoleRatio] { try heldRatios.get() }

  private static let heldRatios = Result { try readRatios() }

  private static func readRatios() throws -> [RoleRatio] {
    try table("parameters/market/role-ratios.csv").rows.map { row in
      let low = row.number("interval_low")
      return RoleRatio(
        role: row["role"], stage: row["stage"], industryGroup: row["industry_group"],
        baseOccupation: row["base_occupation"], ratio: row.number("ratio"), ratioSE: row.number("ratio_se"),
        withinSD: row.number("within_sd"), interval: low.isNaN ? nil : low...row.number("interval_high"),
        confidence: Confidence(rawValue: row["confidence"]) ?? .high, reference: "", note: "")
    }
  }

  public static func roles() throws -> RoleDirectory { try heldRoles.get() }

  private static let heldRoles = Result { try readRoles() }

  private static func readRoles() throws -> RoleDirectory {
    RoleDirectory(
      roles: try table("codes/roles.csv").rows.map { row in
        Role(
          id: row["role"], title: row["title"], family: row["family"], baseOccupation: row["base_occupation"],
          isITOperations: row["it_operations"] == "true", isLeadership: row["leadership"] == "true",
          isExecutive: row["executive"] == "true", bonusClass: row["bonus_class"])
      },
      aliases: try table("codes/role-aliases.csv").rows.map {
        RoleDirectory.Alias(text: $0["alias"], role: $0["role"], note: $0["note"])
      },
      occupations: try table("codes/occupations.csv").rows.map {
        Occupation(code: $0["soc"], title: $0["title"])
      })
  }

  public static func places() throws -> PlaceDirectory { try heldPlaces.get() }

  private static let heldPlaces = Result { try readPlaces() }

  private static func readPlaces() throws -> PlaceDirectory {
    PlaceDirectory(
      places: try table("codes/locations.csv").rows.map { row in
        Location(
          id: row["location"], name: row["name"], kind: Location.Kind(rawValue: row["kind"]) ?? .country,
          state: row["state"], country: row["country"], employment: Double(row["employment"]))
      },
      aliases: try table("codes/location-aliases.csv").rows.map {
        PlaceDirectory.Alias(text: $0["alias"], location: $0["location"], note: $0["note"])
      },
      regions: try table("codes/regions.csv").rows.map {
        Region(id: $0["region"], name: $0["name"], country: $0["country"], kind: $0["kind"])
      })
  }
}

/// A day that is surely one.
public func day(_ text: String) -> CalendarDate {
  guard let date = CalendarDate(text) else { preconditionFailure("\(text) is no date") }
  return date
}
