import Foundation
import Quantities
import TestSupport
import Testing

@testable import Files

/// Whole published files, where they are at hand: `PARLEY_REFERENCE_DATA` names their folder, else it is sought
/// beside the package as `shared/data`.
enum ReferenceData {
  static let folder: String? = {
    let named = ProcessInfo.processInfo.environment["PARLEY_REFERENCE_DATA"]
    let folder = named ?? BuiltProgram.packageFolder + "/../shared/data"
    return FileManager.default.fileExists(atPath: folder + "/oews") ? folder : nil
  }()
}

@Suite("Whole published surveys import", .enabled(if: ReferenceData.folder != nil))
struct ReferenceDataTests {
  /// The published national median of 11-3021, by file.
  static let files: [(name: String, year: String, median: Double)] = [
    ("national_M2019.csv", "2019-05", 146_360), ("national_M2020.csv", "2020-05", 151_150),
    ("national_M2021.csv", "2021-05", 159_010), ("national_M2022.csv", "2022-05", 164_070),
    ("national_M2023.csv", "2023-05", 169_510), ("national_M2024.csv", "2024-05", 171_200),
  ]

  @Test("Every row of every year, and the published median", arguments: files)
  func national(_ file: (name: String, year: String, median: Double)) throws {
    let path = try #require(ReferenceData.folder) + "/oews/" + file.name
    let bench = try SurveyBench()
    let survey = try #require(try bench.reader.read(path: path, options: .init()).first)
    let rows = try String(contentsOfFile: path, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
    // An occupation that is the only one of its group is told twice.
    let codes = Set(rows.compactMap { $0.firstMatch(of: /[0-9]{2}-[0-9]{4}/).map { String($0.output) } })
    #expect(survey.cells.count == codes.count && survey.dataset.rows == codes.count)
    let sum = "\(NumberText.count(rows.count, "row")) = \(NumberText.count(codes.count, "cell")) + "
    #expect(survey.notes.contains { $0.hasPrefix(sum) }, "\(survey.notes)")
    #expect(survey.dataset.effective.monthText == file.year)
    _ = try bench.library.store(survey)
    #expect(try bench.cell(survey.dataset.name, "11-3021", "US")?.pay(at: 0.5) == file.median)
  }

  @Test("May 2025, every area: the shipped cells again")
  func everyArea() throws {
    let path = try #require(ReferenceData.folder) + "/oews/oews-2025-it-and-management.csv"
    let bench = try SurveyBench()
    let survey = try #require(try bench.reader.read(path: path, options: .init()).first)
    #expect(survey.cells.count == 35_152)
    _ = try bench.library.store(survey)
    let denver = try #require(try bench.cell(survey.dataset.name, "11-3021", "US-19740"))
    #expect(denver.percentiles.map(\.pay) == [133_450, 167_420, 203_340, 230_420, 293_820])
  }
}
