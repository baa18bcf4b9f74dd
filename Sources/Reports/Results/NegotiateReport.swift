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
  /// The percentile to aim for by the person's experience and education; nil when the scenario states neither.
  public var worth: Worth?
  /// After tax; nil where it is not asked for or the taxes are not known.
  public var taxed: TaxedRange?

  public init(_ range: NegotiationRange, estimate: MarketEstimate, scenario: ScenarioPart?, seed: UInt64) {
    self.range = range
    self.estimate = estimate
    self.scenario = scenario
    self.seed = seed
  }

  public var report: Report {
    Report(schema: "parley.negotiate/1", json: json, blocks: blocks, sheet: sheet)
  }

  /// Base salaries of the answer, by the names they are printed under: those that one may end at.
  public var salaries: [(name: String, base: Double)] {
    var salaries: [(name: String, base: Double)] = [("walk_away", walkAway)]
    if !range.negotiation.isAssumed { salaries.append(("offer", offer)) }
    if range.gap == nil, !range.advisesOtherItems {
      salaries += [("target", range.target), ("opening_ask", range.openingAsk)]
    }
    return salaries.filter { $0.base > 0 }
  }

  func worthText(_ worth: Worth) -> WorthText { WorthText(worth: worth, currency: currency) }

  var currency: String { estimate.currency }
  var offer: Double { range.negotiation.offerBase }
  var walkAway: Double { range.walkAway }

  func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }
  func odds(_ value: Double) -> String { NumberText.percent(value, decimals: 0) }

  var blocks: [Block] {
    var blocks = [.verdict(verdict)] + chart.blocks
    blocks.append(.keyValues(figures + (worth.map { [worthText($0).line] } ?? [])))
    blocks += [.heading("What to say"), .bullets(arguments.prefix(3).map { "\"\($0.text)\" (\($0.source))" })]
    if let scenario, !scenario.forfeited.isEmpty { blocks += forfeitedBlocks(scenario.forfeited) }
    if let taxed { blocks += taxed.blocks(currency: currency, alternative: alternative) }
    blocks.append(.space)
    blocks.append(.sentence(caution))
    if let assumed = scenario.flatMap({ AssumedParts.sentence($0.compared) }) { blocks.append(.sentence(assumed)) }
    if let missing = scenario.flatMap({ OmittedParts.sentence($0.compared) }) { blocks.append(.sentence(missing)) }
    blocks += (estimate.notes + estimate.questions).map { .sentence($0) }
    return blocks
  }

  var verdict: String {
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
  var floorSentence: String {
    if range.negotiation.isAssumed || range.negotiation.walkAway.binding?.kind == .search {
      return " By a model of job search, looking on is worth \(money(walkAway))."
    }
    if walkAway <= 0 { return " The rest of the package alone beats \(alternative)." }
    return walkAway < offer
      ? " The offer already beats \(alternative), worth \(money(walkAway)) here, so you risk little by asking."
      : " Below \(money(walkAway)) you are better off \(fallBack)."
  }

  var highReason: String {
    if range.negotiation.isPostedPay { return "\(money(offer)) is posted pay, not open to bargaining" }
    return range.room.probability == 0
      ? "\(money(offer)) is above the \(range.room.source.rawValue) already" : "\(money(offer)) is high for this market"
  }

  var alternative: String {
    switch range.negotiation.walkAway.binding?.kind {
    case .writtenOffer: return "the offer \"\(range.negotiation.walkAway.binding?.name ?? "")\""
    default: return "your current job"
    }
  }

  /// What one does instead, in words.
  var fallBack: String {
    switch range.negotiation.walkAway.binding?.kind {
    case .currentJob: return "where you are"
    case .writtenOffer: return "with the offer \"\(range.negotiation.walkAway.binding?.name ?? "")\""
    case .search, nil: return "looking on"
    }
  }

  var chart: PayChart {
    let assumed = range.negotiation.isAssumed
    let median = MarketEvidenceText.medianLabel(estimate)
    var markers: [CurveChart.Marker] = [.market(estimate.median, assumed ? "\(median), as the offer" : median)]
    if !assumed { markers.append(.yours(offer, "offer")) }
    if walkAway > 0 { markers.append(.yours(walkAway, "walk away")) }
    let asks = range.gap == nil && !range.advisesOtherItems
    if asks { markers.append(.yours(range.target, "target")) }
    if asks, range.openingAsk > range.target {
      markers.append(.yours(range.openingAsk, "opening ask", emphasis: true))
    }
    if let worth { markers.append(worthText(worth).marker) }
    let question = estimate.question
    return PayChart(
      title: "\(question.job.title) in \(question.location.shortName): base salary a year, "
        + question.asOf.monthName, distribution: estimate.distribution, currency: currency, markers: markers)
  }

  var figures: [KeyValue] {
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

  var limitNote: String {
    "mean of what they could pay if there is room (odds of any: \(odds(range.room.probability)); from the "
      + "\(range.room.source.rawValue), \(range.room.isHard ? "hard" : "soft") bound \(money(range.room.bound)))"
  }

  /// What another mean room would change.
  var sensitivity: [KeyValue] {
    guard !range.advisesOtherItems else { return [] }
    return [
      KeyValue(
        "If room differs",
        range.sensitivity.map { NumberText.share($0.meanRoom) }.joined(separator: " or "),
        note: "mean room: ask "
          + range.sensitivity.map { money($0.openingAsk) }.joined(separator: " or "))
    ]
  }

  var walkAwayNote: String {
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

  func forfeitedBlocks(_ items: [ForfeitedItem]) -> [Block] {
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

  var caution: String {
    "Salaries are before tax; expected value stands in for certain value. Market confidence: "
      + "\(MarketEvidenceText.sentence(estimate)). As of \(estimate.question.asOf). The odds are our judgement: "
      + "set your own under assumptions.parameters."
  }

  var arguments: [TalkingPointText] {
    let lost = scenario?.forfeited.map { (amount: $0.paper.amount, date: $0.date) } ?? []
    return TalkingPoint.all(for: range, estimate: estimate, forfeited: lost)
      .map { TalkingPointText($0, estimate: estimate, currency: currency) }
  }
}
