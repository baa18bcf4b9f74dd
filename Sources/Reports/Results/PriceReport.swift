import Market
import Quantities

/// Priced jobs: the composite of each, its range, and where the incumbent stands.
public struct PriceReport {
  /// A job by its id in the list.
  public struct Entry: Sendable {
    public var id: String
    public var price: JobPrice

    public init(id: String, price: JobPrice) {
      self.id = id
      self.price = price
    }
  }

  /// Rows a page shows; programs get them all.
  private static let pageRows = 40

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
  private var currency: String { entries.first?.price.estimate.currency ?? "USD" }

  private func money(_ value: Double?, _ price: JobPrice) -> Cell {
    guard let value else { return .empty }
    return price.estimate.currency == currency ? .number(value) : .money(value, currency: price.estimate.currency)
  }

  private var blocks: [Block] {
    let kind = ColumnKind.money(currency: currency)
    var page = Sheet(columns: [
      Column("id", "Id", isWhole: true), Column("role", "Job"), Column("location", "Place"),
      Column("range_minimum", "Minimum", kind), Column("range_midpoint", "Midpoint", kind),
      Column("range_maximum", "Maximum", kind), Column("compa_ratio", "Compa", .number(decimals: 2)),
      Column("flags", "Look at"),
    ])
    for entry in entries.prefix(Self.pageRows) {
      let price = entry.price
      let question = price.estimate.question
      page.append([
        .text(entry.id), .text(question.job.title), .text(question.location.shortName),
        money(price.range.minimum, price), money(price.range.midpoint, price), money(price.range.maximum, price),
        .orEmpty(price.compaRatio), .text(flags(price)),
      ])
    }
    var blocks: [Block] = [.sheet(page), .space, .sentence(summary)]
    if entries.count > Self.pageRows {
      blocks.append(
        .sentence("The first \(Self.pageRows) are shown; -O csv or -o FILE.csv has them all, every column."))
    }
    return blocks
  }

  private var summary: String {
    var text = "\(NumberText.count(entries.count, "job")) priced as of \(asOf), "
    text += rule == .log ? "sources blended in logs." : "sources blended as the mean of each percentile."
    let flagged = entries.filter { !$0.price.flags.isEmpty }.count
    if flagged > 0 { text += " \(NumberText.grouped(flagged)) to look at." }
    if leftOut > 0 { text += " \(NumberText.count(leftOut, "row")) left out." }
    return text
  }

  private func flags(_ price: JobPrice) -> String { price.flags.map(\.rawValue).joined(separator: ", ") }

  /// A row a job; as many groups of source columns as the job with most sources needs.
  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: currency)
    let sources = entries.map(\.price.estimate.sources.count).max() ?? 0
    var columns = [
      Column("id", "Id"), Column("role", "Role"), Column("soc", "SOC"), Column("location", "Place"),
      Column("location_name", "Place name"), Column("level", "Level"), Column("industry", "Industry"),
    ]
    columns += PercentilePoint.published.map {
      Column(MarketShowReport.name($0), MarketShowReport.name($0).uppercased(), kind)
    }
    columns += [
      Column("target_percentile", "Target", .number(decimals: 1)), Column("range_minimum", "Minimum", kind),
      Column("range_midpoint", "Midpoint", kind), Column("range_maximum", "Maximum", kind),
      Column("range_spread", "Spread", .percent(decimals: 0)), Column("pay", "Pay", kind),
      Column("compa_ratio", "Compa-ratio", .number(decimals: 3)),
      Column("range_penetration", "Range penetration", .percent(decimals: 0)),
      Column("currency", "Currency"), Column("as_of", "As of", .date), Column("confidence", "Confidence"),
      Column("flags", "Flags"), Column("blend", "Blend"), Column("n_sources", "Sources", .integer),
    ]
    for number in 0..<sources {
      columns += [
        Column("source_\(number + 1)", "Source \(number + 1)"),
        Column("source_\(number + 1)_weight", "Weight \(number + 1)", .percent(decimals: 0)),
        Column("source_\(number + 1)_p50", "P50 \(number + 1)", kind),
      ]
    }
    var sheet = Sheet(columns: columns)
    for entry in entries { sheet.append(row(entry, sources: sources)) }
    return sheet
  }

  private func row(_ entry: Entry, sources: Int) -> [Cell] {
    let price = entry.price
    let estimate = price.estimate
    let question = estimate.question
    var cells: [Cell] = [
      .text(entry.id), question.job.role.map { .text($0.id) } ?? .empty, .text(question.job.baseOccupation),
      .text(question.location.id), .text(question.location.name),
      question.level.isEmpty ? .empty : .text(question.level), .orEmpty(question.industry?.code),
    ]
    cells += PercentilePoint.published.map { money(estimate.distribution.quantile($0), price) }
    let range: [Cell] = [
      .number(price.request.target * 100), money(price.range.minimum, price), money(price.range.midpoint, price),
      money(price.range.maximum, price), .number(price.spread), money(price.request.pay, price),
      .orEmpty(price.compaRatio), .orEmpty(price.rangePenetration), .text(estimate.currency),
      .text(question.asOf.description), .text(estimate.confidence.rawValue), .text(flags(price)),
      .text(rule.rawValue), .integer(estimate.sources.count),
    ]
    cells += range
    for number in 0..<sources {
      guard number < estimate.sources.count else {
        cells += [.empty, .empty, .empty]
        continue
      }
      let use = estimate.sources[number]
      cells += [.text(use.dataset.name), .number(use.weight), money(use.median, price)]
    }
    return cells
  }

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
      "id": .string(entry.id),
      "role": [
        "id": .string(question.job.id), "title": .string(question.job.title),
        "soc": .string(question.job.baseOccupation),
      ],
      "location": [
        "id": .string(question.location.id), "name": .string(question.location.name),
        "kind": .string(question.location.kind.rawValue),
      ],
      "level": question.level.isEmpty ? .null : .string(question.level),
      "industry": .orNull(question.industry) { .string($0.code) }, "currency": .string(estimate.currency),
      "percentiles": MarketShowReport.percentiles(estimate.distribution),
      "target_percentile": .ratio(price.request.target * 100),
      "range": [
        "minimum": .amount(price.range.minimum), "midpoint": .amount(price.range.midpoint),
        "maximum": .amount(price.range.maximum), "spread": .ratio(price.spread),
      ],
      "pay": .orNull(price.request.pay) { .amount($0) }, "compa_ratio": .orNull(price.compaRatio) { .ratio($0) },
      "range_penetration": .orNull(price.rangePenetration) { .ratio($0) },
      "confidence": .string(estimate.confidence.rawValue),
      "confidence_reasons": .array(estimate.confidenceReasons.map { .string($0) }),
      "flags": .array(price.flags.map { .string($0.rawValue) }),
      "sources": .array(estimate.sources.map(MarketShowReport.source)),
    ]
  }
}
