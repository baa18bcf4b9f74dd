import Market
import Quantities

/// A market estimate for people and programs: the curve, the percentiles, each step to them.
public struct MarketShowReport {
  let estimate: MarketEstimate
  /// Pay by each pay zone of a remote job; empty for a job that is not remote.
  let zones: [ZoneEstimate]
  let worth: Worth?
  /// Its median in dollars; nil where it is in dollars.
  let abroad: AbroadText?

  public init(
    _ estimate: MarketEstimate, zones: [ZoneEstimate] = [], worth: Worth? = nil, abroad: AbroadFigures? = nil
  ) {
    self.abroad = abroad.map { AbroadText(figures: $0, median: estimate.median, currency: estimate.currency) }
    self.estimate = estimate
    self.zones = zones
    self.worth = worth
  }

  public var report: Report {
    Report(schema: "parley.market-show/1", json: json, blocks: blocks, sheet: sheet)
  }

  var question: MarketQuestion { estimate.question }
  var pay: PayDistribution { estimate.distribution }
  /// `IT Director, level L5`
  private var job: String {
    question.job.title + (question.level.isEmpty ? "" : ", level \(question.level)")
  }

  private var element: String { question.payElement == .base ? "base salary" : "total cash" }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: estimate.currency) }

  private var blocks: [Block] {
    var blocks: [Block] = [
      .chart(
        PayChart(
          title: "\(job) in \(question.location.shortName): \(element) a year, "
            + question.asOf.monthName, distribution: pay, currency: estimate.currency,
          markers: markers
        ).chart),
      .space, .sheet(percentileSheet), .space,
    ]
    blocks += PayZonesText(zones: zones).blocks
    blocks += [
      .keyValues([
        KeyValue(
          "Median", money(pay.median),
          note: (estimate.confidence == .low ? "low confidence; " : "")
            + "known to about \(money(estimate.medianInterval.lowerBound)) to "
            + "\(money(estimate.medianInterval.upperBound)) (\(NumberText.share(estimate.intervalCoverage)) interval)",
          emphasis: true),
        KeyValue(
          "Confidence", estimate.confidence.rawValue,
          note: (estimate.evidence.facts + estimate.confidenceReasons).joined(separator: "; ")),
      ]),
      .heading("How the median comes about"), .keyValues(steps), .space,
      .sentence(sourceSentence),
    ]
    if estimate.sources.count > 1 { blocks += MarketSourcesText(estimate: estimate).blocks }
    if let abroad { blocks += abroad.blocks }
    if let worth { blocks += WorthText(worth: worth, currency: estimate.currency).blocks }
    let censored = pay.points.filter { $0.reading == .atLeast }
    if !censored.isEmpty {
      blocks.append(.sentence("\(Self.names(censored)): top-coded by the publisher; the figure is \"at least\"."))
    }
    let soft = pay.points.filter { $0.reading == .soft }
    if !soft.isEmpty {
      let verb = soft.count == 1 ? "rests" : "rest"
      blocks.append(
        .sentence(
          "\(Self.names(soft)) \(verb) on wages that the publisher used to withhold: take "
            + "\(soft.count == 1 ? "it" : "them") as soft."
        ))
    }
    blocks += (estimate.notes + estimate.questions).map { .sentence($0) }
    return blocks
  }

  private var markers: [CurveChart.Marker] {
    [.market(pay.median, MarketEvidenceText.medianLabel(estimate), emphasis: true)]
      + PayZonesText(zones: zones).markers(beside: question.location)
      + (worth.map { [WorthText(worth: $0, currency: estimate.currency).marker] } ?? [])
  }

  private var percentileSheet: Sheet {
    let kind = ColumnKind.money(currency: estimate.currency)
    var columns = PercentilePoint.published.map { Column(Self.name($0), Self.name($0).uppercased(), kind) }
    var row: [Cell] = PercentilePoint.published.map { .number(pay.quantile($0)) }
    if let mean = estimate.mean {
      columns.append(Column("mean", "Mean", kind))
      row.append(.number(mean))
    }
    return Sheet(columns: columns, rows: [row])
  }

  private var steps: [KeyValue] {
    var lines = [
      KeyValue(
        "start", NumberText.money(estimate.startingMedian, currency: estimate.startingCurrency),
        note: estimate.startingCell)
    ]
    for step in estimate.adjustments {
      lines.append(KeyValue(step.name, "x " + NumberText.factor(step.factor), note: step.detail))
    }
    lines.append(KeyValue("median", money(pay.median)))
    return lines
  }

  private var sourceSentence: String {
    let names = estimate.sources.map { use in
      estimate.sources.count > 1
        ? "\(use.dataset.title) (\(NumberText.share(use.weight))\(Self.count(use)))" : use.dataset.title
    }
    var text = "Source\(names.count > 1 ? "s" : ""): \(names.joined(separator: ", "))."
    if estimate.sources.contains(where: { $0.dataset.series == "bls-oews" }) { text += " " + SourceCaution.oews }
    return text
  }

  /// `, 85 people, March 2026`: what a source of a blend says it counted, and its month unless its title says it.
  private static func count(_ use: SourceUse) -> String {
    let month = use.dataset.effective.monthName
    return (use.incumbents.map { ", \(NumberText.grouped($0)) people" } ?? "")
      + (use.dataset.title.contains(month) ? "" : ", \(month)")
  }

  /// `P75 and P90`
  private static func names(_ points: [PercentilePoint]) -> String {
    points.map { name($0.probability).uppercased() }.joined(separator: " and ")
  }

  /// Rows in the canonical market shape, so that what is shown can be imported again.
  private var sheet: Sheet {
    let columns = [
      Column("dataset", "Data set"), Column("role", "Role"), Column("soc", "SOC"), Column("location", "Location"),
      Column("location_kind", "Kind"), Column("level", "Level"), Column("industry", "Industry"),
      Column("org_size", "Size"), Column("pay_element", "Element"), Column("statistic", "Statistic"),
      Column("value", "Value", .money(currency: estimate.currency)), Column("currency", "Currency"),
      Column("basis", "Basis"), Column("effective_date", "Effective", .date), Column("match_quality", "Match"),
      Column("note", "Note"),
    ]
    var sheet = Sheet(columns: columns)
    let role: Cell = question.job.role.map { .text($0.id) } ?? .empty
    for probability in PercentilePoint.published {
      sheet.append([
        .text("parley-estimate"), role, .text(question.job.baseOccupation), .text(question.location.id),
        .text(question.location.kind.rawValue), question.level.isEmpty ? .empty : .text(question.level),
        question.industry.map { .text($0.code) } ?? .empty, question.size.isEmpty ? .empty : .text(question.size),
        .text(question.payElement.rawValue), .text(Self.name(probability)),
        .number(pay.quantile(probability)), .text(estimate.currency), "annual", .text(question.asOf.description),
        .text(estimate.confidence.rawValue),
        .text(estimate.sources.map(\.dataset.name).joined(separator: " + ")),
      ])
    }
    return sheet
  }

  static func name(_ probability: Double) -> String { "p\(Int((probability * 100).rounded()))" }
}

/// What must be said beside figures of a source.
enum SourceCaution {
  static let oews =
    "OEWS is what people in the job earn, not what new hires are offered; it counts commissions and production "
    + "bonuses, but no year-end bonus, overtime, stock or benefits."
}
