import Foundation
import GRDB
import Market
import Quantities
import TestSupport

@testable import Files

/// What tests of imports work with: a reader with the shipped names, and a library of their own, empty at first.
struct SurveyBench {
  static let data = ShippedData(folder: BuiltProgram.packageFolder + "/MarketData")
  static let surveys = BuiltProgram.packageFolder + "/Tests/FilesTests/Surveys"

  let folder: TemporaryFolder
  let library: MarketLibrary
  let reader: SurveyReader

  init() throws {
    folder = try TemporaryFolder()
    library = try MarketLibrary(path: folder.path("library.sqlite"))
    reader = try Result { try SurveyBench.names.get() }.get()
  }

  /// Reads the shipped names once for all tests.
  private static let names = Result {
    SurveyReader(
      roles: try data.roles(), places: try data.places(), industries: try data.industries(),
      currencies: try data.currencies(),
      parameters: try data.parameters(), titleWords: try data.titleWords())
  }

  /// Reads a text as a file of a name.
  func read(
    _ text: String, name: String = "pay.csv", _ options: SurveyReader.Options = .init()
  ) throws -> [ReadSurvey] {
    try reader.read(path: try folder.write(text, to: name), options: options)
  }

  /// Imports a file of the folder `Surveys`.
  @discardableResult
  func importSurvey(_ name: String, _ options: SurveyReader.Options = .init()) throws -> ReadSurvey {
    let found = try reader.read(path: SurveyBench.surveys + "/" + name, options: options)
    for survey in found { _ = try library.store(survey) }
    return found[0]
  }

  /// The one cell of a job in a place, across industries.
  func cell(_ dataset: String, _ occupation: String, _ location: String) throws -> PayCell? {
    try library.cells(dataset: dataset, occupation: occupation, location: location).first { $0.industry.isEmpty }
  }

  /// Everything wrong with a text; none when it can be read.
  func faults(_ text: String, name: String = "pay.csv", limit: Int = 50) throws -> BadInput? {
    do {
      _ = try read(text, name: name, .init(faultLimit: limit))
      return nil
    } catch let bad as BadInput { return bad }
  }

  /// The tables of the library as text: equal texts mean nothing changed.
  func dump() throws -> String {
    let queue = try DatabaseQueue(path: library.path)
    return try queue.read { database in
      try ["dataset", "cell", "labour_cost", "left_out"].map { table in
        try Row.fetchAll(database, sql: "SELECT * FROM \(table) ORDER BY 1, 2").map(\.description)
          .joined(separator: "\n")
      }.joined(separator: "\n--\n")
    }
  }
}

/// Rows of the canonical market CSV.
enum CanonicalRows {
  static let header =
    "dataset,role,soc,location,location_kind,level,statistic,value,currency,basis,effective_date,note"

  static func row(
    dataset: String = "acme", role: String = "CIO", soc: String = "", location: String = "US", kind: String = "",
    level: String = "", statistic: String = "p50", value: String = "300000", currency: String = "USD",
    basis: String = "annual", date: String = "2026-03-01"
  ) -> String {
    [dataset, role, soc, location, kind, level, statistic, value, currency, basis, date, ""].joined(separator: ",")
  }

  static func file(_ rows: [String]) -> String { ([header] + rows).joined(separator: "\n") + "\n" }
}
