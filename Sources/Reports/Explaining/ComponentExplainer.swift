import Compensation
import Quantities

/// One part of an offer: its payments, the fields it was read from, the defaults that went in.
struct ComponentExplainer {
  let scenario: ExplainedScenario
  let valuation: Valuation
  let element: ElementValue

  private var terms: ValuationTerms { scenario.terms }
  private static var values: [String: (heading: String, path: KeyPath<PayFlow, Double>)] {
    [
      "headline": ("Headline", \.headline), "fair": ("Fair", \.fair), "expected": ("Expected", \.expected),
      "expected_average_leaver": ("Average leaver", \.averageLeaver),
    ]
  }

  func explanation(of figure: Figure, value: String, year: Int?) -> Explanation {
    let family = element.family
    var explanation = Explanation(
      figure, unit: scenario.currency,
      meaning:
        "\(ComponentFormula.title(family))\(year.map { ", year \($0)" } ?? ""): \(ValueMeaning.text(value)).",
      formula: ComponentFormula.text(family, value) + ". Here: \(element.detail).")
    explanation.rule = .sum
    let id = valuation.offer.id
    if value == "certain_held_back" {
      return SimulationExplainer(scenario: scenario).heldBack(figure, valuation, element: element)
    }
    if value == "certain" {
      return SimulationExplainer(scenario: scenario).part(figure, explanation, of: element, in: id, year: year)
    }
    explanation.facts = element.facts.map { fact in
      Explanation.Part(
        "\(id).\(element.component).facts.\(fact.name)", FactText.json(fact),
        note: FactText.unit(fact.unit, scenario.currency))
    }
    if year == nil {
      explanation.parts = element.years.map { scenario.part("\(id).\(element.component).year\($0.year).\(value)") }
    }
    if let column = Self.values[value] {
      explanation.payments = payments(value: value, heading: column.heading, path: column.path, year: year)
    }
    explanation.fields = scenario.fields(own + (value == "headline" ? [] : ["assumptions.discount_rate"]))
    explanation.fields += value == "headline" || value == "fair" ? [] : scenario.fields(["\(id).employer_kind"])
    var seen: Set<SourceField> = []
    explanation.fields = explanation.fields.filter { seen.insert($0).inserted }
    explanation.defaults =
      value == "headline" && family != "match"
      ? [] : element.defaults.filter { !EquityFormula.aside.contains($0.name) }
    if value != "expected_average_leaver" {
      let isSure = element.chances.isEmpty
      explanation.defaults.removeAll { $0.name == "hazard.quit" || (isSure && $0.name.hasPrefix("hazard.")) }
    }
    if scenario.fields(["assumptions.discount_rate"]).isEmpty, value != "headline" {
      explanation.defaults += scenario.termDefaults.filter { $0.name == "discount.annual-rate" }
    }
    return explanation
  }

  /// Fields of the offer that the part is read from. The excise test counts equity beside money, and money beside equity.
  private var own: [String] {
    var fields = ComponentFormula.fields(element.component)
    func counts(_ name: String) -> Bool { element.facts.contains { $0.name.hasSuffix(name) && $0.value != 0 } }
    if element.family == "change_in_control", counts("_equity_counted") {
      fields += ["acceleration", "equity", "company"]
    }
    if element.family == "acceleration", counts("_line") { fields += ["base", "raises", "bonus", "severance"] }
    return fields.map { "\(valuation.offer.id).\($0)" }
  }

  /// A number that comes with the part.
  func fact(_ figure: Figure, _ name: String) -> Explanation {
    let fact = element.facts.first { $0.name == name }
    var explanation = Explanation(
      figure, unit: fact.map { FactText.unit($0.unit, scenario.currency) } ?? "", meaning: fact?.meaning ?? "",
      formula: fact?.formula ?? "")
    explanation.fields = scenario.fields(own)
    explanation.defaults = element.defaults.filter { fact?.defaults.contains($0.name) == true }
    if let fact, !fact.inputs.isEmpty {
      InputExplainer(scenario: scenario, offer: valuation.offer.id).add(fact, &explanation)
    }
    return explanation
  }

