import Compensation
import Market
import Negotiation
import Quantities

/// A negotiation range for programs.
extension NegotiateReport {
  var sheet: Sheet {
    var sheet = Sheet(columns: [
      Column("figure", "Figure"), Column("amount", "Amount", .money(currency: currency)),
      Column("currency", "Currency"), Column("probability", "Odds", .percent(decimals: 0)),
      Column("market_rank", "Rank", .percent(decimals: 0)),
      Column("after_tax", "After tax", .money(currency: currency)),
      Column("local_purchasing_power", "Buys, as at home", .money(currency: currency)),
    ])
    let market = estimate.distribution
    func row(_ name: String, _ amount: Double, _ probability: Double?) {
      sheet.append([
        .text(name), .number(amount), .text(currency), .orEmpty(probability), .number(market.rank(of: amount).middle),
        .orEmpty(taxed?.value(name)?.afterTax), .orEmpty(taxed?.value(name)?.purchasingPower),
      ])
    }
    if !range.negotiation.isAssumed { row("offer", offer, nil) }
    row("walk_away", walkAway, range.reachWalkAway)
    row("likely_limit", range.likelyLimit, nil)
    if let gap = range.gap {
      sheet.append(["gap", .number(gap), .text(currency), .empty, .empty, .empty, .empty])
    } else {
      row("target", range.target, range.reachTarget)
      row("opening_ask", range.openingAsk, range.reachAsk)
    }
    row("expected_settlement", range.expectedSettlement, nil)
    for probability in PercentilePoint.published {
      guard let pay = market.figure(probability) else { continue }
      row("market_" + MarketShowReport.name(probability), pay, nil)
    }
    return sheet
  }

  /// The range where a base salary is worth asking for; nil where the floor is out of reach.
  private var asked: NegotiationRange? { range.gap == nil ? range : nil }

  var json: JSONValue {
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
      "take_home": .orNull(taxed) { $0.json }, "worth": .orNull(worth) { worthText($0).json },
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
      "market_notes": .array(estimate.notes.map { .string($0) }),
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
