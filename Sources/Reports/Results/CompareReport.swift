import Compensation
import Quantities
import Scenarios

/// Offers side by side on one page: the verdict, what is firm and what is hoped for by year, what it hangs on.
public struct CompareReport {
  let title: String
  let comparison: Comparison
  let sensitivity: Sensitivity
  let outcomes: [ScenarioOutcome]
  let terms: ValuationTerms
  let notes: [String]
  /// How the file was read, where that is not obvious.
  let readings: [String]
  let courses: Courses
  let takeHome: TakeHomeResult

  public init(
    title: String, comparison: Comparison, sensitivity: Sensitivity, outcomes: [ScenarioOutcome],
    terms: ValuationTerms, notes: [String], readings: [String], courses: Courses, takeHome: TakeHomeResult = .pretax
  ) {
    self.takeHome = takeHome
    self.title = title
    self.comparison = comparison
    self.sensitivity = sensitivity
    self.outcomes = outcomes
    self.terms = terms
    self.notes = notes
    self.readings = readings
    self.courses = courses
  }

  public var report: Report {
    Report(schema: "parley.compare/1", json: json, blocks: blocks, sheet: sheet)
  }

  private var currency: String { terms.currency.code }
  /// The user's own, and what the totals leave unsaid of days.
  private var allNotes: [String] { notes + comparison.valuations.flatMap { $0.offer.notesOnDays(under: terms) } }
  private var ranking: [Valuation] { comparison.ranking }
  private var measure: MeasureText { MeasureText(comparison: comparison) }
  private func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }
  private func signed(_ value: Double) -> String { NumberText.money(value, currency: currency, signed: true) }

  // MARK: The page

  private var blocks: [Block] {
    var blocks: [Block] = [.verdict(VerdictText.sentence(comparison, months: terms.months, currency: currency))]
    blocks += [.space, .sheet(certaintyByYear, title: "Expected value by offer year: what is firm and what is not")]
    if courses.runs > 0 { blocks += [.space, .sheet(outlook, title: "The whole, and how sure it is")] }
    for valuation in ranking {
      guard let held = RiskText.held(valuation, currency: currency) else { continue }
      blocks.append(.sentence("\(valuation.offer.id): \(held)"))
    }
    blocks += TakeHomeText(result: takeHome, terms: terms).blocks(comparing: comparison)
    if !hangsOn.isEmpty {
      let value = courses.runs > 0 || !measure.basis.isEmpty ? "expected value" : ""
      let terms = [value, measure.basis].filter { !$0.isEmpty }.joined(separator: ", ")
      blocks += [.heading("What it hangs on" + (terms.isEmpty ? "" : ", in \(terms)")), .bullets(hangsOn)]
    }
    if !outcomes.isEmpty { blocks += [.space, .sheet(whatIfs, title: whatIfTitle)] }
    if !questions.isEmpty { blocks += [.heading("Not stated, so ask"), .bullets(questions)] }
    blocks.append(.space)
    if let assumed = AssumedParts.sentence(comparison.valuations.map(\.offer), under: terms) {
      blocks.append(.sentence(assumed))
    }
    if let later = LaterText.sentence(ranking, currency: currency) { blocks.append(.sentence(later)) }
    if let missing = OmittedParts.sentence(comparison.valuations.map(\.offer)) { blocks.append(.sentence(missing)) }
    blocks.append(
      .sentence(
        "\(takeHome.taxed.isEmpty ? "Before tax and cost of living" : "Where not said, before tax"), in \(currency), discounted at \(NumberText.share(terms.discountRate)) a year "
          + "from \(terms.dayZero). \(RiskText.ranking(courses, isHeld: isHeld, measure)) \(RiskText.basis(terms, courses))"
      ))
    if let rates = ExchangeText.sentence(terms) { blocks.append(.sentence(rates)) }
    return blocks + allNotes.map { .sentence($0) }
  }

  /// Rows of one offer: guaranteed, likely, hoped for where there is any, and their sum.
  private var certaintyByYear: Sheet {
    let years = Array(1...terms.years)
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(
      columns: [Column("offer", "Offer"), Column("kind", "Kind")]
        + years.map { Column("year\($0)", "Year \($0)", kind) } + [Column("total", "Total", kind)])
    for valuation in ranking {
      let parts = Certainty.allCases.map { certainty in
        (certainty, years.map { valuation.expected(certainty, year: $0).amount })
      }.filter { part in part.1.contains { $0 != 0 } }
      // The whole rounds first, then the years, then their parts, so that all that is printed adds up.
      let sums = WholeParts.rounded(years.map { valuation.total(\.expected, year: $0).amount })
      let columns = years.indices.map { year in WholeParts.rounded(parts.map { $0.1[year] }, to: sums[year]) }
      for (row, part) in parts.enumerated() {
        let values = columns.map { $0[row] }
        sheet.append(
          [
            .text(row == 0 ? valuation.offer.id : ""), .text(part.0.rawValue.replacing("_", with: " ")),
          ] + values.map { .number($0) } + [.number(values.reduce(0, +))])
      }
      sheet.append(
        ["", "expected"] + sums.map { .number($0) } + [.number(sums.reduce(0, +))], style: .strong)
    }
    return sheet
  }

  /// Whether some certain value is held at what its offer costs the company.
  private var isHeld: Bool { ranking.contains { ($0.heldBack?.minorUnits ?? 0) > 0 } }

  /// Certain value and percentiles of every offer, and how often it is worth more than the next.
  private var outlook: Sheet {
    let kind = ColumnKind.money(currency: currency)
    // Expected values stand in the table above, and make room for what the ranking goes by.
    let expected = isHeld ? [] : [Column("expected", "Expected", kind)]
    let unheld = isHeld ? [Column("certain_unheld", "Not held", kind)] : []
    var sheet = Sheet(
      columns: [Column("offer", "Offer")] + expected + [Column("certain", "Certain", kind)] + unheld + [
        Column("p10", "P10", kind), Column("p50", "P50", kind), Column("p90", "P90", kind),
      ] + (ranking.count > 1 ? [Column("odds", "Beats next", .percent(decimals: 0))] : []))
    for (place, valuation) in ranking.enumerated() {
      let next = place + 1 < ranking.count ? ranking[place + 1].offer.id : ""
      let pair = comparison.pairs.first { $0.a == valuation.offer.id && $0.b == next }
      let percentiles = valuation.simulated?.percentiles
      sheet.append(
        [.text(valuation.offer.id)] + (isHeld ? [] : [.number(valuation.total(\.expected).amount)])
          + [.orEmpty(valuation.certain?.amount)] + (isHeld ? [.orEmpty(valuation.certainUnheld?.amount)] : []) + [
            .orEmpty(percentiles?.p10.amount), .orEmpty(percentiles?.p50.amount), .orEmpty(percentiles?.p90.amount),
          ] + (ranking.count > 1 ? [.orEmpty(pair?.simulated?.probability)] : []))
    }
    return sheet
  }

  /// The strongest inputs and what would change the verdict, in words.
  private var hangsOn: [String] {
    let strongest = sensitivity.drivers.prefix(3).map { driver in
      "\(DriverText.label(driver.input)) \(DriverText.value(driver.low, driver.unit, currency)): "
        + "\(signed(driver.effectLow)); \(DriverText.value(driver.high, driver.unit, currency)): "
        + signed(driver.effectHigh)
    }
    guard ranking.count > 1 else { return strongest }
    let flips = sensitivity.flips.prefix(3).map { flip in
      "\(DriverText.label(flip.input)) \(DriverText.value(flip.to, flip.unit, currency)) instead of "
        + "\(DriverText.value(flip.from, flip.unit, currency)): \(ranking[0].offer.id) and \(ranking[1].offer.id) are worth "
        + (flip.unit == .months ? "the reverse" : "the same")
    }
    return strongest + flips
  }

  private var whatIfTitle: String {
    guard courses.runs > 0 else { return measure.basis.isEmpty ? "If" : "If: " + measure.value(of: "expected value") }
    let all = outcomes.flatMap(\.comparison.valuations)
    let isHeld = all.contains { ($0.heldBack?.minorUnits ?? 0) > 0 }
    return "If: " + measure.value(of: "certain value" + (isHeld ? " before it is held at fair value" : ""))
  }

  private var whatIfs: Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(
      columns: [Column("scenario", "Scenario"), Column("best", "Best")]
        + ranking.map { Column($0.offer.id, $0.offer.id, kind) })
    for outcome in outcomes {
      let values = ranking.map { valuation in
        outcome.comparison.valuations.first { $0.offer.id == valuation.offer.id }
          .map { outcome.comparison.worth(of: $0).amount }
      }
      // Where a change takes an offer to a place without taxes here, all are ranked before tax.
      let name = outcome.comparison.measure == comparison.measure ? "" : " (\(outcome.comparison.measure.rawValue))"
      sheet.append(
        [.text(outcome.name + name), .text(VerdictText.best(outcome.comparison))] + values.map { .orEmpty($0) })
    }
    return sheet
  }

  private var questions: [String] {
    ranking.filter { !$0.questions.isEmpty }.map { "\($0.offer.id): \($0.questions.joined(separator: "; "))" }
  }

  // MARK: For programs

  /// Parts of every offer over the window, then their total; years are in JSON and in `value -O csv`.
  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [
      Column("offer", "Offer"), Column("component", "Part"), Column("kind", "Kind"),
      Column("headline", "Headline", kind), Column("fair", "Fair", kind), Column("expected", "Expected", kind),
      Column("expected_average_leaver", "Average leaver", kind), Column("certain", "Certain", kind),
      Column("currency", "Currency"), Column("after_tax", "After tax", kind),
      Column("local_purchasing_power", "Buys, as at home", kind), Column("worth", "Ranked by", kind),
    ])
    let values: [KeyPath<YearValue, Money>] = [\.headline, \.fair, \.expected, \.expectedAverageLeaver]
    for valuation in comparison.valuations {
      for element in valuation.elements {
        sheet.append(
          [.text(valuation.offer.id), .text(element.component), .text(element.certainty.rawValue)]
            + values.map { .number(element.total($0, terms.currency).amount) }
            + [.orEmpty(element.certain(terms.currency)?.amount), .text(currency), .empty, .empty, .empty])
      }
      let taxed = takeHome.taxed[valuation.offer.id]
      sheet.append(
        [.text(valuation.offer.id), "total", .empty] + values.map { .number(valuation.total($0).amount) }
          + [
            .orEmpty(valuation.certain?.amount), .text(currency), .orEmpty(taxed?.afterTax.amount),
            .orEmpty(taxed?.purchasingPower?.amount), .number(comparison.worth(of: valuation).amount),
          ], style: .total)
    }
    return sheet
  }

  private var json: JSONValue {
    [
      "title": .string(title), "as_of": .string(terms.asOf.description), "day_zero": .string(terms.dayZero.description),
      "seed": .orNull(DecimalText(String(courses.seed))) { .number($0) }, "runs": .integer(courses.runs),
      "risk_aversion": RiskText.aversion(terms), "wealth": RiskText.wealth(terms), "currency": .string(currency),
      "horizon_months": .integer(terms.months), "horizon_years": .ratio(Double(terms.months) / 12),
      "discount_rate": .ratio(terms.discountRate), "verdict": VerdictText.json(comparison, currency: currency),
      "offers": .array(
        comparison.valuations.map {
          ValuationJSON(
            valuation: $0, terms: terms, taxed: takeHome.taxed[$0.offer.id], worth: comparison.worth(of: $0)
          ).object
        }),
      "pairs": .array(
        comparison.pairs.map { pair in
          [
            "a": .string(pair.a), "b": .string(pair.b), "expected": .amount(pair.expected.amount),
            "worth": .amount(pair.difference.amount),
            "probability_a_beats_b": .orNull(pair.simulated) { .ratio($0.probability) },
            "difference": pair.simulated.map { .object(ValuationJSON.percentiles($0.percentiles)) }
              ?? ["p10": nil, "p50": nil, "p90": nil],
          ]
        }),
      "drivers": .array(
        sensitivity.drivers.map { driver in
          [
            "input": .string(driver.input), "low": DriverText.json(driver.low, driver.unit),
            "high": DriverText.json(driver.high, driver.unit), "effect_low": .amount(driver.effectLow),
            "effect_high": .amount(driver.effectHigh),
          ]
        }),
      "flips": .array(
        sensitivity.flips.map { flip in
          [
            "input": .string(flip.input), "offer": flip.offer.isEmpty ? .null : .string(flip.offer),
            "from": DriverText.json(flip.from, flip.unit), "to": DriverText.json(flip.to, flip.unit),
          ]
        }),
      "exchange_rates": ExchangeText.json(terms), "scenarios": .array(outcomes.map(outcome)),
      "notes": .array(allNotes.map { .string($0) }),
      "readings": .array(readings.map { .string($0) }),
    ]
  }

  private func outcome(_ outcome: ScenarioOutcome) -> JSONValue {
    [
      "name": .string(outcome.name), "why": .string(outcome.why),
      "winner": .orNull(outcome.comparison.verdict.winner) { .string($0) },
      "too_close": .bool(outcome.comparison.verdict.isTooClose),
      "offers": .array(
        outcome.comparison.valuations.map { valuation in
          let now = comparison.valuations.first { $0.offer.id == valuation.offer.id }
          let after = valuation.total(\.expected)
          return [
            "id": .string(valuation.offer.id), "expected": .amount(after.amount),
            "certain": .orNull(valuation.certain) { .amount($0.amount) },
            "worth": .amount(outcome.comparison.worth(of: valuation).amount),
            "change": .orNull(now) { .amount((after - $0.total(\.expected)).amount) },
          ]
        }),
    ]
  }
}
