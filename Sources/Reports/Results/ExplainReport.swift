import Quantities

/// Figures followed back to what they came from: one on a page, or all for an audit.
public struct ExplainReport {
  let explanations: [Explanation]
  let scenarioPath: String

  public init(_ explanations: [Explanation], scenarioPath: String) {
    self.explanations = explanations
    self.scenarioPath = scenarioPath
  }

  public var report: Report {
    let single = explanations.count == 1 ? explanations.first : nil
    return Report(
      schema: single == nil ? "parley.explain-list/1" : "parley.explain/1",
      json: single.map(Self.json) ?? ["figures": .array(explanations.map(Self.json))],
      blocks: single.map(blocks), sheet: sheet)
  }

  // MARK: The page

  private func blocks(_ explanation: Explanation) -> [Block] {
    var blocks: [Block] = [
      .verdict("\(explanation.figure) is \(Self.text(explanation.value, unit: explanation.unit))"),
      .sentence(explanation.meaning), .sentence("How: " + explanation.formula.ended), .space,
    ]
    if let rates = explanation.exchange { blocks += [.sentence(rates), .space] }
    if !explanation.parts.isEmpty { blocks += [.sheet(sheet(of: explanation.parts), title: "From"), .space] }
    if let payments = explanation.payments { blocks += [.sheet(payments, title: "Payments"), .space] }
    if !explanation.facts.isEmpty { blocks += [.sheet(sheet(of: explanation.facts), title: "Beside it"), .space] }
    if !explanation.fields.isEmpty { blocks += [.sheet(fields(of: explanation), title: "As you wrote it"), .space] }
    if !explanation.defaults.isEmpty {
      blocks += [.heading("Defaults"), .bullets(explanation.defaults.map(DefaultText.line)), .space]
    }
    if !explanation.data.isEmpty { blocks += [.sheet(data(of: explanation), title: "Survey rows"), .space] }
    if let next = explanation.parts.first(where: { $0.figure.contains(".") && $0.value != .null }) {
      blocks.append(.command("parley explain \(scenarioPath) '\(next.figure)'"))
    }
    return blocks
  }

  private func sheet(of parts: [Explanation.Part]) -> Sheet {
    let hasNotes = parts.contains { !$0.note.isEmpty }
    var sheet = Sheet(
      columns: [Column("figure", "Figure"), Column("value", "Value", .exact)]
        + (hasNotes ? [Column("note", "Note")] : []))
    for part in parts {
      sheet.append([.text(part.figure), Self.cell(part.value)] + (hasNotes ? [.text(part.note)] : []))
    }
    return sheet
  }

  private func fields(of explanation: Explanation) -> Sheet {
    var sheet = Sheet(columns: [Column("line", "Line", .exact), Column("field", "Field"), Column("text", "Text")])
    for field in explanation.fields { sheet.append([.integer(field.line), .text(field.path), .text(field.text)]) }
    return sheet
  }

  private func data(of explanation: Explanation) -> Sheet {
    var sheet = Sheet(columns: [
      Column("dataset", "Data set"), Column("date", "Month"), Column("line", "Line", .exact), Column("file", "File"),
    ])
    for row in explanation.data {
      sheet.append([.text(row.dataset), .text(row.date), .integer(row.line), .text(row.file)])
    }
    return sheet
  }

  // MARK: For programs

  /// One row a figure.
  private var sheet: Sheet {
    var sheet = Sheet(columns: [
      Column("figure", "Figure"), Column("value", "Value", .exact), Column("unit", "Unit"), Column("rule", "Rule"),
      Column("meaning", "Meaning"), Column("formula", "Formula"), Column("parts", "From"), Column("fields", "Fields"),
      Column("defaults", "Defaults"), Column("data", "Survey rows"),
    ])
    for item in explanations {
      sheet.append([
        .text(item.figure), Self.cell(item.value), .text(item.unit), .text(item.rule.rawValue), .text(item.meaning),
        .text(item.formula), .text(item.parts.map(\.figure).joined(separator: " ")),
        .text(item.fields.map { "\($0.path):\($0.line)" }.joined(separator: " ")),
        .text(item.defaults.map(\.key).joined(separator: "; ")),
        .text(item.data.map { "\($0.file):\($0.line)" }.joined(separator: " ")),
      ])
    }
    return sheet
  }

  private static func json(_ item: Explanation) -> JSONValue {
    [
      "figure": .string(item.figure), "value": item.value, "unit": .string(item.unit), "meaning": .string(item.meaning),
      "formula": .string(item.formula), "rule": .string(item.rule.rawValue),
      "parts": .array(
        item.parts.map { ["figure": .string($0.figure), "value": $0.value, "note": .string($0.note)] }),
      "payments": .array((item.payments.map { sheet in sheet.rows.map { sheet.json(of: $0) } }) ?? []),
      "fields": .array(
        item.fields.map {
          ["path": .string($0.path), "text": .string($0.text), "file": .string($0.file), "line": .integer($0.line)]
        }),
      "defaults": .array(item.defaults.map(row)), "exchange": .orNull(item.exchange) { .string($0) },
      "data": .array(
        item.data.map {
          [
            "dataset": .string($0.dataset), "file": .string($0.file), "line": .integer($0.line),
            "release": .string($0.release), "date": .string($0.date), "reference": .string($0.reference),
          ]
        }),
    ]
  }

  private static func row(_ row: Parameter) -> JSONValue {
    [
      "name": .string(row.key), "value": .ratio(row.value), "unit": .string(row.unit),
      "status": .string(row.status.rawValue), "effective_from": .string(row.effectiveFrom.description),
      "reference": .string(row.reference), "origin": .string(row.origin), "note": .string(row.note),
    ]
  }

  private static func cell(_ value: JSONValue) -> Cell {
    switch value {
    case .amount(let number): DecimalText(number, atMost: 2).map { .text($0.text) } ?? .empty
    case .ratio(let number): DecimalText(number, atMost: 6).map { .text($0.text) } ?? .empty
    case .integer(let number): .integer(number)
    case .number(let text): .text(text.text)
    default: .empty
    }
  }

  private static func text(_ value: JSONValue, unit: String) -> String {
    switch value {
    case .amount(let number):
      let currency = unit.prefix { $0.isLetter }
      return NumberText.money(number, currency: String(currency), decimals: 2) + unit.dropFirst(currency.count)
    case .ratio(let number):
      let text = DecimalText(number, atMost: 6)?.text ?? ""
      return unit == "share" || unit == "probability" || unit.hasPrefix("share")
        ? "\(text) (\(NumberText.percent(number, decimals: 1)))" : "\(text) \(unit)"
    case .integer(let number): return "\(number) \(unit)"
    case .number(let text): return "\(text.text) \(unit)"
    default: return ""
    }
  }
}

extension String {
  /// With a full stop at the end.
  fileprivate var ended: String { hasSuffix(".") ? self : self + "." }
}
