import Foundation
import TestSupport
import Testing

@Suite("Each kind of equity that the README shows has a value")
struct ReadmeEquityTests {
  @Test("The README's lines, as fields of an offer, leave nothing out; each part has a fair value and its words")
  func examples() throws {
    let text = try String(contentsOfFile: BuiltProgram.packageFolder + "/README.md", encoding: .utf8)
    let blocks = text.components(separatedBy: "```yaml\n").dropFirst().compactMap {
      $0.components(separatedBy: "```").first
    }
    #expect(blocks.count >= 2)
    var scenario = "assumptions: {as_of: 2026-11-21}\noffers:\n"
    for (index, block) in blocks.enumerated() {
      scenario += "  - id: offer\(index)\n    base: 200k\n    role: CTO\n    location: Austin, TX\n"
      scenario += block.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    let folder = try TemporaryFolder()
    try folder.write(scenario, to: "scenario.yaml")
    let result = try ParleyProcess(in: folder.path).run("value", "scenario.yaml", "-O", "json")
    #expect(result.status == 0, "\(result.stderr)")
    let root = try #require(try JSONSerialization.jsonObject(with: Data(result.stdout.utf8)) as? [String: Any])
    for offer in try #require(root["offers"] as? [[String: Any]]) {
      #expect((offer["not_valued"] as? [String]) == [])
      let parts = try #require(offer["components"] as? [[String: Any]])
      #expect(parts.count >= 6)
      for part in parts where part["component"] as? String != "between_jobs" {
        #expect((part["fair"] as? Double ?? 0) > 0, "\(part["component"] ?? "")")
        #expect(!(part["detail"] as? String ?? "").isEmpty)
      }
      for value in ["headline", "fair", "expected", "expected_average_leaver"] {
        let sum = parts.reduce(0) { $0 + ((($1[value] as? Double) ?? 0) * 100).rounded() }
        #expect(sum == (((offer[value] as? Double) ?? 0) * 100).rounded(), "\(value)")
      }
    }
  }
}
