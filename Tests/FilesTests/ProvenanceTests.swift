import Foundation
import Market
import TestSupport
import Testing

@testable import Files

@Suite("The library knows where a data set came from")
struct ProvenanceTests {
  @Test("File, digest, layout, notes and the rows left out by reason")
  func kept() throws {
    let bench = try SurveyBench()
    let text = CanonicalRows.file([
      CanonicalRows.row(), CanonicalRows.row(value: "many"), CanonicalRows.row(value: "lots"),
      CanonicalRows.row(role: "no such job"), "too,short",
    ])
    let survey = try bench.read(text, .init(skipsBadRows: true, faultLimit: 2))[0]
    _ = try bench.library.store(survey)
    let found = try #require(try bench.library.provenance()["acme"])
    #expect(found.source == bench.folder.path("pay.csv") && found.profile == "canonical")
    #expect(found.notes == survey.notes && !found.notes.isEmpty)
    #expect(found.leftOut == ["pay-not-a-number": 2, "unknown-role": 1, "wrong-field-count": 1])
    #expect(found.rowsLeftOut == survey.skippedRows)
  }

  @Test("`market list -O json` says it")
  func listed() throws {
    let folder = try TemporaryFolder()
    let library = try SharedLibrary.copy(into: folder)
    try folder.write(CanonicalRows.file([CanonicalRows.row(), CanonicalRows.row(value: "many")]), to: "pay.csv")
    let process = ParleyProcess(in: folder.path)
    #expect(try process.run("market", "import", "pay.csv", "--skip-bad", "--library", library).status == 0)
    let text = try process.run("market", "list", "-O", "json", "--library", library).stdout
    let root = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let entry = try #require((root["datasets"] as? [[String: Any]])?.first { $0["dataset"] as? String == "acme" })
    #expect(entry["source"] as? String == folder.path("pay.csv") && entry["profile"] as? String == "canonical")
    #expect(entry["rows_left_out"] as? Int == 1)
    let reasons = try #require(entry["left_out"] as? [[String: Any]])
    #expect(reasons.map { $0["reason"] as? String } == ["pay-not-a-number"] && reasons[0]["rows"] as? Int == 1)
  }
}
