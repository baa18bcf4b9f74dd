import Market
import Quantities

/// Priced jobs: the composite of each, its range, and where the incumbent stands.
public struct PriceReport {
  /// A job by its id in the list.
  public struct Entry: Sendable {
    public var id: String
    public var price: JobPrice
    /// How the names of its row were read, each a sentence.
    public var readings: [String]

    public init(id: String, price: JobPrice, readings: [String] = []) {
      self.id = id
      self.price = price
      self.readings = readings.map { $0.hasSuffix(".") ? $0 : $0 + "." }
    }
  }

  /// Rows a page shows; programs get them all.
  private static let pageRows = 40
  /// Reasons a page lists.
  private static let pageFindings = 8

  let entries: [Entry]
  let asOf: CalendarDate
  let rule: Blending.Rule
  let leftOut: Int

  /// `leftOut`: rows of the list that could not be priced.
  public init(_ entries: [Entry], asOf: CalendarDate, rule: Blending.Rule, leftOut: Int) {
    self.entries = entries
    self.asOf = asOf
    self.rule = rule
    self.leftOut = leftOut
  }

  public var report: Report {
    Report(schema: "parley.market-price/1", json: json, blocks: blocks, sheet: sheet)
  }

  /// The currency of all amounts, or of the first where they differ: each row says its own.
  var currency: String { entries.first?.price.estimate.currency ?? "USD" }

  func money(_ value: Double?, _ price: JobPrice) -> Cell {
    guard let value else { return .empty }
    return price.estimate.currency == currency ? .number(value) : .money(value, currency: price.estimate.currency)
  }

  private var blocks: [Block] {
    let kind = ColumnKind.money(currency: currency)
    var page = Sheet(columns: [
      Column("id", "Id", isWhole: true), Column("role", "Job"), Column("location", "Place"),
      Column("range_minimum", "Minimum", kind), Column("range_midpoint", "Midpoint", kind),
      Column("range_maximum", "Maximum", kind), Column("compa_ratio", "Compa", .number(decimals: 2)),
      Column("confidence", "Trust"),
    ])
    for entry in entries.prefix(Self.pageRows) {
      let price = entry.price
      let question = price.estimate.question
      page.append([
        .text(entry.id), .text(question.job.title), .text(question.location.shortName),
        money(price.range.minimum, price), money(price.range.midpoint, price), money(price.range.maximum, price),
        .orEmpty(price.compaRatio), .text(price.confidence.rawValue),
      ])
    }
    return [.sheet(page)] + findings + [.space, .sentence(summary)] + trace
  }

  /// What to look at twice, with its reason.
  private var findings: [Block] {
    let flagged = entries.filter { !$0.price.findings.isEmpty }
    guard !flagged.isEmpty else { return [] }
    let shown = flagged.prefix(Self.pageFindings).map { entry in
      "\(entry.id): " + entry.price.findings.map { "\($0.flag.rawValue) (\($0.detail))" }.joined(separator: "; ")
    }
    let rest = flagged.count - shown.count
    return [.heading("Look at these"), .bullets(shown + (rest > 0 ? ["\(rest) more: -O csv"] : []))]
  }

  /// Where a figure of the page comes from: the command that lists its steps.
  private var trace: [Block] {
    guard let first = entries.first else { return [] }
    var blocks: [Block] = []
    if entries.count > Self.pageRows { blocks.append(.sentence("The first \(Self.pageRows) are shown.")) }
    blocks.append(
      .sentence(
        "-O csv has every job with percentiles, range penetration, steps, and each source's part, date and lines. "
          + "Step by step, job \(first.id):"))
    return blocks + [.command(PriceTrace.command(for: first.price.estimate))]
  }

  private var summary: String {
    var text = "\(NumberText.count(entries.count, "job")) priced as of \(asOf), "
    text +=
      rule == .log
      ? "sources blended in logs (log)." : "sources blended as the weighted mean of each percentile (arithmetic)."
    if leftOut > 0 { text += " \(NumberText.count(leftOut, "row")) left out." }
    return text
  }

  func flags(_ price: JobPrice) -> String { price.flags.map(\.rawValue).joined(separator: ", ") }

  private var json: JSONValue {
    [
      "as_of": .string(asOf.description), "blend": .string(rule.rawValue), "left_out": .integer(leftOut),
      "jobs": .array(entries.map(job)),
    ]
  }

  private func job(_ entry: Entry) -> JSONValue {
    let price = entry.price
    let estimate = price.estimate
    let question = estimate.question
    return [
      "start": MarketShowReport.start(estimate),
      "adjustments": .array(estimate.adjustments.map(MarketShowReport.adjustment)),
      "median_interval": MarketShowReport.medianInterval(estimate),
      "org_size": question.size.isEmpty ? .null : .string(question.size),
      "evidence": MarketEvidenceText.json(estimate.evidence),
      "findings": .array(
        price.findings.map { ["flag": .string($0.flag.rawValue), "detail": .string($0.detail)] }),
      "notes": .array((entry.readings + estimate.notes).map { .string($0) }),
      "id": .string(entry.id),
      "role": MarketShowReport.role(question.job), "location": MarketShowReport.location(question.location),
      "level": question.level.isEmpty ? .null : .string(question.level),
      "industry": .orNull(question.industry) { .string($0.code) }, "currency": .string(estimate.currency),
      "percentiles": MarketShowReport.percentiles(estimate.distribution),
      "target_percentile": .ratio(price.request.target * 100),
      "range": [
        "minimum": .amount(price.range.minimum), "midpoint": .amount(price.range.midpoint),
        "maximum": .amount(price.range.maximum), "spread": .ratio(price.spread),
      ],
      "pay": .orNull(price.pay) { .amount($0) }, "pay_exchange": MarketShowReport.exchange(price.payExchange),
      "compa_ratio": .orNull(price.compaRatio) { .ratio($0) },
      "range_penetration": .orNull(price.rangePenetration) { .ratio($0) },
      "confidence": .string(price.confidence.rawValue),
      "confidence_reasons": .array(price.confidenceReasons.map { .string($0) }),
      "flags": .array(price.flags.map { .string($0.rawValue) }),
      "sources": .array(estimate.sources.map(MarketShowReport.source)),
    ]
  }
}
