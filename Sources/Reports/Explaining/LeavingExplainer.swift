import Compensation
import Quantities

/// Figures of `value --leaving`: a total is the sum of its kinds, a kind the sum of what is lost, item by item.
struct LeavingExplainer {
  let scenario: ExplainedScenario
  let valuation: Valuation
  let calendar: LeavingCalendar

  private var path: String { calendar.offer.id + ".leaving" }

  func explanation(of figure: Figure) -> Explanation {
    let names = figure.path.dropFirst(path.count + 1).split(separator: ".").map(String.init)
    guard names.count == 2, let number = Int(names[0].dropFirst("month".count)),
      let month = calendar.months.first(where: { $0.month == number })
    else { return whole(figure, names.first ?? "") }
    if let kind = ForfeitedItem.Kind(rawValue: names[1]) { return lost(figure, kind, in: month) }
    switch names[1] {
    case "total": return total(figure, month)
    case "expected": return expected(figure, month)
    case "after_window": return later(figure, month)
    case "exercise_cheque": return cheque(figure, month)
    default:
      var explanation = Explanation(
        figure, unit: "months", meaning: "Months after \(scenario.terms.dayZero); 0 is that day itself.",
        formula: "a number, not a value; a month ends on the day of the month of \(scenario.terms.dayZero)")
      explanation.rule = .given
      return explanation
    }
  }

  // MARK: Of the whole calendar

  private func whole(_ figure: Figure, _ name: String) -> Explanation {
    let today = calendar.months[0]
    switch name {
    case "make_whole":
      return sum(
        figure, "What leaving on \(today.date) gives up: what to ask a new employer to make whole.",
        "the total of month 0", [scenario.part("\(path).month0.total")])
    case "after_window":
      return sum(
        figure, "What leaving on \(today.date) gives up of what vests or is paid after the window, in no total.",
        "the same of month 0", [scenario.part("\(path).month0.after_window")])
    default:
      var explanation = Explanation(
        figure, unit: "months", meaning: "How long one may still buy after leaving; what is not bought is lost.",
        formula: "the shortest window of the grants of options: as stated, else the usual")
      explanation.fields = scenario.fields(today.cheques.map { "\(calendar.offer.id).\($0.component)" })
      explanation.defaults = calendar.defaults.filter { $0.name == "option.window-months" }
      return explanation
    }
  }

  // MARK: Of a month

  private func leaving(_ month: LeavingCalendar.Month) -> String {
    month.month == 0 ? "Leaving on \(month.date)" : "Leaving at the end of month \(month.month), on \(month.date),"
  }

  private func total(_ figure: Figure, _ month: LeavingCalendar.Month) -> Explanation {
    sum(
      figure, "\(leaving(month)) gives up this much, as the paper promises it, in today's money.",
      "the sum of its kinds, each the sum of its items, each rounded to the cent",
      calendar.kinds.map { scenario.part("\(path).month\(month.month).\($0.rawValue)") })
  }

  private func lost(_ figure: Figure, _ kind: ForfeitedItem.Kind, in month: LeavingCalendar.Month) -> Explanation {
    let items = month.items.filter { $0.kind == kind }
    var explanation = sum(
      figure, "\(leaving(month)) \(LeavingRule.meaning(kind)).", LeavingRule.formula(kind), parts(of: items))
    addSources(to: &explanation, of: items, countsOdds: false)
    return explanation
  }

  private func expected(_ figure: Figure, _ month: LeavingCalendar.Month) -> Explanation {
    var explanation = sum(
      figure,
      "\(leaving(month)) gives up this much at the odds, as of \(scenario.terms.dayZero), of getting it by staying.",
      "the sum over items of the amount on paper x the odds of still being there when it vests or is paid, and of what "
        + "else it takes: goals, a mean payout, an exit; what is to be repaid in full",
      month.items.filter { $0.paper.minorUnits != 0 }.map { item in
        let odds = NumberText.percent(item.amount.amount / item.paper.amount, decimals: 2)
        let paper = NumberText.grouped(item.paper.amount, decimals: 2)
        return Explanation.Part(
          name(item), .amount(item.amount.amount), note: item.kind == .repayment ? "in full" : "\(paper) x \(odds)")
      })
    addSources(to: &explanation, of: month.items, countsOdds: true)
    return explanation
  }