  /// A number of the grid of exits.
  func exit(_ figure: Figure, _ name: String) -> Explanation {
    let keep = "what the usual rounds to come leave of a share, the product of 1 - dilution"
    let (meaning, formula): (String, String) =
      switch name {
      case "proceeds":
        ("A size of exit: what is left for all shares.", "a multiple of all shares at the last investors' price")
      case "kept": ("What is left of each share after so many more rounds of money.", keep)
      default:
        (
          "What the whole grant pays at that exit, the strike paid; not discounted."
            + (element.exits?.countsPreferences == true ? "" : " At most: who is paid first is not known."),
          "units x max(common share in the waterfall x kept - strike, 0)"
        )
      }
    var explanation = Explanation(
      figure, unit: name == "kept" ? "share" : scenario.currency, meaning: meaning, formula: formula)
    explanation.fields = scenario.fields([
      "\(valuation.offer.id).\(element.component)", "\(valuation.offer.id).company",
    ])
    explanation.defaults = element.defaults.filter { $0.name == "dilution.round" }
    return explanation
  }

  /// The payments one by one; by year when there are many.
  private func payments(value: String, heading: String, path: KeyPath<PayFlow, Double>, year: Int?) -> Sheet? {
    let flows = element.flows.filter { flow in
      (flow[keyPath: path] != 0 || flow.fair != 0) && (year == nil || terms.year(of: flow.month) == year)
    }
    guard !flows.isEmpty else { return nil }
    let money = ColumnKind.number(decimals: 2)
    if flows.count > 24 { return years(of: flows, heading: heading, path: path, money: money) }
    let family = element.component.prefix { $0 != "[" }
    let undiscounted = [
      "equity", "refreshers", "espp", "sign_on", "relocation", "severance", "notice_pay", "change_in_control",
      "acceleration",
    ]
    let isDiscounted = value != "headline" && !undiscounted.contains(String(family))
    let showsOdds = value.hasPrefix("expected") && flows.contains { $0.fair != 0 }
    var columns: [(column: Column, cell: (PayFlow) -> Cell)] = [
      (Column("month", "Month", .integer), { .integer($0.month) }),
      (Column("date", "Paid at", .date), { .text(terms.dayZero.addingMonths($0.month).description) }),
    ]
    if value != "headline" { columns.append((Column("paper", "On paper", money), { .number($0.headline) })) }
    if isDiscounted {
      columns.append((Column("discount", "d(m)", .number(decimals: 4)), { .number(terms.discount($0.month)) }))
    }
    if showsOdds {
      columns.append((Column("fair", "Fair", money), { .number($0.fair) }))
      columns.append(
        (
          Column("share", "Odds x payout", .percent(decimals: 1)),
          { $0.fair == 0 ? .empty : .number($0[keyPath: path] / $0.fair) }
        ))
    }
    columns.append((Column("amount", heading, money), { .number($0[keyPath: path]) }))
    return Sheet(columns: columns.map(\.column), rows: flows.map { flow in columns.map { $0.cell(flow) } })
  }

  private func years(
    of flows: [PayFlow], heading: String, path: KeyPath<PayFlow, Double>, money: ColumnKind
  ) -> Sheet {
    var sheet = Sheet(columns: [
      Column("year", "Year", .integer), Column("payments", "Payments", .integer), Column("amount", heading, money),
    ])
    for year in 1...terms.years {
      let inYear = flows.filter { terms.year(of: $0.month) == year }
      guard !inYear.isEmpty else { continue }
      sheet.append([
        .integer(year), .integer(inYear.count), .number(inYear.reduce(0) { $0 + $1[keyPath: path] }),
      ])
    }
    return sheet
  }
}
