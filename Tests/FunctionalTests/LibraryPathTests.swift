import Foundation
import TestSupport
import Testing

@Suite("The library is where the user says, or in the data folder")
struct LibraryPathTests {
  @Test("A relative XDG_DATA_HOME is ignored, as its specification says")
  func relativeDataHome() throws {
    let folder = try TemporaryFolder()
    let process = ParleyProcess(in: folder.path).with {
      $0.environment["XDG_DATA_HOME"] = "relative"
      $0.environment["HOME"] = folder.path
    }
    #expect(try process.run("market", "list", "-q").stdout.contains(folder.path + "/.local/share/parley"))
    #expect(folder.names == [".local"])
  }

  @Test("A reading command makes no folder for a library that was named")
  func misspelt() throws {
    let folder = try TemporaryFolder()
    let process = ParleyProcess(in: folder.path)
    #expect(try process.run("market", "list", "--library", "typo/a.sqlite").status == 66)
    #expect(folder.names.isEmpty)
  }

  @Test("The name of a data set is never cut")
  func names() throws {
    let folder = try TemporaryFolder()
    let library = try SharedLibrary.copy(into: folder)
    try folder.write("role,location,statistic,value,effective_date\nCIO,US,p50,300000,2026-03\n", to: "pay.csv")
    let name = "a-name-of-a-data-set-that-goes-on-and-on-until-it-is-wider-than-any-page-of-eighty-columns"
    let process = ParleyProcess(in: folder.path)
    #expect(try process.run("market", "import", "pay.csv", "--name", name, "--library", library).status == 0)
    #expect(try process.run("market", "list", "--library", library).stdout.contains(name + " "))
  }

  @Test("A check fails as the import would where the library is of a newer program, and leaves it alone")
  func newer() throws {
    let folder = try TemporaryFolder()
    let library = try SharedLibrary.copy(into: folder)
    // The version, as the file format has it: bytes 60 to 63.
    let handle = try #require(FileHandle(forUpdatingAtPath: library))
    try handle.seek(toOffset: 60)
    try handle.write(contentsOf: Data([0, 0, 0, 99]))
    try handle.close()
    try folder.write("role,location,statistic,value,effective_date\nCIO,US,p50,300000,2026-03\n", to: "pay.csv")
    for command in ["check", "import"] {
      let result = try ParleyProcess(in: folder.path).run("market", command, "pay.csv", "--library", "market.sqlite")
      #expect(result.status == 74 && result.stderr.contains("written by a newer parley"), "\(result.stderr)")
      #expect(result.stdout.isEmpty)
    }
  }
}
