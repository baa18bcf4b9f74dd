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
  /// Whether the page shows every step of every source and every note, however long it gets.
  let isWhole: Bool

  public init(
    _ estimate: MarketEstimate, zones: [ZoneEstimate] = [], worth: Worth? = nil, abroad: AbroadFigures? = nil,
    isWhole: Bool = false
  ) {
    self.isWhole = isWhole
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

  /// `tier 3`, where pay is that of a tier and not of the place.
  private var tier: String? { zones.first { $0.tier != nil }?.name }

  private var element: String { question.payElement == .base ? "base salary" : "total cash" }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: estimate.currency) }

  private var blocks: [Block] {
    let sources = MarketSourcesText(estimate: estimate)
    var blocks = PayChart(
      title: "\(job) in \(tier.map { "\($0), " } ?? "")\(question.location.shortName): \(element) a year, "
        + question.asOf.monthName, distribution: pay, currency: estimate.currency, markers: markers
    ).blocks
    // The zones have the percentiles of the one that counts, and the sources those of their blend.
    blocks += PayZonesText(zones: zones).blocks
    if isBlend || zones.isEmpty { blocks += [.sheet(isBlend ? sources.sheet : percentileSheet), .space] }
    blocks.append(.keyValues(figures))
    blocks += isFolded ? [.heading("How the median comes about (in words: --steps)"), sources.lines] : sources.steps
    blocks += [.space, .sentence(sourceSentence)]
    if isWhole, let abroad { blocks += abroad.blocks }
    if let worth { blocks += WorthText(worth: worth, currency: estimate.currency).blocks }
    return blocks + closing
  }

  /// Whether steps are a line a source: a page that has more to say than one answer must still fit a screen.
  private var isFolded: Bool { !isWhole && (isBlend || worth != nil) }

  private var isBlend: Bool { estimate.sources.count > 1 }

  private var figures: [KeyValue] {
    [
      KeyValue(
        "Median", money(pay.median),
        note: (estimate.confidence == .low ? "low confidence; " : "")
          + "known to about \(money(estimate.medianInterval.lowerBound)) to "
          + "\(money(estimate.medianInterval.upperBound)) (\(NumberText.share(estimate.intervalCoverage)) interval)",
        emphasis: true)
    ] + (isWhole ? [] : [abroad?.line].compactMap { $0 }) + [
      KeyValue(
        "Confidence", estimate.confidence.rawValue,
        note: (estimate.evidence.facts + estimate.confidenceReasons).joined(separator: "; "))
    ]
  }

  /// How many remarks a page of several sources has before it says where the rest are.
  private static let pageNotes = 3

  /// What must be known of the figures, what was left out, and what would narrow the answer.
  private var closing: [Block] {
    let remarks = readings + estimate.notes
    let rest = isBlend && !isWhole ? max(0, remarks.count - Self.pageNotes) : 0
    return (remarks.dropLast(rest) + estimate.questions).map { .sentence($0) }
      + (rest > 0 ? [.sentence("\(NumberText.count(rest, "more remark")): --steps.")] : [])
  }

  /// How single percentiles are to be read.
  private var readings: [String] {
    var texts: [String] = []
    let censored = pay.points.filter { $0.reading == .atLeast }
    if !censored.isEmpty {
      texts.append("\(Self.names(censored)): top-coded by the publisher; the figure is \"at least\".")
    }
    if let unreached = Self.unreached(pay) { texts.append(unreached) }
    let soft = pay.points.filter { $0.reading == .soft }
    if !soft.isEmpty {
      let (verb, them) = soft.count == 1 ? ("rests", "it") : ("rest", "them")
      texts.append(
        "\(Self.names(soft)) \(verb) on wages that the publisher used to withhold: take \(them) as soft.")
    }
    return texts
  }

  private var markers: [CurveChart.Marker] {
    [.market(pay.median, MarketEvidenceText.medianLabel(estimate), emphasis: true)]
      + PayZonesText(zones: zones).markers(beside: question.location)
      + (worth.map { [WorthText(worth: $0, currency: estimate.currency).marker] } ?? [])
  }

  private var percentileSheet: Sheet {
    let kind = ColumnKind.money(currency: estimate.currency)
    var columns = PercentilePoint.published.map { Column(Self.name($0), Self.name($0).uppercased(), kind) }
    var row: [Cell] = PercentilePoint.published.map { .orEmpty(pay.figure($0)) }
    if let mean = estimate.mean {
      columns.append(Column("mean", "Mean", kind))
      row.append(.number(mean))
    }
    return Sheet(columns: columns, rows: [row])
  }

  private var sourceSentence: String {
    let names = estimate.sources.map { use in
      isBlend ? use.dataset.title + Self.count(use) : use.dataset.title
    }
    var text = "Source\(names.count > 1 ? "s" : ""): \(names.joined(separator: ", "))."
    if estimate.sources.contains(where: { $0.dataset.series == "bls-oews" }) { text += " " + SourceCaution.oews }
    return text
  }

  /// ` (85 people, March 2026)`: what a source of a blend says it counted, and its month unless its title says it.
  private static func count(_ use: SourceUse) -> String {
    let month = use.dataset.effective.monthName
    let facts = [
      use.incumbents.map { "\(NumberText.grouped($0)) people" }, use.dataset.title.contains(month) ? nil : month,
    ].compactMap { $0 }
    return facts.isEmpty ? "" : " (\(facts.joined(separator: ", ")))"
  }

  /// What is said of percentiles that the source does not give; nil where it gives all.
  static func unreached(_ pay: PayDistribution) -> String? {
    let names = pay.unreached.map { name($0).uppercased() }
    guard !names.isEmpty else { return nil }
    return "\(names.joined(separator: " and ")): not given by the source, so not shown; ranks there follow our "
      + "extension of its curve."
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
    for probability in PercentilePoint.published where pay.reaches(probability) {
      sheet.append([
        .text("parley-estimate"), role, .text(question.job.baseOccupation), .text(question.location.id),
        .text(question.location.kind.rawValue), question.level.isEmpty ? .empty : .text(question.level),
        question.industry.map { .text($0.code) } ?? .empty, question.size.isEmpty ? .empty : .text(question.size),
        .text(question.payElement.rawValue), .text(Self.name(probability)),
        .number(pay.quantile(probability)), .text(estimate.currency), "annual", .text(question.asOf.description),
        .text(estimate.confidence.rawValue),
        .text(estimate.sources.map(\.dataset.name).joined(separator: " + ") + (tier.map { "; \($0)" } ?? "")),
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
