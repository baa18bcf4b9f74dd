import Market
import Quantities

/// The sources of an answer: what each says, how much it counts, and how it comes to that.
struct MarketSourcesText {
  let estimate: MarketEstimate

  private var isBlend: Bool { estimate.sources.count > 1 }

  /// The blend's percentiles above those of its sources, so that one sees how well they agree.
  var sheet: Sheet {
    // A code behind each of five figures would make the page wider than a screen: it stands above them instead.
    let isCoded = money(0).hasSuffix(estimate.currency)
    let kind: ColumnKind = isCoded ? .number(decimals: 0) : .money(currency: estimate.currency)
    let heading = isCoded ? "Source, in \(estimate.currency)" : "Source"
    var columns = [Column("dataset", heading, isWhole: true), Column("weight", "Weight", .percent(decimals: 0))]
    for probability in PercentilePoint.published {
      let name = MarketShowReport.name(probability)
      columns.append(Column(name, name.uppercased(), kind))
    }
    var sheet = Sheet(columns: columns)
    for use in estimate.sources {
      let level = estimate.question.levels[use.dataset.name] == nil ? "" : ", \(use.level)"
      sheet.append([.text(use.dataset.name + level), .number(use.weight)] + figures(use.distribution))
    }
    sheet.append(["blend", .number(1)] + figures(estimate.distribution), style: .total)
    return sheet
  }

  /// A line a source: the published median and every factor on it.
  var lines: Block {
    let blend = [KeyValue("blend", money(estimate.median), note: rule)]
    return .keyValues(
      estimate.sourcesWithSteps.map { use in
        let factors = use.steps.map { "x \($0.name) \(NumberText.factor($0.factor))" + Self.rate($0, of: use) }
        return KeyValue(
          use.dataset.name, money(use.median), note: "= " + ([start(of: use)] + factors).joined(separator: " "))
      } + (isBlend ? blend : []))
  }

  /// Each step in words, with a heading a source where there are several.
  var steps: [Block] {
    guard isBlend else { return [.heading("How the median comes about")] + estimate.sourcesWithSteps.map(words) }
    let step = estimate.adjustments.last { $0.name == "blend" }
    return estimate.sourcesWithSteps.flatMap { use in
      let title = use.dataset.title == use.dataset.name ? "" : ": \(use.dataset.title)"
      return [Block.heading("Median of \(use.dataset.name)\(title)"), words(use)]
    } + [
      .heading("Median of all"),
      .keyValues([KeyValue("blend", money(estimate.median), note: (step?.detail ?? "") + "; " + rule)]),
    ]
  }

  private func words(_ use: SourceUse) -> Block {
    .keyValues(
      [KeyValue("start", start(of: use), note: use.start?.cell ?? "")]
        + use.steps.map { KeyValue($0.name, "x " + NumberText.factor($0.factor), note: $0.detail) }
        + [KeyValue("median", money(use.median))])
  }

  /// How the sources are made one.
  private var rule: String {
    (estimate.question.blending.rule == .log ? "mean of logarithms" : "mean of each percentile")
      + (estimate.question.blending.weights.isEmpty ? ", weighted by how certain each is" : ", by your weights")
  }

  /// A rate stands beside its factor with its day.
  private static func rate(_ step: Adjustment, of use: SourceUse) -> String {
    guard step.name == "exchange", let exchange = use.exchange else { return "" }
    return " (\(exchange.rateText), \(exchange.rate.date))"
  }

  private func start(of use: SourceUse) -> String {
    use.start.map { NumberText.money($0.median, currency: $0.currency) } ?? money(use.median)
  }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: estimate.currency) }

  private func figures(_ pay: PayDistribution) -> [Cell] {
    PercentilePoint.published.map { .orEmpty(pay.figure($0)) }
  }
}
