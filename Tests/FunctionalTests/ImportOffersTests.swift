import Foundation
import TestSupport
import Testing

@Suite("Edits of an exported sheet come back into the scenario")
struct ImportOffersTests {
  static let cases = BuiltProgram.packageFolder + "/Tests/FunctionalTests/Cases"

  /// A folder with the files of a golden case.
  private static func copy(_ name: String) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(cases)/\(name)")
    where file.hasSuffix(".yaml") || file.hasSuffix(".csv") {
      try folder.write([UInt8](Data(contentsOf: URL(fileURLWithPath: "\(cases)/\(name)/\(file)"))), to: file)
    }
    return folder
  }

  @Test(
    "Every case is written as its diff says, and a second import finds no difference",
    arguments: [
      "one-cell", "removed", "new-offer", "new-row", "kept-rows", "shape", "month-first", "grant-gone", "partial",
    ])
  func written(_ name: String) throws {
    let folder = try Self.copy("import-offers/\(name)")
    let process = ParleyProcess(in: folder.path)
    let before = try folder.text(of: "scenario.yaml")
    let diff = try process.run("import", "offers.csv", "--into", "scenario.yaml", "--diff", "-q")
    #expect(diff.status == 1 && diff.stderr.isEmpty)
    #expect(try folder.text(of: "scenario.yaml") == before)
    let written = try process.run("import", "offers.csv", "--into", "scenario.yaml", "-q")
    #expect(written.status == 0, "\(written.stderr)")
    #expect(written.stdout.split(separator: "\n").dropLast() == diff.stdout.split(separator: "\n").dropLast())
    let after = try folder.text(of: "scenario.yaml")
    for comment in ["# Two offers of one week.", "  # The first.", "# in the letter"] {
      #expect(after.contains(comment))
    }
    let changes = diff.stdout.split(separator: "\n").count - 1
    let differing = LineDiff(expected: before, found: after)?.text.split(separator: "\n") ?? []
    #expect(name == "new-offer" || differing.count { $0.hasPrefix("+") } <= changes)
    if name != "grant-gone" {
      #expect(try process.run("import", "offers.csv", "--into", "scenario.yaml", "-q").stdout == "no differences\n")
    }
    #expect(try process.run("value", "scenario.yaml", "--as-of", "2026-11-21").status == 0)
    #expect(folder.names == ["offers.csv", "scenario.yaml"], "nothing else is left behind")
  }

  @Test("An emptied grant moves the later ones up, and a new one follows them")
  func grants() throws {
    let folder = try Self.copy("import-offers/grant-gone")
    #expect(try ParleyProcess(in: folder.path).run("import", "offers.csv", "--into", "scenario.yaml").status == 0)
    let text = try folder.text(of: "scenario.yaml")
    #expect(
      text.contains(
        """
            equity:
              - {kind: rsu, grant: 30000, vesting: 4y yearly}
              - {kind: rsu, grant: 5000, vesting: 4y yearly}
            health:
        """))
  }

  @Test("A faulty sheet changes nothing", arguments: ["bad-value", "ambiguous-date", "base-gone", "too-many-cells"])
  func refused(_ name: String) throws {
    let folder = try Self.copy("errors-sheet/\(name)")
    let before = try folder.text(of: "scenario.yaml")
    for arguments in [["--diff"], []] {
      let result = try ParleyProcess(in: folder.path).run(
        ["import", "offers.csv", "--into", "scenario.yaml"] + arguments)
      #expect(result.status == 65 && result.stdout.isEmpty)
      #expect(try folder.text(of: "scenario.yaml") == before && folder.names == ["offers.csv", "scenario.yaml"])
    }
  }

  @Test("A sheet of offers beside a scenario is changed in its own dialect, cell by cell")
  func sheetInPlace() throws {
    let folder = try TemporaryFolder()
    try folder.write("# mine\nassumptions: {as_of: 2026-11-21}\noffers: offers.csv   # beside\n", to: "scenario.yaml")
    let before =
      "\u{FEFF}# Two \"offers\r\nfield;unit;denver;seattle;comment;\r\n\r\n\"role\";text;\"IT Director\";CIO;\"x; y\";\r\n"
      + "location;text;\"Denver, CO\";Seattle;;\r\nstart;date;04.01.2027;15.01.2027;;\r\n"
      + "base;USD/year;208.000;228.000,00;letter;\r\nbonus;%;15,0%;0,2;;\r\nhealth.premium;USD/month;310,5;;;\r\n"
      + "My row;;a;b;;"
    try folder.write(before, to: "offers.csv")
    let process = ParleyProcess(in: folder.path)
    #expect(try process.run("export", "scenario.yaml", "-o", "out.csv").status == 0)
    #expect(try process.run("import", "out.csv", "--into", "scenario.yaml", "--diff").stdout == "no differences\n")
    let edited = try folder.text(of: "out.csv").replacing("310.5", with: "330.25").replacing("20%", with: "22.5%")
      .replacing("2027-01-15", with: "2027-02-01")
    try folder.write(edited + "leave,days,25,\n", to: "out.csv")
    let result = try process.run("import", "out.csv", "--into", "scenario.yaml")
    #expect(
      result.stdout == """
        denver.health.premium: 310.5/mo -> 330.25/mo
        denver.leave: (not stated) -> 25
        seattle.start: 2027-01-15 -> 2027-02-01
        seattle.bonus: 20% -> 22.5%
        4 changes written to offers.csv

        """, "\(result.stderr)")
    let expected =
      before.replacing("310,5", with: "330,25").replacing("0,2;", with: "0,225;")
      .replacing("15.01.2027", with: "01.02.2027") + "\r\nleave;days;25;;;"
    // The new row follows the last one that is a field; a row of the reader's own may come after it.
    let rows = { (text: String) in text.split(separator: "\r\n", omittingEmptySubsequences: false).sorted() }
    #expect(try rows(folder.text(of: "offers.csv")) == rows(expected))
    #expect(try folder.text(of: "scenario.yaml").contains("offers: offers.csv   # beside"))
  }

  @Test("What export writes, import finds unchanged: in both layouts, into YAML and into itself")
  func identity() throws {
    let scenarios =
      ScenarioFolderTests.folders + ["export/sheet", "export/currencies"].map { "\(Self.cases)/\($0)/scenario.yaml" }
    for scenario in scenarios {
      let folder = try TemporaryFolder()
      let process = ParleyProcess(in: folder.path)
      for layout in ["sheet", "tidy"] {
        #expect(try process.run("export", scenario, "-o", "a.csv", "--layout", layout, "-q").status == 0)
        for target in [scenario, "a.csv"] {
          let diff = try process.run("import", "a.csv", "--into", target, "--diff")
          #expect(diff.status == 0 && diff.stdout == "no differences\n", "\(diff.stdout)\(diff.stderr)")
        }
        #expect(try process.run("export", "a.csv", "-o", "b.csv", "-q").status == 0)
        #expect(try process.run("export", scenario, "-o", "c.csv", "-q").status == 0)
        #expect(try folder.text(of: "b.csv") == folder.text(of: "c.csv"))
      }
    }
  }
}
