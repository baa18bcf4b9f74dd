import Foundation
import TestSupport
import Testing

@Suite("Every figure can be followed back")
struct ExplainTests {
  static let scenarios =
    (try? FileManager.default.contentsOfDirectory(atPath: BuiltProgram.packageFolder + "/Scenarios"))?
    .sorted().map { "Scenarios/" + $0 } ?? []

  /// With every part of pay that can be stated.
  static let everyPart = "Tests/FunctionalTests/Cases/value/every-part"

  @Test(
    "Every number of value, value --leaving, compare and negotiate has an explanation with that number",
    arguments: scenarios + [everyPart])
  func everyNumber(_ scenario: String) throws {
    let explained = try Explanations(of: scenario)
    var numbers = PrintedNumbers.scenario(try JSONDocument(of: ["value", scenario, "-O", "json"]).root)
    let compared = try JSONDocument(of: ["compare", scenario, "-O", "json"]).root
    numbers += PrintedNumbers.scenario(compared)
    let left = try JSONDocument(of: ["value", scenario, "--leaving", "-O", "json"]).root
    for (id, calendar) in try #require(left["leaving"] as? [String: Any]) {
      numbers += PrintedNumbers.all(in: calendar, under: id + ".leaving")
    }
    for offer in try #require(compared["offers"] as? [[String: Any]]) where offer["kind"] as? String != "current job" {
      let id = try #require(offer["id"] as? String)
      let range = try JSONDocument(of: ["negotiate", scenario, "--offer", id, "-O", "json"]).root
      numbers += PrintedNumbers.all(in: range, under: id + ".negotiation")
    }
    #expect(numbers.count > 300)
    for (path, value) in numbers {
      let found = try #require(explained.byFigure[path], "no explanation of \(path)")
      #expect((found["value"] as? NSNumber)?.doubleValue == value, "\(path)")
      #expect((found["formula"] as? String ?? "") != "as printed", "\(path)")
      #expect(!(found["meaning"] as? String ?? "").isEmpty, "\(path)")
    }
  }

  @Test("What is said to be a sum is the sum of what is listed", arguments: scenarios + [everyPart])
  func sums(_ scenario: String) throws {
    for (path, item) in try Explanations(of: scenario).byFigure where item["rule"] as? String == "sum" {
      let value = try #require(item["value"] as? NSNumber).doubleValue
      let parts = try #require(item["parts"] as? [[String: Any]])
      if !parts.isEmpty {
        let sum = try parts.reduce(0) { $0 + (try cents($1["value"])) }
        #expect(sum == (try cents(value)), "\(path)")
      }
      let payments = try #require(item["payments"] as? [[String: Any]])
      if !payments.isEmpty {
        // Payments are shown to six decimals, years are rounded to the cent.
        let sum = payments.reduce(0.0) { $0 + (($1["amount"] as? NSNumber)?.doubleValue ?? 0) }
        #expect(abs(sum - value) < 0.03, "\(path)")
      }
      #expect(!parts.isEmpty || !payments.isEmpty || value == 0, "\(path) has nothing to show")
    }
  }

  @Test("The volatility behind a share's certain value, and the odds of leaving behind a sign-on's, are named")
  func hiddenInputs() throws {
    let scenario = try TemporaryFolder()
    let file = try scenario.write(
      """
      assumptions: {as_of: 2026-11-21}
      offers:
        - id: a
          employer_kind: public tech
          base: 200k
          sign_on: {amount: 30k, clawback: 12mo pro rata}
          equity:
            - {kind: rsu, grant: 100k, price: 50, vesting: 4y yearly}
            - {kind: rsu, grant: 100k, price: 50, vesting: 4y yearly}
      """, to: "scenario.yaml")
    let found = try Explanations(of: file).byFigure
    func defaults(_ figure: String) throws -> [String] {
      try #require(found[figure]?["defaults"] as? [[String: Any]]).compactMap { $0["name"] as? String }
    }
    #expect(try defaults("a.equity[0].year1.certain").contains("equity.volatility[large public]"))
    #expect(try defaults("a.sign_on.expected_average_leaver").contains("hazard.quit"))
    #expect(try defaults("a.sign_on.expected_average_leaver").contains("hazard.involuntary[public tech]"))
    #expect(try !defaults("a.sign_on.expected").contains("hazard.involuntary[public tech]"))
  }

  @Test("What the user wrote is quoted with its line")
  func fields() throws {
    let scenario = "Scenarios/it-director-denver-seattle"
    let text = try String(
      contentsOfFile: "\(BuiltProgram.packageFolder)/\(scenario)/scenario.yaml", encoding: .utf8
    ).split(separator: "\n", omittingEmptySubsequences: false)
    var seen = 0
    for (path, item) in try Explanations(of: scenario).byFigure {
      for field in try #require(item["fields"] as? [[String: Any]]) {
        let line = try #require(field["line"] as? Int)
        let quoted = try #require(field["text"] as? String)
        #expect(text[line - 1].contains(quoted), "\(path): line \(line) has no \(quoted)")
        seen += 1
      }
    }
    #expect(seen > 500)
  }
}

/// `explain --all` of a scenario, by figure.
struct Explanations {
  let byFigure: [String: [String: Any]]

  init(of scenario: String) throws {
    let document = try JSONDocument(of: ["explain", scenario, "--all", "-O", "json"])
    let items = try document.objects("figures")
    byFigure = Dictionary(items.compactMap { item in (item["figure"] as? String).map { ($0, item) } }) { $1 }
  }
}

/// Numbers of a JSON document with the paths that conventions give them, walked apart from the program's own walk.
enum PrintedNumbers {
  static func scenario(_ root: [String: Any]) -> [(String, Double)] {
    var numbers: [(String, Double)] = []
    for (key, value) in root where key != "leaving" {
      if key == "offers", let offers = value as? [[String: Any]] {
        for offer in offers { numbers += all(in: offer, under: offer["id"] as? String ?? "") }
      } else {
        let owner = value is NSNumber || key == "exchange_rates" ? "assumptions" : "compare"
        numbers += all(in: value, under: "\(owner).\(key)")
      }
    }
    return numbers
  }

  static func all(in value: Any, under path: String) -> [(String, Double)] {
    if let number = value as? NSNumber {
      return String(cString: number.objCType) == "c" ? [] : [(path, number.doubleValue)]
    }
    if let object = value as? [String: Any] {
      return object.flatMap { key, value -> [(String, Double)] in
        guard let items = value as? [Any] else { return all(in: value, under: "\(path).\(key)") }
        return items.enumerated().flatMap { index, item in
          let object = item as? [String: Any]
          let span = ["year", "month"].compactMap { key in (object?[key] as? NSNumber).map { "\(key)\($0)" } }.first
          let name = object?["id"] as? String ?? object?["component"] as? String ?? span
          return all(in: item, under: "\(path).\(name ?? "\(key)[\(index)]")")
        }
      }
    }
    if let items = value as? [Any] {
      return items.enumerated().flatMap { index, item in
        let id = (item as? [String: Any])?["id"] as? String
        return all(in: item, under: id ?? "\(path)[\(index)]")
      }
    }
    return []
  }
}
