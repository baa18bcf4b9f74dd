import Foundation
import TestSupport
import Testing

/// Exports go through LibreOffice, as a user's would, and come back without a difference.
///
/// The golden cases `import-offers/libreoffice-*` are files that it wrote, for machines without it.
@Suite("A spreadsheet may open and save an export", .serialized)
struct SpreadsheetTests {
  static let program = "/usr/bin/soffice"
  static let hasSpreadsheet = FileManager.default.isExecutableFile(atPath: program)

  /// A locale, and how LibreOffice is to read and write: delimiter, quote, UTF-8, first line, language, quote all
  /// text, detect special numbers (see its "Filter Options for the CSV Filter").
  struct Way: Sendable, CustomTestStringConvertible {
    let locale: String
    let input: String
    let output: String
    var testDescription: String { "\(locale) \(input) \(output)" }
  }

  static let ways = [
    Way(locale: "en-US", input: "44,34,76,1,,1033,false,true", output: "44,34,76,1,,1033,false,true"),
    Way(locale: "en-US", input: "44,34,76,1,,1033,false,true", output: "44,34,76,1,,1033,true,true"),
    Way(locale: "de-DE", input: "44,34,76,1,,1031,false,true", output: "59,34,76,1,,1031,true,true"),
    Way(locale: "de-DE", input: "44,34,76,1,,1033,false,true", output: "59,34,76,1,,1031,false,true"),
    Way(locale: "de-DE", input: "44,34,76,1,,1031,false,false", output: "59,34,76,1,,1031,false,false"),
  ]

  static let skipped: Comment = "soffice is not on this machine: apt-get install libreoffice-calc-nogui"

  @Test(
    "No difference after any of them, and one edited cell is one", .enabled(if: hasSpreadsheet, skipped),
    .timeLimit(.minutes(5)), arguments: ways)
  func unchanged(_ way: Way) throws {
    let folder = try TemporaryFolder()
    var names: [String] = []
    for scenario in ScenarioFolderTests.folders {
      let name = URL(fileURLWithPath: scenario).lastPathComponent
      let export = try ParleyProcess(in: folder.path).run("export", scenario, "-o", "\(name).csv", "--quiet")
      #expect(export.status == 0, "\(export.stderr)")
      names.append(name)
    }
    try Self.convert(names.map { "\($0).csv" }, way, in: folder)
    for (name, scenario) in zip(names, ScenarioFolderTests.folders) {
      let process = ParleyProcess(in: folder.path)
      let diff = try process.run("import", "out/\(name).csv", "--into", scenario, "--diff", "--quiet")
      #expect(diff.status == 0 && diff.stdout == "no differences\n", "\(name): \(diff.stdout)\(diff.stderr)")
      try Self.edit("out/\(name).csv", in: folder)
      let edited = try process.run("import", "out/\(name).csv", "--into", scenario, "--diff", "--quiet")
      #expect(edited.status == 1, "\(name): \(edited.stderr)")
      #expect(edited.stdout.split(separator: "\n").count == 2, "\(name): \(edited.stdout)")
    }
  }

  @Test(
    "A sheet that is the scenario takes one edit from LibreOffice as one cell",
    .enabled(if: hasSpreadsheet, skipped), .timeLimit(.minutes(2)))
  func sheetInPlace() throws {
    let folder = try TemporaryFolder()
    let scenario = try #require(ScenarioFolderTests.folders.first)
    let process = ParleyProcess(in: folder.path)
    #expect(try process.run("export", scenario, "-o", "offers.csv", "--quiet").status == 0)
    let before = try "# Mine, not to be touched: \"\n" + folder.text(of: "offers.csv")
    try folder.write(before, to: "offers.csv")
    try Self.convert(["offers.csv"], Self.ways[2], in: folder)
    #expect(try process.run("import", "out/offers.csv", "--into", "offers.csv", "--diff").stdout == "no differences\n")
    try Self.edit("out/offers.csv", in: folder)
    let edited = try process.run("import", "out/offers.csv", "--into", "offers.csv")
    #expect(edited.status == 0, "\(edited.stderr)")
    let lines = (before.split(separator: "\n"), try folder.text(of: "offers.csv").split(separator: "\n"))
    #expect(lines.0.count == lines.1.count)
    let changed = zip(lines.0, lines.1).filter { $0.0 != $0.1 }
    #expect(changed.count == 1 && changed[0].1.hasPrefix("base,USD/year,"), "\(changed)")
  }

  /// Adds 1,000 to the first base.
  private static func edit(_ file: String, in folder: TemporaryFolder) throws {
    let lines = try folder.text(of: file).components(separatedBy: "\n").map { line -> String in
      guard line.contains("base") && line.contains("/year"), !line.contains("_"),
        let number = line.firstMatch(of: /[;,](\d{5,})/), let value = Int(number.output.1)
      else { return line }
      return line.replacingOccurrences(of: String(number.output.1), with: String(value + 1_000))
    }
    try folder.write(lines.joined(separator: "\n"), to: file)
  }

  private static func convert(_ files: [String], _ way: Way, in folder: TemporaryFolder) throws {
    let user = folder.path("profile-\(way.locale)/user")
    try FileManager.default.createDirectory(atPath: user, withIntermediateDirectories: true)
    let settings = """
      <?xml version="1.0" encoding="UTF-8"?>
      <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" \
      xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><item oor:path="/org.openoffice.Setup/L10N">\
      <prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>\(way.locale)</value></prop></item></oor:items>
      """
    try folder.write(settings, to: "profile-\(way.locale)/user/registrymodifications.xcu")
    let names = files.map { "'\($0)'" }.joined(separator: " ")
    let result = try ParleyProcess(in: folder.path).with { $0.timeout = 120 }.shell(
      "cd '\(folder.path)' && \(program) -env:UserInstallation=file://\(folder.path("profile-\(way.locale)")) --headless "
        + "--infilter='CSV:\(way.input)' --convert-to 'csv:Text - txt - csv (StarCalc):\(way.output)' "
        + "--outdir out \(names)")
    #expect(result.status == 0, "\(result.stderr)")
  }
}
