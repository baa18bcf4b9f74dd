import Compensation
import Market
import Negotiation
import Quantities

/// A negotiation range on one page: the ask, the curve, the figures, what to say.
public struct NegotiateReport {
  /// The part that comes from a scenario; nil for a range asked for without a file.
  public struct ScenarioPart: Sendable {
    public var offer: Offer
    public var forfeited: [ForfeitedItem]
    public var walkAwayValue: Double
    /// Every offer that had a part in the answer.
    public var compared: [Offer]

    public init(offer: Offer, forfeited: [ForfeitedItem], walkAwayValue: Double, compared: [Offer]) {
      self.offer = offer
      self.compared = compared
      self.forfeited = forfeited
      self.walkAwayValue = walkAwayValue
    }
  }

  let range: NegotiationRange
  let estimate: MarketEstimate
  let scenario: ScenarioPart?
  let seed: UInt64

  public init(_ range: NegotiationRange, estimate: MarketEstimate, scenario: ScenarioPart?, seed: UInt64) {
    self.range = range
    self.estimate = estimate
    self.scenario = scenario
    self.seed = seed
  }

  public var report: Report {
    Report(schema: "parley.negotiate/1", json: json, blocks: blocks, sheet: sheet)
  }

  private var currency: String { estimate.currency }
  private var offer: Double { range.negotiation.offerBase }
  private var walkAway: Double { range.walkAway }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }
  private func odds(_ value: Double) -> String { NumberText.percent(value, decimals: 0) }

  // MARK: The page

  private var blocks: [Block] {
    var blocks: [Block] = [.verdict(verdict), .chart(chart), .space, .keyValues(figures)]
    blocks += [.heading("What to say"), .bullets(arguments.prefix(3).map { "\"\($0.text)\" (\($0.source))" })]
    if let scenario, !scenario.forfeited.isEmpty { blocks += forfeitedBlocks(scenario.forfeited) }
    blocks.append(.space)
    blocks.append(.sentence(caution))
    if let missing = scenario.flatMap({ OmittedParts.sentence($0.compared) }) { blocks.append(.sentence(missing)) }
    blocks += (estimate.questions).map { .sentence($0) }
    return blocks
  }

  private var verdict: String {
    if range.gap != nil {
      let isModel = range.negotiation.walkAway.binding?.kind == .search
      return "\(money(walkAway)), \(isModel ? "what looking on is worth by a model" : "your floor"), is out of reach "
        + "here: odds of \(odds(range.reachWalkAway)). Ask what else could close the gap, or stay \(fallBack)."
    }
    let opening =
      range.advisesOtherItems
      ? "Take the salary and ask for other things: \(highReason)."
      : "Ask for \(money(range.openingAsk))."
    let settle = range.advisesOtherItems ? "" : " Aim for \(money(range.target))."
    return opening + settle + floorSentence
  }

  /// Where one stops. Below an offer that already beats the alternative, the floor is the offer itself.
  private var floorSentence: String {
    if range.negotiation.isAssumed || range.negotiation.walkAway.binding?.kind == .search {
      return " By a model of job search, looking on is worth \(money(walkAway))."
    }
    if walkAway <= 0 { return " The rest of the package alone beats \(alternative)." }
    return walkAway < offer
      ? " The offer already beats \(alternative), worth \(money(walkAway)) here, so you risk little by asking."
      : " Below \(money(walkAway)) you are better off \(fallBack)."
  }

  private var highReason: String {
    if range.negotiation.isPostedPay { return "\(money(offer)) is posted pay, not open to bargaining" }
    return range.room.probability == 0
      ? "\(money(offer)) is above the \(range.room.source.rawValue) already" : "\(money(offer)) is high for this market"
  }

  private var alternative: String {
    switch range.negotiation.walkAway.binding?.kind {
    case .writtenOffer: return "the offer \"\(range.negotiation.walkAway.binding?.name ?? "")\""
    default: return "your current job"
    }
  }

  /// What one does instead, in words.
  private var fallBack: String {
    switch range.negotiation.walkAway.binding?.kind {
    case .currentJob: return "where you are"
    case .writtenOffer: return "with the offer \"\(range.negotiation.walkAway.binding?.name ?? "")\""
    case .search, nil: return "looking on"
    }
  }

  private var chart: CurveChart {
    let assumed = range.negotiation.isAssumed
    var markers: [CurveChart.Marker] = [.market(estimate.median, assumed ? "median, as the offer" : "median")]
    if !assumed { markers.append(.yours(offer, "offer")) }
    if walkAway > 0 { markers.append(.yours(walkAway, "walk away")) }
    let asks = range.gap == nil && !range.advisesOtherItems
    if asks { markers.append(.yours(range.target, "target")) }
    if asks, range.openingAsk > range.target {
      markers.append(.yours(range.openingAsk, "opening ask", emphasis: true))
    }
    let question = estimate.question
    return PayChart(
      title: "\(question.job.title) in \(question.location.shortName): base salary a year, "
        + question.asOf.monthName, distribution: estimate.distribution, currency: currency, markers: markers
    ).chart
  }

  private var figures: [KeyValue] {
    let rank = NumberText.ordinal(Int((range.percentileOfAsk * 100).rounded()))
    if let gap = range.gap {
      return [
        KeyValue("Walk away", money(walkAway), note: walkAwayNote),
        KeyValue(
          "They could pay", money(walkAway - gap),
          note: walkAway - gap == range.room.bound ? "the top of the \(range.room.source.rawValue)" : limitNote),
        KeyValue(
          "Gap", money(gap), note: "a year for sign-on, equity, bonus or a higher level to make up", emphasis: true),
      ]
    }
    if range.advisesOtherItems {
      return [
        KeyValue("Walk away", money(walkAway), note: walkAwayNote),
        KeyValue(
          "On the table", money(offer),
          note: "\(NumberText.ordinal(Int((range.percentileOfOffer * 100).rounded()))) "
            + "percentile; \(limitNote)", emphasis: true),
      ]
    }
    let bolster =
      range.askRange.map { "; or say \(money($0.lowerBound)) to \(money($0.upperBound))" } ?? ""
    return [
      KeyValue("Walk away", money(walkAway), note: walkAwayNote),
      KeyValue("Likely limit", money(range.likelyLimit), note: limitNote),
      KeyValue(
        "Target", money(range.target),
        note: range.target == offer
          ? "the salary on the table"
          : "\(odds(range.reachTarget)) odds that they can; \(money(range.expectedSettlement)) is the mean outcome"),
      KeyValue(
        "Opening ask", money(range.openingAsk),
        note: "\(rank) percentile\(bolster); asking is worth "
          + "\(money(range.valueOfAsking)) a year on average", emphasis: true),
    ] + sensitivity
  }

  private var limitNote: String {
    "mean of what they could pay if there is room (odds of any: \(odds(range.room.probability)); from the "
      + "\(range.room.source.rawValue), \(range.room.isHard ? "hard" : "soft") bound \(money(range.room.bound)))"
  }

  /// What another mean room would change.
  private var sensitivity: [KeyValue] {
    guard !range.advisesOtherItems else { return [] }
    return [
      KeyValue(
        "If room differs",
        range.sensitivity.map { NumberText.share($0.meanRoom) }.joined(separator: " or "),
        note: "mean room: ask "
          + range.sensitivity.map { money($0.openingAsk) }.joined(separator: " or "))
    ]
  }

  private var walkAwayNote: String {
    guard let binding = range.negotiation.walkAway.binding else { return "" }
    var note: String
    switch binding.kind {
    case .currentJob:
      note = binding.name.isEmpty ? "your current pay" : "the base at which this offer equals your current job"
      if binding.switchingCost > 0 { note += ", with \(money(binding.switchingCost)) lost by leaving" }
    case .writtenOffer: note = "the base at which this offer equals \"\(binding.name)\""
    case .search:
      note = "what a search is worth by a model"
      if let ends = binding.range { note += " (\(money(ends.lowerBound)) to \(money(ends.upperBound)))" }
      note += scenario == nil ? "; say --current to use your pay" : "; add your current job to use its pay"
    }
    if walkAway > offer { note += "; above the offer: \(odds(range.reachWalkAway)) odds that they can reach it" }
    return note
  }

  private func forfeitedBlocks(_ items: [ForfeitedItem]) -> [Block] {
    let total = items.reduce(0) { $0 + $1.paper.amount }
    let dates = items.prefix(4).map { "\(money($0.paper.amount)) on \($0.date)" }.joined(separator: ", ")
    let rest = items.count > 4 ? ", and \(items.count - 4) more" : ""
    let signOn = scenario?.offer.signOn.map { " The offer's sign-on of \(money($0.amount.amount)) counts towards it." }
    return [
      .space,
      .sentence(
        "By leaving you forfeit \(money(total)), to be made whole by a sign-on: \(dates)\(rest).\(signOn ?? "")"),
    ]
  }

  private var caution: String {
    let basis = scenario == nil ? "" : " Packages are compared by expected value; certain value is not there yet."
    return "Before tax; expected value stands in for certain value.\(basis) Market confidence: "
      + "\(estimate.confidence.rawValue). As of \(estimate.question.asOf). The odds are our judgement: "
      + "set your own under assumptions.parameters."
  }

  private var arguments: [TalkingPointText] {
    let lost = scenario?.forfeited.map { (amount: $0.paper.amount, date: $0.date) } ?? []
    return TalkingPoint.all(for: range, estimate: estimate, forfeited: lost)
      .map { TalkingPointText($0, estimate: estimate, currency: currency) }
  }

  // MARK: For programs

  private var sheet: Sheet {
    var sheet = Sheet(columns: [
      Column("figure", "Figure"), Column("amount", "Amount", .money(currency: currency)),
      Column("currency", "Currency"), Column("probability", "Odds", .percent(decimals: 0)),
      Column("market_rank", "Rank", .percent(decimals: 0)),
    ])
    let market = estimate.distribution
    func row(_ name: String, _ amount: Double, _ probability: Double?) {
      sheet.append([
        .text(name), .number(amount), .text(currency), .orEmpty(probability), .number(market.rank(of: amount).middle),
      ])
    }
    if !range.negotiation.isAssumed { row("offer", offer, nil) }
    row("walk_away", walkAway, range.reachWalkAway)
    row("likely_limit", range.likelyLimit, nil)
    if let gap = range.gap {
      sheet.append(["gap", .number(gap), .text(currency), .empty, .empty])
    } else {
      row("target", range.target, range.reachTarget)
      row("opening_ask", range.openingAsk, range.reachAsk)
    }
    row("expected_settlement", range.expectedSettlement, nil)
    for probability in PercentilePoint.published {
      row("market_" + MarketShowReport.name(probability), market.quantile(probability), nil)
    }
    return sheet
  }

  /// The range where a base salary is worth asking for; nil where the floor is out of reach.
  private var asked: NegotiationRange? { range.gap == nil ? range : nil }

  private var json: JSONValue {
    let question = estimate.question
    var market = ["percentile_of_offer": JSONValue.ratio(range.percentileOfOffer)]
    market["percentile_of_ask"] = .ratio(range.percentileOfAsk)
    if case .object(let percentiles) = MarketShowReport.percentiles(estimate.distribution) {
      market.merge(percentiles) { $1 }
    }
    return [
      "offer": scenario.map { .string($0.offer.id) } ?? .null,
      "offer_base": range.negotiation.isAssumed ? .null : .amount(offer), "assumed_base": .amount(offer),
      "role": .string(question.job.id), "location": .string(question.location.id), "unit": "base",
      "as_of": .string(question.asOf.description), "seed": .orNull(DecimalText(String(seed))) { .number($0) },
      "currency": .string(currency), "tax": "before tax", "value_basis": "expected",
      "walk_away": walkAwayJSON,
      "room": [
        "source": .string(range.room.source.rawValue), "p_any": .ratio(range.room.probability),
        "mean": .ratio(range.room.mean), "bound": .amount(range.room.bound), "hard": .bool(range.room.isHard),
        "position": .string(range.room.position),
      ],
      "ceiling": .amount(range.likelyLimit), "target": .orNull(asked) { .amount($0.target) },
      "anchor": [
        "amount": .orNull(asked) { .amount($0.openingAsk) },
        "range": .orNull(range.askRange) { ["low": .amount($0.lowerBound), "high": .amount($0.upperBound)] },
      ],
      "expected_settlement": .amount(range.expectedSettlement),
      "zone": .orNull(range.zone) { ["low": .amount($0.lowerBound), "high": .amount($0.upperBound)] },
      "gap": .orNull(range.gap) { .amount($0) },
      "p_reach": [
        "walk_away": .ratio(range.reachWalkAway), "target": .orNull(asked) { .ratio($0.reachTarget) },
        "ask": .orNull(asked) { .ratio($0.reachAsk) },
      ],
      "market": .object(market), "market_confidence": .string(estimate.confidence.rawValue),
      "acceptance": .array(
        range.acceptance.map {
          [
            "ask": .amount($0.ask), "full": .ratio($0.full), "some": .ratio($0.some), "none": .ratio($0.none),
            "withdrawn": .ratio($0.withdrawn),
          ]
        }),
      "value_of_asking": .amount(range.valueOfAsking),
      "sensitivity": .array(
        range.sensitivity.map {
          [
            "theta": .ratio($0.meanRoom), "target": asked == nil ? .null : .amount($0.target),
            "anchor": asked == nil ? .null : .amount($0.openingAsk),
          ]
        }),
      "packages": [], "forfeited": .array((scenario?.forfeited ?? []).map(Self.forfeited)),
      "arguments": .array(arguments.map(\.json)), "plan": .array(plan),
      "sources": .array(estimate.sources.map(MarketShowReport.source)),
    ]
  }

  private var walkAwayJSON: JSONValue {
    let alternatives = range.negotiation.walkAway.alternatives
    return [
      "amount": .amount(walkAway),
      "value": .amount(scenario?.walkAwayValue ?? alternatives.first?.value ?? walkAway),
      "binding": .orNull(alternatives.first) { .string($0.kind.rawValue) },
      "alternatives": .array(
        alternatives.map { alternative in
          [
            "kind": .string(alternative.kind.rawValue),
            "offer": alternative.name.isEmpty ? .null : .string(alternative.name),
            "amount": .amount(alternative.base), "value": .amount(alternative.value),
            "switching_cost": .amount(alternative.switchingCost),
            "range": .orNull(alternative.range) { ["low": .amount($0.lowerBound), "high": .amount($0.upperBound)] },
          ]
        }),
    ]
  }

  private static func forfeited(_ item: ForfeitedItem) -> JSONValue {
    [
      "item": .string(item.item), "amount": .amount(item.paper.amount), "expected": .amount(item.amount.amount),
      "date": .string(item.date.description),
    ]
  }

  /// What to ask for, in order, and what to do when it is refused.
  private var plan: [JSONValue] {
    func step(_ number: Int, _ ask: String, _ refused: String) -> JSONValue {
      ["step": .integer(number), "ask": .string(ask), "if_refused": .string(refused)]
    }
    if let gap = range.gap {
      return [
        step(1, "a higher level or title, whose pay range begins higher", "ask what the next level takes"),
        step(2, "sign-on, equity and bonus worth \(money(gap)) a year together", "stay \(fallBack)"),
      ]
    }
    let lost = scenario?.forfeited.reduce(0) { $0 + $1.paper.amount } ?? 0
    let signOn = lost > 0 ? lost : max(range.openingAsk - offer, 0)
    var steps: [JSONValue] = []
    if !range.advisesOtherItems {
      steps.append(
        step(
          1, "base salary of \(money(range.openingAsk))", "settle for \(money(range.target)) or ask what is possible"))
    }
    let why = lost > 0 ? "for what leaving forfeits" : "in place of the salary that is not there"
    if signOn > 0 {
      steps.append(
        step(steps.count + 1, "a sign-on bonus of \(money(signOn)), \(why)", "ask for it in two payments"))
    }
    steps.append(
      step(steps.count + 1, "level or title, equity, start date, remote days", "ask for a pay review in six months"))
    return steps
  }
}
