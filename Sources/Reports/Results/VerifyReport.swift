import Quantities
import Verification

/// Reference rows with what was computed: counts by kind and each row that disagrees, for people; every row, for
/// programs.
public struct VerifyReport {
  /// A row of a reference file.
  public struct Row: Sendable {
    let reference: ReferenceRow
    let outcome: Verifier.Outcome
    let fields: [String]

    /// `fields`: the row as the file has it, one text a column.
    public init(reference: ReferenceRow, outcome: Verifier.Outcome, fields: [String]) {
      self.reference = reference
      self.outcome = outcome
      self.fields = fields
    }
  }

  /// More would not fit a screen.
  private static let shownFailures = 12

  let columns: [String]
  let rows: [Row]

  public init(columns: [String], rows: [Row]) {
    self.columns = columns
    self.rows = rows
  }

  /// Whether a row that has a model disagrees with it.
  public var hasFailures: Bool { rows.contains { $0.outcome.verdict == .fail } }

  /// What to know of single rows, a line each.
  public var notes: [String] {
    rows.compactMap { row in row.outcome.note.map { "\(row.reference.id): \($0)" } }
  }

  public var report: Report {
    Report(schema: "parley.verify/1", json: json, blocks: blocks, sheet: sheet)
  }

  private func count(_ verdict: Verifier.Verdict, in rows: [Row]) -> Int {
    rows.count { $0.outcome.verdict == verdict }
  }

  /// Rows by kind, in the order kinds first come.
  private var byKind: [(kind: String, rows: [Row])] {
    var order: [String] = []
    let groups = Dictionary(grouping: rows, by: \.reference.kind)
    for row in rows where !order.contains(row.reference.kind) { order.append(row.reference.kind) }
    return order.map { ($0, groups[$0] ?? []) }
  }

  // MARK: The page

  private var blocks: [Block] {
    var blocks: [Block] = [.verdict(verdict), .sheet(counts, title: ""), .space]
    let strangers = byKind.filter { !Verifier.kinds.contains($0.kind) }.map(\.kind)
    if !strangers.isEmpty { blocks.append(.sentence("No model yet: \(strangers.joined(separator: ", ")).")) }
    let failed = rows.filter { $0.outcome.verdict == .fail }
    guard !failed.isEmpty else { return blocks }
    blocks.append(.sheet(failures(failed), title: "Rows that disagree"))
    let hidden = failed.count - Self.shownFailures
    if hidden > 0 { blocks.append(.sentence("\(hidden) more; -O csv lists every row.")) }
    return blocks
  }

  private var verdict: String {
    let failed = count(.fail, in: rows)
    let checked = failed + count(.pass, in: rows)
    let rest = count(.unsupported, in: rows)
    let tail = rest > 0 ? "; \(NumberText.count(rest, "row")) cannot be checked yet." : "."
    switch (checked, failed) {
    case (0, _): return "Nothing was checked" + tail
    case (1, 0): return "The one row checked agrees" + tail
    case (_, 0): return "All \(NumberText.grouped(checked)) rows checked agree" + tail
    case (_, 1): return "1 of \(NumberText.count(checked, "row")) checked disagrees" + tail
    default: return "\(NumberText.grouped(failed)) of \(NumberText.grouped(checked)) rows checked disagree" + tail
    }
  }

  /// Kinds without a model share a line: they are named below the table.
  private var counts: Sheet {
    var sheet = Sheet(columns: [
      Column("kind", "Kind"), Column("rows", "Rows", .integer), Column("pass", "Pass", .integer),
      Column("fail", "Fail", .integer), Column("unsupported", "Unsupported", .integer),
    ])
    func append(_ title: String, _ rows: [Row], style: Sheet.Row.Style = .plain) {
      sheet.append(
        [
          .text(title), .integer(rows.count), .integer(count(.pass, in: rows)), .integer(count(.fail, in: rows)),
          .integer(count(.unsupported, in: rows)),
        ], style: style)
    }
    let known = byKind.filter { Verifier.kinds.contains($0.kind) }
    let others = byKind.filter { !Verifier.kinds.contains($0.kind) }
    for group in known { append(group.kind, group.rows) }
    if !others.isEmpty { append(NumberText.count(others.count, "other kind"), others.flatMap(\.rows)) }
    append("total", rows, style: .total)
    return sheet
  }

