import Foundation
import TestSupport
import Testing

@Suite("The parts of an offer add up to its totals, to the cent")
struct AdditionTests {
  static let scenario = BuiltProgram.packageFolder + "/Scenarios/it-director-denver-seattle"
  static let values = ["headline", "fair", "expected", "expected_average_leaver", "certain"]

  @Test("Components and their years, in JSON", arguments: values)
  func components(_ value: String) throws {
    for offer in try JSONDocument(of: ["value", Self.scenario, "-O", "json"]).objects("offers") {
      let components = try #require(offer["components"] as? [[String: Any]])
      #expect(!components.isEmpty)
      #expect(try components.map { try cents($0[value]) }.reduce(0, +) == cents(offer[value]))
      for component in components {
        let years = try #require(component["by_year"] as? [[String: Any]])
        #expect(try years.map { try cents($0[value]) }.reduce(0, +) == cents(component[value]))
      }
    }
  }

  @Test("Years, in JSON")
  func years() throws {
    for offer in try JSONDocument(of: ["value", Self.scenario, "-O", "json"]).objects("offers") {
      let years = try #require(offer["by_year"] as? [[String: Any]])
      #expect(years.count == 4)
      #expect(try years.map { try cents($0["present_value"]) }.reduce(0, +) == cents(offer["expected"]))
      #expect(try years.map { try cents($0["headline"]) }.reduce(0, +) == cents(offer["headline"]))
      #expect(try years.map { try cents($0["fair"]) }.reduce(0, +) == cents(offer["fair"]))
    }
  }

  @Test("Guaranteed, likely and hoped for are the expected value")
  func certainties() throws {
    for offer in try JSONDocument(of: ["value", Self.scenario, "-O", "json"]).objects("offers") {
      let parts = try ["guaranteed", "likely", "hoped_for"].map { try cents(offer[$0]) }
      #expect(try parts.reduce(0, +) == cents(offer["expected"]))
      let components = try #require(offer["components"] as? [[String: Any]])
      for (part, name) in zip(parts, ["guaranteed", "likely", "hoped_for"]) {
        let own = components.filter { $0["kind"] as? String == name }
        #expect(try own.map { try cents($0["expected"]) }.reduce(0, +) == part)
      }
    }
  }

  @Test("The rows of the CSV are the JSON's totals")
  func rows() throws {
    let result = try ParleyProcess().run("value", Self.scenario, "-O", "csv")
    var sums: [String: [String: Int]] = [:]
    let lines = result.stdout.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = lines[0].map(String.init)
    for line in lines.dropFirst() {
      #expect(line.count == header.count)
      for value in Self.values {
        let column = try #require(header.firstIndex(of: value))
        let amount = try #require(Double(line[column]))
        sums[String(line[0]), default: [:]][value, default: 0] += Int((amount * 100).rounded())
      }
    }
    let offers = try JSONDocument(of: ["value", Self.scenario, "-O", "json"]).objects("offers")
    #expect(sums.count == offers.count)
    for offer in offers {
      let id = try #require(offer["id"] as? String)
      for value in Self.values { #expect(try sums[id]?[value] == cents(offer[value]), "\(id) \(value)") }
    }
  }

  @Test("Printed whole units add up too")
  func table() throws {
    let text = try ParleyProcess().run("value", Self.scenario, "--offer", "seattle").stdout
    let page = text.components(separatedBy: "Expected value by offer year")[0].split(separator: "\n")
    var sums = [0, 0, 0]
    var total: [Int] = []
    for line in page {
      let words = line.split(separator: " ")
      let amounts = words.suffix(3).compactMap(Self.dollars)
      guard amounts.count == 3 else { continue }
      if words[0] == "total" { total = amounts } else { sums = zip(sums, amounts).map(+) }
    }
    #expect(!total.isEmpty && total == sums)
  }

  @Test("What leaving gives up: rows of the page, the sum to be made whole, and what negotiate says is forfeited")
  func leaving() throws {
    let scenario = BuiltProgram.packageFolder + "/Tests/FunctionalTests/Cases/value/leaving-held/scenario.yaml"
    let arguments = ["value", scenario, "--offer", "cur", "--leaving"]
    let all = try #require(try JSONDocument(of: arguments + ["-O", "json"]).root["leaving"] as? [String: Any])
    let calendar = try #require(all["cur"] as? [String: Any])
    let months = try #require(calendar["by_month"] as? [[String: Any]])
    let kinds = ["unvested_equity", "cash_to_come", "bonus_earned", "unvested_match", "to_repay"]
    for month in months { #expect(try kinds.map { try cents(month[$0]) }.reduce(0, +) == cents(month["total"])) }
    let page = try ParleyProcess().run("value", scenario, "--offer", "cur", "--leaving", "--all").stdout
    let rows = page.split(separator: "\n").map { $0.split(separator: " ") }.filter { Int($0[0]) != nil }
    #expect(rows.count == months.count)
    for (row, month) in zip(rows, months) {
      let amounts = row.compactMap(Self.dollars)
      #expect(amounts.dropLast().reduce(0, +) == amounts.last)
      #expect(try amounts.last == Int((Double(cents(month["total"])) / 100).rounded()))
    }
    let whole = try cents(calendar["make_whole"])
    #expect(try whole == cents(months[0]["total"]) && page.contains("gives up $\(Self.grouped(whole)): what to ask"))
    let range = try JSONDocument(of: ["negotiate", scenario, "--offer", "new", "-O", "json"]).root
    let items = try #require(range["forfeited"] as? [[String: Any]])
    #expect(try items.count > 3 && items.map { try cents($0["amount"]) }.reduce(0, +) == whole)
  }

  /// Cents as whole units, thousands parted: 123456 is `1,235`.
  private static func grouped(_ cents: Int) -> String {
    let units = (cents + 50) / 100
    return units < 1_000 ? "\(units)" : "\(units / 1_000)," + String(format: "%03d", units % 1_000)
  }

  /// `-$1,234` is -1234.
  private static func dollars(_ word: Substring) -> Int? {
    word.contains("$") ? Int(word.filter { $0 != "$" && $0 != "," }) : nil
  }
}
