import TestSupport
import Testing

@Suite("Commands print what is recorded")
struct GoldenTests {
  static let cases = GoldenCase.all(in: BuiltProgram.packageFolder + "/Tests/FunctionalTests/Cases")

  @Test("Each case folder", arguments: cases)
  func recorded(_ golden: GoldenCase) throws {
    for complaint in try golden.complaints() { Issue.record("\(complaint)") }
  }

  @Test("There are cases, so an empty folder is not a success")
  func notEmpty() {
    #expect(Self.cases.count > 50)
  }
}
