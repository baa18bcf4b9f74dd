import ModelTestSupport
import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("The list of imports beside a library")
struct ImportListTests {
  @Test("It is read as it was written, whatever the names of files and data sets")
  func roundTrip() throws {
    let folder = try TemporaryFolder()
    let library = folder.path("market.sqlite")
    let list = ImportList([
      .init(source: "/home/me/acme.csv", options: [], digest: "d1", datasets: ["acme"]),
      .init(
        source: "/home/me/it's # 1.csv", options: ["--name", "our own", "--skip-bad"], digest: "d2",
        profileDigest: "p2", datasets: ["our own-2019", "#2"]),
    ])
    try folder.write(list.text(library: library), to: "market.sqlite.imports")
    #expect(ImportList(besideLibrary: library) == list)
    #expect(ImportList(besideLibrary: folder.path("none.sqlite")) == nil)
  }

  @Test("A library that is yet to be made has its path from the root in the command too")
  func absolute() throws {
    let folder = try TemporaryFolder()
    let home = Folder.absolute(folder.path)
    #expect(Folder.absolute(folder.path("new.sqlite")) == home + "/new.sqlite")
    #expect(Folder.absolute(folder.path("none/below/new.sqlite")) == home + "/none/below/new.sqlite")
    #expect(Folder.absolute("no-such-file.sqlite") == Folder.absolute(".") + "/no-such-file.sqlite")
    #expect(Folder.absolute("/no-such-file") == "/no-such-file" && Folder.absolute("none/x").hasPrefix("/"))
  }

  @Test("Words come back as they were quoted")
  func words() {
    for words in [["a b", "it's", "", "#", "\\", "ä"], ["'"], ["a\\'b", "  "]] {
      #expect(ShellWords.split(ShellWords.joined(words)) == words)
    }
    #expect(ShellWords.split("a  'b c'd \\' e") == ["a", "b cd", "'", "e"])
  }

  @Test("What buys in Britain what a dollar buys at home is the World Bank's figure of the last year that had begun")
  func purchasingPower() throws {
    let data = SurveyBench.data
    #expect(try data.purchasingPower(of: "GB", on: day("2024-06-01"))?.year == 2024)
    #expect(try data.purchasingPower(of: "GB", on: day("2022-06-01"))?.year == 2022)
    #expect(try data.purchasingPower(of: "US", on: day("2024-06-01"))?.localPerDollar == 1)
    #expect(try data.purchasingPower(of: "XX", on: day("2024-06-01")) == nil)
  }
}