  private func failures(_ failed: [Row]) -> Sheet {
    var sheet = Sheet(columns: [
      Column("id", "Id"), Column("output", "Output"), Column("expected", "Expected", .exact),
      Column("computed", "Computed", .exact), Column("allowed", "May differ by"),
    ])
    for row in failed.prefix(Self.shownFailures) {
      let reference = row.reference
      let tolerance = DecimalText(reference.tolerance)?.text ?? ""
      sheet.append([
        .text(reference.id), .text(reference.output), reference.expected.map { .number($0) } ?? .absent("none"),
        row.outcome.computed.map { .number($0) } ?? .absent("none"),
        .text(reference.toleranceType == .absolute ? tolerance : "\(tolerance) of it"),
      ])
    }
    return sheet
  }

  // MARK: For programs

  /// Every column of the file, then what was computed, never rounded, and whether it agrees.
  private var sheet: Sheet {
    var sheet = Sheet(
      columns: columns.map { Column($0, $0, .exact) } + [
        Column("computed", "Computed", .exact), Column("pass", "Pass"),
      ])
    for row in rows {
      let fields = zip(columns, row.fields).map { column, text in
        switch column.lowercased() {
        case "expected": Self.cell(text, reading: row.reference.expected)
        case "tolerance": Self.cell(text, reading: row.reference.tolerance)
        default: Self.cell(text)
        }
      }
      sheet.append(fields + [.orEmpty(row.outcome.computed), .text(row.outcome.verdict.rawValue)])
    }
    return sheet
  }

  /// A text as it stands; but a negative number is a number, which no spreadsheet takes for a formula.
  private static func cell(_ text: String) -> Cell {
    if text.isEmpty { return .empty }
    return text.hasPrefix("-") ? DecimalText(text).map { .verbatim($0) } ?? .text(text) : .text(text)
  }

  /// A number as it stands, or plainly where the file has it with a decimal comma or as a negative power.
  private static func cell(_ text: String, reading value: Double?) -> Cell {
    guard let value else { return .empty }
    if let decimal = DecimalText(text) { return .verbatim(decimal) }
    return text.hasPrefix("-") || Double(text) != value ? .number(value) : .text(text)
  }

  private var json: JSONValue {
    let totals: [JSONValue] = byKind.map { kind, rows in
      [
        "kind": .string(kind), "rows": .integer(rows.count), "pass": .integer(count(.pass, in: rows)),
        "fail": .integer(count(.fail, in: rows)), "unsupported": .integer(count(.unsupported, in: rows)),
      ]
    }
    return [
      "rows": .array(rows.map(object)), "kinds": .array(totals), "pass": .integer(count(.pass, in: rows)),
      "fail": .integer(count(.fail, in: rows)), "unsupported": .integer(count(.unsupported, in: rows)),
    ]
  }

  private func object(_ row: Row) -> JSONValue {
    var object: [String: JSONValue] = [:]
    for (column, text) in zip(columns, row.fields) { object[column] = .string(text) }
    object["expected"] = .orNull(row.reference.expected.flatMap { DecimalText($0) }) { .number($0) }
    object["tolerance"] = .orNull(DecimalText(row.reference.tolerance)) { .number($0) }
    object["computed"] = .orNull(row.outcome.computed.flatMap { DecimalText($0) }) { .number($0) }
    object["pass"] = .string(row.outcome.verdict.rawValue)
    return .object(object)
  }
}
