import Compensation
import Quantities
import Scenarios

/// A change and what it does: before, after, difference.
public struct WhatIfReport {
  /// A field as it was and as supposed.
  public struct Change: Sendable, Hashable {
    public let path: String
    public let before: String?
    public let after: String

    public init(path: String, before: String?, after: String) {
      self.path = path
      self.before = before
      self.after = after
    }
  }

  /// A figure before and after; nil where it does not exist.
  struct Row {
    let figure: String
    let before: Double?
    let after: Double?

    var difference: Double? { before.flatMap { before in after.map { $0 - before } } }
  }

  let changes: [Change]
  let before: Comparison
  let after: Comparison
  let ranges: [(offer: String, before: NegotiateReport?, after: NegotiateReport?)]
  let terms: ValuationTerms

  public init(
    changes: [Change], before: Comparison, after: Comparison,
    ranges: [(offer: String, before: NegotiateReport?, after: NegotiateReport?)], terms: ValuationTerms
  ) {
    self.changes = changes
    self.before = before
    self.after = after
    self.ranges = ranges
    self.terms = terms
  }

  public var report: Report {
    Report(schema: "parley.whatif/1", json: json, blocks: blocks, sheet: sheet)
  }

  private var currency: String { terms.currency.code }

  // MARK: The page

  private var blocks: [Block] {
    let lines = changes.map { KeyValue($0.path, "\($0.before ?? "not stated") -> \($0.after)") }
    var blocks: [Block] = [.verdict(verdict), .keyValues(lines), .space]
    let changed = rows.filter { abs($0.difference ?? 1) >= 0.005 }
    if changed.isEmpty {
      blocks.append(.sentence("No figure changes."))
    } else {
      blocks.append(.sheet(table(of: changed)))
    }
    blocks += [
      .space,
      .sentence(
        "Values are over \(terms.months) months and before tax unless named otherwise, in \(currency); ranges are base salary "
          + "a year. "
          + "Figures that stay the same are not shown."),
    ]
    return blocks
  }

  private var verdict: String {
    let (was, becomes) = (VerdictText.best(before), VerdictText.best(after))
    guard before.valuations.count > 1 else {
      return VerdictText.sentence(after, months: terms.months, currency: currency)
    }
    if after.verdict.isTooClose, !before.verdict.isTooClose {
      return "The verdict is open now. " + VerdictText.sentence(after, months: terms.months, currency: currency)
    }
    return was == becomes
      ? "The verdict stays: " + VerdictText.sentence(after, months: terms.months, currency: currency)
      : "The verdict turns from \(was) to \(becomes): "
        + VerdictText.sentence(after, months: terms.months, currency: currency)
  }

  private func table(of rows: [Row]) -> Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [
      Column("figure", "Figure"), Column("before", "Before", kind), Column("after", "After", kind),
      Column("difference", "Difference", kind),
    ])
    for row in rows {
      sheet.append([.text(row.figure), .orEmpty(row.before), .orEmpty(row.after), .orEmpty(row.difference)])
    }
    return sheet
  }

  // MARK: Figures

  /// Totals of every offer, then the parts and the range of those that changed.
  private var rows: [Row] {
    before.valuations.flatMap { was -> [Row] in
      let id = was.offer.id
      let becomes = after.valuations.first { $0.offer.id == id }
      var rows = [
        Row(figure: "\(id).expected", before: was.total(\.expected).amount, after: becomes?.total(\.expected).amount)
      ]
      if let certain = was.certain {
        rows.append(Row(figure: "\(id).certain", before: certain.amount, after: becomes?.certain?.amount))
      }
      for (name, value) in [("after_tax", { $0.afterTax }), ("local_purchasing_power", { $0.purchasingPower })]
        as [(String, (TaxedOffer) -> Money?)]
      {
        let (old, new) = (before.taxed[id].flatMap(value), after.taxed[id].flatMap(value))
        if old ?? new != nil { rows.append(Row(figure: "\(id).\(name)", before: old?.amount, after: new?.amount)) }
      }
      rows.append(Row(figure: "\(id).annualized", before: was.annualized, after: becomes?.annualized))
      guard let becomes else { return rows }
      var components = was.elements.map(\.component)
      components += becomes.elements.map(\.component).filter { !components.contains($0) }
      rows += components.map { component in
        Row(
          figure: "\(id).\(component).expected", before: WhatIfReport.expected(component, was),
          after: WhatIfReport.expected(component, becomes))
      }
      return rows + rangeRows(id)
    }
  }

  private func rangeRows(_ id: String) -> [Row] {
    guard let pair = ranges.first(where: { $0.offer == id }) else { return [] }
    func row(_ name: String, _ value: (NegotiateReport) -> Double?) -> Row {
      Row(
        figure: "\(id).negotiation.\(name)", before: pair.before.flatMap(value), after: pair.after.flatMap(value))
    }
    return [
      row("walk_away.amount") { $0.range.walkAway }, row("ceiling") { $0.range.likelyLimit },
      row("target") { $0.range.gap == nil ? $0.range.target : nil },
      row("anchor.amount") { $0.range.gap == nil ? $0.range.openingAsk : nil }, row("gap") { $0.range.gap },
    ].filter { $0.before != nil || $0.after != nil }
  }

  /// A part that an offer does not have is worth nothing in it.
  private static func expected(_ component: String, _ valuation: Valuation) -> Double {
    valuation.elements.first { $0.component == component }?.total(\.expected, valuation.currency).amount ?? 0
  }

  // MARK: For programs

  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [
      Column("figure", "Figure"), Column("before", "Before", kind), Column("after", "After", kind),
      Column("difference", "Difference", kind), Column("currency", "Currency"),
    ])
    for row in rows {
      sheet.append([
        .text(row.figure), .orEmpty(row.before), .orEmpty(row.after), .orEmpty(row.difference), .text(currency),
      ])
    }
    return sheet
  }

  private var json: JSONValue {
    [
      "as_of": .string(terms.asOf.description), "currency": .string(currency),
      "changes": .array(
        changes.map {
          ["path": .string($0.path), "before": .orNull($0.before) { .string($0) }, "after": .string($0.after)]
        }),
      "verdict": [
        "before": VerdictText.json(before, currency: currency), "after": VerdictText.json(after, currency: currency),
      ],
      "figures": .array(
        rows.map { row in
          [
            "figure": .string(row.figure), "before": .orNull(row.before) { .amount($0) },
            "after": .orNull(row.after) { .amount($0) }, "difference": .orNull(row.difference) { .amount($0) },
          ]
        }),
    ]
  }
}
