import Market
import Quantities

/// Priced jobs as rows for programs: every figure with what it is made of.
extension PriceReport {
  /// A row a job; as many groups of source columns as the job with most sources needs.
  var sheet: Sheet {
    let kind = ColumnKind.money(currency: currency)
    let sources = entries.map(\.price.estimate.sources.count).max() ?? 0
    var columns = [
      Column("id", "Id"), Column("role", "Role"), Column("soc", "SOC"), Column("location", "Place"),
      Column("location_name", "Place name"), Column("level", "Level"), Column("industry", "Industry"),
      Column("org_size", "Size"),
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
      Column("pay_given", "Pay as given", .number(decimals: 2)), Column("pay_given_currency", "Its currency"),
      Column("currency", "Currency"), Column("as_of", "As of", .date), Column("confidence", "Confidence"),
      Column("flags", "Flags"), Column("notes", "Notes"), Column("n_incumbents", "People", .integer),
      Column("n_organizations", "Employers", .integer), Column("months_oldest", "Months old", .integer),
      Column("largest_gap", "Furthest source", .percent(decimals: 1)), Column("blend", "Blend"),
      Column("start_p50", "Start", kind), Column("start_currency", "Start in"), Column("steps", "Steps"),
      Column("n_sources", "Sources", .integer),
    ]
    for number in 1...max(1, sources) where sources > 0 {
      columns += [
        Column("source_\(number)", "Source \(number)"), Column("source_\(number)_level", "Level \(number)"),
        Column("source_\(number)_weight", "Weight \(number)", .percent(decimals: 0)),
        Column("source_\(number)_premium", "Premium \(number)", .percent(decimals: 1)),
        Column("source_\(number)_p50", "P50 \(number)", kind),
        Column("source_\(number)_month", "Month \(number)"), Column("source_\(number)_lines", "Lines \(number)"),
        Column("source_\(number)_currency", "Currency \(number)"),
        Column("source_\(number)_rate", "Rate \(number)", .number(decimals: 6)),
        Column("source_\(number)_rate_date", "Rate date \(number)", .date),
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
    let evidence = estimate.evidence
    var cells: [Cell] = [
      .text(entry.id), question.job.role.map { .text($0.id) } ?? .empty, .text(question.job.baseOccupation),
      .text(question.location.id), .text(question.location.name), text(question.level),
      .orEmpty(question.industry?.code), text(question.size),
    ]
    cells += PercentilePoint.published.map { money(estimate.distribution.figure($0), price) }
    let range: [Cell] = [
      .number(price.request.target * 100), money(price.range.minimum, price), money(price.range.midpoint, price),
      money(price.range.maximum, price), .number(price.spread), money(price.pay, price),
      .orEmpty(price.compaRatio), .orEmpty(price.rangePenetration), .orEmpty(price.payExchange?.amount),
      .orEmpty(price.payExchange?.from), .text(estimate.currency),
      .text(question.asOf.description), .text(price.confidence.rawValue), text(flags(price)), text(notes(entry)),
      .orEmpty(evidence.people), .orEmpty(evidence.organizations), .integer(evidence.months.upperBound),
      .orEmpty(evidence.gap), .text(rule.rawValue), start(estimate),
      .text(estimate.startingCurrency), text(steps(of: estimate)),
      .integer(estimate.sources.count),
    ]
    cells += range
    for number in 0..<sources {
      guard number < estimate.sources.count else {
        cells += Array(repeating: .empty, count: Self.sourceColumns)
        continue
      }
      let use = estimate.sources[number]
      let lines = use.lines.map(String.init).joined(separator: " ")
      cells += [
        .text(use.dataset.name), text(use.level), .number(use.weight), .number(use.premium), money(use.median, price),
        .text(use.dataset.effective.monthText), text(lines),
        .text(use.exchange?.from ?? estimate.currency), .orEmpty(use.exchange?.rate.value),
        .orEmpty(use.exchange?.rate.date.description),
      ]
    }
    return cells
  }

  /// How many columns a source has.
  private static let sourceColumns = 10

  /// The starting median in its own currency, which has a column beside it.
  private func start(_ estimate: MarketEstimate) -> Cell {
    estimate.startingCurrency == currency
      ? .number(estimate.startingMedian) : .money(estimate.startingMedian, currency: estimate.startingCurrency)
  }

  /// How the row was read, what was exchanged at which rate, how the midpoint is to be read, then what the market model
  /// says of the answer.
  private func notes(_ entry: Entry) -> String {
    let told: Set<PricingFlag> = [.exchanged, .topCoded, .extended]
    let findings = entry.price.findings.filter { told.contains($0.flag) }.map { $0.detail + "." }
    return (entry.readings + findings + leasts(of: entry.price) + entry.price.estimate.notes).joined(separator: " ")
  }

  /// The percentiles beside the midpoint that are top codes: in a column of figures nothing else shows it.
  private func leasts(of price: JobPrice) -> [String] {
    let pay = price.estimate.distribution
    let names = PercentilePoint.published.filter {
      $0 != price.request.target && pay.figure($0) != nil && pay.isLowerBound(at: $0)
    }.map { MarketShowReport.name($0).uppercased() }
    guard let last = names.last else { return [] }
    return names.count == 1
      ? ["\(last) rests on a top code: it is at least so much."]
      : ["\(names.dropLast().joined(separator: ", ")) and \(last) rest on top codes: they are at least so much."]
  }

  /// `place 1.141; role 0.950; ageing 1.045`: times the start, the composite's median.
  private func steps(of estimate: MarketEstimate) -> String {
    estimate.adjustments.map { "\($0.name) \(NumberText.fixed($0.factor, decimals: 6))" }.joined(separator: "; ")
  }

  private func text(_ text: String) -> Cell { text.isEmpty ? .empty : .text(text) }
}