  private func later(_ figure: Figure, _ month: LeavingCalendar.Month) -> Explanation {
    var explanation = sum(
      figure,
      "\(leaving(month)) gives up this as well: held or earned by then, and vesting or paid after the window, so in no "
        + "total.",
      "the sum over items of what the total would count were the window longer", parts(of: month.laterItems))
    addSources(to: &explanation, of: month.laterItems, countsOdds: false)
    return explanation
  }

  private func cheque(_ figure: Figure, _ month: LeavingCalendar.Month) -> Explanation {
    var explanation = sum(
      figure, "\(leaving(month)) costs this much, before tax, to keep the options that have vested.",
      "the sum over grants of units vested by then x strike",
      month.cheques.map { Explanation.Part($0.component, .amount($0.amount.amount), note: $0.how) })
    explanation.fields = scenario.fields(month.cheques.map { "\(calendar.offer.id).\($0.component)" })
    return explanation
  }

  // MARK: What it is made of

  private func sum(
    _ figure: Figure, _ meaning: String, _ formula: String, _ parts: [Explanation.Part]
  ) -> Explanation {
    var explanation = Explanation(figure, unit: scenario.currency, meaning: meaning, formula: formula)
    explanation.rule = .sum
    explanation.parts = parts
    return explanation
  }

  /// `unvested RSU 2027-03-15`, with its component where there may be several.
  private func name(_ item: ForfeitedItem) -> String {
    let name = "\(item.item) \(item.date)"
    return item.component.contains("[") ? "\(item.component): \(name)" : name
  }

  private func parts(of items: [ForfeitedItem]) -> [Explanation.Part] {
    items.filter { $0.paper.minorUnits != 0 }.map {
      Explanation.Part(name($0), .amount($0.paper.amount), note: $0.how)
    }
  }

  /// Fields and defaults behind the parts of pay that the items belong to.
  private func addSources(to explanation: inout Explanation, of items: [ForfeitedItem], countsOdds: Bool) {
    let id = calendar.offer.id
    var components: [String] = []
    for item in items where !components.contains(item.component) { components.append(item.component) }
    guard !components.isEmpty else { return }
    let paths = components.flatMap { ComponentFormula.fields($0).map { "\(id).\($0)" } }
    // What is to be repaid hangs neither on the window nor on the rate.
    let terms =
      items.allSatisfy { $0.kind == .repayment }
      ? [] : [("assumptions.horizon", "horizon.months"), ("assumptions.discount_rate", "discount.annual-rate")]
    explanation.fields = scenario.fields(
      paths + ["\(id).start"] + terms.map(\.0)
        + (countsOdds ? ["\(id).employer_kind", "\(id).runway", "\(id).leaves"] : []))
    let elements = valuation.elements.filter { components.contains($0.component) }
    var defaults = elements.flatMap(\.defaults).filter { !EquityFormula.aside.contains($0.name) }
    if items.contains(where: { $0.kind == .repayment }) {
      defaults += calendar.defaults.filter { $0.name == "clawback.months" }
    }
    let odds = ["hazard.", "bonus.payout", "bonus.malus"]
    defaults.removeAll { row in row.name == "hazard.quit" || (!countsOdds && odds.contains { row.name.hasPrefix($0) }) }
    for (field, name) in terms where scenario.fields([field]).isEmpty {
      defaults += scenario.termDefaults.filter { $0.name == name }
    }
    for row in defaults where !explanation.defaults.contains(row) { explanation.defaults.append(row) }
  }
}

/// What each kind of loss is, and how it is counted, in words.
enum LeavingRule {
  static func meaning(_ kind: ForfeitedItem.Kind) -> String {
    switch kind {
    case .equity: "gives up grants that vest later in the window"
    case .cash: "gives up promised cash and unvested deferred pay and pension of the rest of the window"
    case .bonus: "gives up bonuses worked for and not paid, deferred parts with them"
    case .match: "gives up the employer's retirement money that vests later in the window"
    case .repayment: "obliges to repay what was paid for coming or staying"
    }
  }

  static func formula(_ kind: ForfeitedItem.Kind) -> String {
    switch kind {
    case .equity: "the sum over grants and vesting dates still to come of units x fair value of each"
    case .cash:
      "the sum over payments still to come of amount x d(m), and over what has been put into plans and has not vested"
    case .bonus: "the sum over awards not paid of target x the part paid that day x d(m) x the share of the year worked"
    case .match: "the sum over vesting dates still to come of what was put in by then x the share that vests that day"
    case .repayment: "the sum over payments made of the amount x the share still to repay that day, not discounted"
    }
  }
}
