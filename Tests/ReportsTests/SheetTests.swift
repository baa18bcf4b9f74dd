import Testing

@testable import Reports

@Suite("Sheets and what is made of them")
struct SheetTests {
  private static let sheet: Sheet = {
    var sheet = Sheet(columns: [
      Column("place", "Place"), Column("p50", "Median", .money(currency: "USD")),
      Column("premium", "Against nation", .percent(decimals: 1)), Column("as_of", "As of", .date),
    ])
    sheet.append(["Denver, CO", 186_000, 0.1285, "2026-05-01"])
    sheet.append(["東京 | Tokyo", .money(9_800_000, currency: "JPY"), nil, nil])
    sheet.append(["Nation", .absent("withheld"), 0, "2026-05-01"], style: .total)
    return sheet
  }()

  private static let report = Report(schema: "parley.example/1", json: ["n": 3], sheet: sheet)

  private static let renderer = ReportRenderer(table: TableRenderer(width: 80, color: false, unicode: true))

  @Test("Numbers stand flush right beside wide characters, below a thin rule")
  func table() {
    #expect(
      Self.renderer.text(of: Self.report, as: .table) == """
        Place                Median  Against nation  As of
        ────────────  ─────────────  ──────────────  ──────────
        Denver, CO         $186,000           12.9%  2026-05-01
        東京 | Tokyo  9,800,000 JPY               –
        ────────────  ─────────────  ──────────────  ──────────
        Nation             withheld            0.0%  2026-05-01

        """)
  }

  @Test("CSV is tidy: plain numbers, nothing where there is nothing")
  func delimited() {
    #expect(
      Self.renderer.text(of: Self.report, as: .csv) == """
        place,p50,premium,as_of
        "Denver, CO",186000,0.1285,2026-05-01
        東京 | Tokyo,9800000,,
        Nation,,0,2026-05-01

        """)
    let tsv = Self.renderer.text(of: Self.report, as: .tsv)
    #expect(tsv.hasPrefix("place\tp50\tpremium\tas_of\nDenver, CO\t186000\t"))
  }

  @Test("JSON carries the schema, JSON lines that of a row")
  func json() throws {
    #expect(
      Self.renderer.text(of: Self.report, as: .json) == """
        {
          "n": 3,
          "schema": "parley.example/1"
        }

        """)
    let lines = Self.renderer.text(of: Self.report, as: .jsonl).split(separator: "\n").map(String.init)
    let nation = #"{"as_of":"2026-05-01","p50":null,"place":"Nation","premium":0"#
    #expect(lines.count == 3)
    #expect(lines.last == nation + #","schema":"parley.example-row/1"}"#)
    let chosen = try Self.report.selecting(fieldList: "premium, place")
    #expect(chosen.schema == "parley.example-rows/1" && chosen.rowSchema == "parley.example-row/1")
    #expect(Self.renderer.text(of: chosen, as: .csv).hasPrefix("premium,place\n0.1285,\"Denver, CO\"\n"))
  }

  @Test("Markdown aligns numbers right and escapes pipes")
  func markdown() {
    #expect(
      Self.renderer.text(of: Self.report, as: .markdown) == """
        | Place | Median | Against nation | As of |
        | --- | ---: | ---: | --- |
        | Denver, CO | $186,000 | 12.9% | 2026-05-01 |
        | 東京 \\| Tokyo | 9,800,000 JPY | | |
        | **Nation** | **withheld** | **0.0%** | **2026-05-01** |

        """)
  }

  @Test("An unknown field names the nearest and all the valid ones")
  func unknownField() {
    #expect {
      try Self.sheet.select(fieldList: "place,premum")
    } throws: { error in
      "\(error)" == """
        there is no field "premum"; did you mean premium?
        valid fields: place, p50, premium, as_of
        """ && (error as? UnknownChoice)?.name == "unknown-field"
    }
    #expect(UnknownChoice(kind: "field", given: "zzzzzz", valid: ["place", "p50"]).nearest == nil)
  }

  @Test("A format is known by its name or by a file's extension")
  func formats() throws {
    #expect(try ReportFormat("TSV") == .tsv)
    #expect(try ReportFormat.inferred(fromPath: "out.d/priced.jsonl") == .jsonl)
    #expect(try ReportFormat.inferred(fromPath: "out.d/priced") == nil)
    #expect(throws: UnknownChoice(kind: "format", given: "jsn", valid: ReportFormat.allCases.map(\.rawValue))) {
      try ReportFormat("jsn")
    }
    #expect(throws: UnknownChoice.self) { try ReportFormat.inferred(fromPath: "out.pdf") }
  }
}
