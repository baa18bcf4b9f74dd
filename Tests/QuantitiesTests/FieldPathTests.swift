import Quantities
import Testing

@Suite("One path grammar")
struct FieldPathTests {
  @Test(
    "What is read is written the same",
    arguments: ["seattle", "seattle.base", "seattle.equity[0].price", "a-b_1.x", "room.mean[below-p50]", "m[a.b][1].c"])
  func roundTrip(_ text: String) throws {
    #expect(try FieldPath(text).description == text)
  }

  @Test("Segments, root, pattern")
  func parts() throws {
    let path = try FieldPath("seattle.equity[12].vesting[0].month")
    #expect(path.root == "seattle" && path.segments.count == 4)
    #expect(path.segments[1] == FieldPath.Segment(name: "equity", indices: ["12"]))
    #expect(path.pattern == "seattle.equity[].vesting[].month")
    #expect(path.afterRoot?.description == "equity[12].vesting[0].month")
    #expect(try FieldPath("base").afterRoot == nil)
    #expect(try FieldPath("room.mean[a.b]").segments[1].indices == ["a.b"])
  }

  @Test(
    "What is no path, and why",
    arguments: [
      ("", FieldPath.Malformed.empty), ("a..b", .nameMissing), ("a.", .nameMissing), ("a[", .noName("a[")),
      ("a[]", .noName("a[]")), ("a b", .noName("a b")), ("[0]", .noName("[0]")),
      (String(repeating: "a", count: 201), .tooLong),
    ])
  func malformed(_ text: String, _ why: FieldPath.Malformed) {
    #expect(throws: why) { try FieldPath(text) }
  }
}
