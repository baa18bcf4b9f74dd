import Testing

@testable import Reports

@Suite("Pages for people")
struct PageTests {
  private static let words = [
    "a", "ask", "offer", "$198,400", "Zürich", "東京", "cafe\u{301}", "👩‍💻",
    "https://example.org/" + String(repeating: "x/", count: 30),
    "negotiation", "–", "\u{1B}[31m", "tab\tnew\nline", "12.8%", "|", "Ω", " ",
  ]

  private static func text(_ generator: inout SeededGenerator, upTo count: Int) -> String {
    (0..<Int.random(in: 1...count, using: &generator))
      .map { _ in words.randomElement(using: &generator) ?? "" }.joined(separator: " ")
  }

  private static func sheet(_ generator: inout SeededGenerator) -> Sheet {
    let kinds: [ColumnKind] = [
      .text, .money(currency: "USD"), .percent(decimals: 1), .exact, .date, .flag, .money(currency: "SEK"),
    ]
    let columns = (0..<Int.random(in: 1...9, using: &generator)).map { index in
      Column("c\(index)", text(&generator, upTo: 3), kinds.randomElement(using: &generator) ?? .text)
    }
    var sheet = Sheet(columns: columns)
    for _ in 0..<3 {
      sheet.append(
        columns.map { column in
          column.kind == .text
            ? .text(text(&generator, upTo: 12)) : .number(Double.random(in: -1e6...1e6, using: &generator))
        }, style: [.plain, .strong, .total].randomElement(using: &generator) ?? .plain)
    }
    return sheet
  }

  @Test("No line is wider than the page or ends in spaces, and ASCII is ASCII", arguments: 0..<60)
  func widths(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let width = Int.random(in: 40...120, using: &generator)
    let unicode = Bool.random(using: &generator)
    let entries = (0..<3).map { _ in
      KeyValue(
        Self.text(&generator, upTo: 5), Self.text(&generator, upTo: 4), note: Self.text(&generator, upTo: 20))
    }
    let blocks: [Block] = [
      .heading(Self.text(&generator, upTo: 20)), .sentence(Self.text(&generator, upTo: 40)), .space, .space,
      .verdict(Self.text(&generator, upTo: 30)), .keyValues(entries), .sheet(Self.sheet(&generator)),
      .bullets([Self.text(&generator, upTo: 30), "b"]), .space,
      .command("parley market show --role it-director --location 'Denver, CO' --industry 51 --as-of D"),
    ]
    for color in [false, true] {
      let page = TableRenderer(width: width, color: color, unicode: unicode).text(of: blocks)
      let shown = color ? page.replacing(/\u{1B}\[[0-9;]+m/, with: "") : page
      for line in shown.split(separator: "\n", omittingEmptySubsequences: false) {
        #expect(DisplayWidth.of(line) <= width)
        #expect(line.last != " ")
      }
      #expect(unicode || shown.utf8.allSatisfy { $0 < 0x80 })
      #expect(!shown.contains("\u{1B}"))
      #expect(!page.contains("\n\n\n") && !page.hasPrefix("\n") && !page.hasSuffix("\n\n"))
    }
  }

  @Test("A page reads like this")
  func page() {
    let blocks: [Block] = [
      .verdict("Ask for $198,400. Below $171,500 you are better off where you are."), .space,
      .keyValues([
        KeyValue("Walk away", "$171,500", note: "your present job, with what you would leave behind"),
        KeyValue("Opening ask", "$198,400", note: "the 62nd percentile", emphasis: true),
        KeyValue("Gap", "-$1,200"),
      ]),
      .heading("Why"),
      .bullets(["The median IT Director in Denver earns $186,000 a year.", "Two offers."]), .space,
      .command("parley explain denver.negotiation.target --library \"my own market.sqlite\" --quiet"),
    ]
    #expect(
      TableRenderer(width: 60, color: false, unicode: true).text(of: blocks) == """
        ▌ Ask for $198,400. Below $171,500 you are better off where
        ▌ you are.

          Walk away     $171,500   your present job, with what you
                                   would leave behind
          Opening ask   $198,400   the 62nd percentile
          Gap            -$1,200

        Why
        • The median IT Director in Denver earns $186,000 a year.
        • Two offers.

          parley explain denver.negotiation.target --library "my \\
            own market.sqlite" --quiet

        """)
  }

  @Test("A sheet too wide for the page is dealt out over panels; its numbers stay whole")
  func panels() {
    let years = (1...6).map { Column("y\($0)", "Year \($0)", .money(currency: "USD")) }
    let amounts = (1...6).map { Cell.integer($0 * 111_111) }
    let sheet = Sheet(
      columns: [Column("role", "Role")] + years, rows: [["Information technology director"] + amounts])
    #expect(
      TableRenderer(width: 44, color: false, unicode: false).text(of: [.sheet(sheet, title: "Pay")]) == """
        Pay
        Role              Year 1    Year 2    Year 3
        --------------  --------  --------  --------
        Information     $111,111  $222,222  $333,333
        technology
        director

        Role              Year 4    Year 5    Year 6
        --------------  --------  --------  --------
        Information     $444,444  $555,555  $666,666
        technology
        director

        """)
  }

  @Test("Accents fall away where only ASCII is shown")
  func ascii() {
    #expect(Typography(unicode: false).clean("Zürich – “Łódź” · €5 ≥ 東") == "Zurich - \"Lodz\" * EUR 5 >= ?")
  }
}
