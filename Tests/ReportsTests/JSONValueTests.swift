import Testing

@testable import Reports

@Suite("JSON")
struct JSONValueTests {
  @Test(
    "Each kind of number keeps its decimals and no more",
    arguments: [
      (JSONValue.amount(185_000.505), "185000.51"), (.amount(185_000), "185000"), (.amount(-0.001), "0"),
      (.ratio(1.0 / 3), "0.333333"), (.ratio(0.5), "0.5"), (.amount(1e16), "10000000000000000"),
      (.ratio(1e-7), "0"), (.integer(.min), "-9223372036854775808"),
      (.amount(.nan), "null"), (.ratio(-.infinity), "null"), (.null, "null"), (true, "true"),
    ])
  func numbers(value: JSONValue, expected: String) {
    #expect(value.text(.line) == expected)
  }

  @Test("Quotes, backslashes and control characters are escaped, letters are not")
  func escaping() {
    let text = JSONValue.string("\"a\\b\" \n\r\t\u{8}\u{C}\u{1}\u{1F} Zürich 東京 \u{7F}/")
    #expect(
      text.text(.line) == #""\"a\\b\" \n\r\t\b\f\u0001\u001f Zürich 東京 "# + "\u{7F}/\"")
    #expect(JSONValue.string("a\r\nb").text(.line) == #""a\r\nb""#)
  }

  @Test("Keys are sorted, empty lists stay on their line, null is written")
  func layout() {
    let value: JSONValue = ["b": [1, nil], "a": ["z": "x"], "B": [], "c": [:]]
    #expect(value.text(.line) == #"{"B":[],"a":{"z":"x"},"b":[1,null],"c":{}}"#)
    #expect(
      value.text() == """
        {
          "B": [],
          "a": {
            "z": "x"
          },
          "b": [
            1,
            null
          ],
          "c": {}
        }
        """)
  }
}
