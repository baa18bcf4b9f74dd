import Foundation
import TestSupport
import Testing

@Suite("What compare prints adds up, in every format")
struct CompareAdditionTests {
  static let scenarios = ScenarioFolderTests.folders

  @Test("JSON: components, years and certainties make the totals, pairs their differences", arguments: scenarios)
  func json(_ scenario: String) throws {
    let document = try JSONDocument(of: ["compare", scenario, "-O", "json"])
    var expected: [String: Int] = [:]
    for offer in try document.objects("offers") {
      let id = try #require(offer["id"] as? String)
      expected[id] = try cents(offer["expected"])
      for value in AdditionTests.values {
        let components = try #require(offer["components"] as? [[String: Any]])
        #expect(try components.map { try cents($0[value]) }.reduce(0, +) == cents(offer[value]), "\(id) \(value)")
      }
      let years = try #require(offer["by_year"] as? [[String: Any]])
      #expect(try years.map { try cents($0["present_value"]) }.reduce(0, +) == cents(offer["expected"]))
      let parts = try ["guaranteed", "likely", "hoped_for"].map { try cents(offer[$0]) }
      #expect(try parts.reduce(0, +) == cents(offer["expected"]))
    }
    for pair in try document.objects("pairs") {
      let (a, b) = (try #require(pair["a"] as? String), try #require(pair["b"] as? String))
      #expect(try cents(pair["expected"]) == (expected[a] ?? 0) - (expected[b] ?? 0))
    }
    for outcome in try document.objects("scenarios") {
      for offer in try #require(outcome["offers"] as? [[String: Any]]) {
        let id = try #require(offer["id"] as? String)
        #expect(try cents(offer["expected"]) - cents(offer["change"]) == expected[id])
      }
    }
  }

  @Test("CSV: the rows of an offer make its total row", arguments: scenarios)
  func csv(_ scenario: String) throws {
    let text = try ParleyProcess().run("compare", scenario, "-O", "csv").stdout
    let lines = text.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = lines[0].map(String.init)
    for value in AdditionTests.values {
      let column = try #require(header.firstIndex(of: value))
      var sums: [Substring: Int] = [:]
      for line in lines.dropFirst() {
        let amount = Int(((Double(line[column]) ?? .nan) * 100).rounded())
        if line[1] == "total" { #expect(sums[line[0]] == amount) } else { sums[line[0], default: 0] += amount }
      }
      #expect(!sums.isEmpty)
    }
  }

  @Test("Table: kinds make the expected row, years make the total, in whole units", arguments: scenarios)
  func table(_ scenario: String) throws {
    let text = try ParleyProcess().run("compare", scenario).stdout
    let page = text.components(separatedBy: "The whole, and how sure it is")[0].split(separator: "\n")
    var sums: [Int] = []
    var seen = 0
    for line in page where line.contains("$") && !line.hasPrefix("▌") {
      let amounts = line.split(separator: " ").filter { $0.contains("$") }.compactMap {
        Int($0.filter { $0 != "$" && $0 != "," })
      }
      #expect(amounts.dropLast().reduce(0, +) == amounts.last, "\(line)")
      if line.contains("expected") {
        #expect(amounts == sums, "\(line)")
        sums = []
        seen += 1
      } else {
        sums = sums.isEmpty ? amounts : zip(sums, amounts).map(+)
      }
    }
    #expect(seen > 0)
  }
}
