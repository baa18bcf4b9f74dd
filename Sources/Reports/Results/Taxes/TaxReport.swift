import Quantities
import Taxation

/// One household's taxes of a year, on one page: what is left, what goes where, and how each came about.
public struct TaxReport {
  let tax: UnitedStatesTax
  let brackets: [TaxBrackets]
  let marginal: MarginalRate
  let bands: [MarginalBand]
  let place: TaxPlace
  let showsBrackets: Bool

  public init(
    _ tax: UnitedStatesTax, brackets: [TaxBrackets], marginal: MarginalRate, bands: [MarginalBand] = [],
    place: TaxPlace, showsBrackets: Bool
  ) {
    self.tax = tax
    self.brackets = brackets
    self.marginal = marginal
    self.bands = bands
    self.place = place
    self.showsBrackets = showsBrackets
  }

  public var report: Report {
    Report(schema: "parley.tax/1", json: json, blocks: blocks, sheet: bands.isEmpty ? rows : bandSheet)
  }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: "USD") }
  private func percent(_ value: Double) -> String { NumberText.share((value * 1_000).rounded() / 1_000) }
  private var income: Double {
    let household = tax.household
    return household.wages + household.spouseWages + household.longTermGain + household.smallBusinessGain
  }
  private var aside: Double { tax.household.deferral401k + tax.household.hsa + tax.household.premiums }

  private var sourcing: SourcingText { SourcingText(names: place.names, home: place.state ?? "") }
  private var rules: [String] { tax.elsewhere?.rules.map(sourcing.sentence) ?? [] }

  // MARK: The page

  private var blocks: [Block] {
    if !bands.isEmpty {
      return [.verdict(verdict), .sheet(bandSheet, title: "What taxes take of each further dollar")]
        + ProjectedText.sentences(place.projected).map { .sentence($0) }
    }
    var blocks: [Block] = [.verdict(verdict), .sheet(page, title: ""), .space]
    blocks.append(
      .sentence(
        "Of the next dollar of pay taxes take \(percent(marginal.total)): federal \(percent(marginal.federal)), Social "
          + "Security and Medicare \(percent(marginal.social)), state \(percent(marginal.state))"
          + (marginal.other > 0 ? ", payroll items and local \(percent(marginal.other))." : ".")))
    if showsBrackets {
      for table in brackets where !table.bands.isEmpty {
        blocks.append(.sheet(table.sheet(currency: "USD"), title: table.title))
      }
      blocks.append(.space)
    }
    if !rules.isEmpty { blocks += [.heading("Home and work"), .bullets(rules), .space] }
    return blocks + place.notes(tax).map { .sentence($0) }
  }

  private var verdict: String {
    let kept = aside > 0 ? ", with \(money(aside)) put aside before" : ""
    return "You keep \(money(tax.net())) of \(money(income)) in \(place.name)\(kept): taxes take "
      + "\(percent(income > 0 ? tax.total / income : 0))."
  }

  /// Every tax with how it came about, for people: whole dollars that add up to what is earned.
  private var page: Sheet {
    let kind = ColumnKind.money(currency: "USD")
    var sheet = Sheet(columns: [Column("part", "Part"), Column("amount", "A year", kind), Column("how", "How")])
    let rows = lines.filter { $0.isAlways || abs($0.amount) >= 0.5 }
    let net = tax.net().rounded()
    let whole = WholeParts.rounded(rows.map(\.amount), to: income.rounded() - net)
    for (row, shown) in zip(rows, whole) { sheet.append([.text(row.label), .number(shown), .text(row.how)]) }
    sheet.append(["Net", .number(net), .text("what is left to spend or save")], style: .total)
    return sheet
  }

  /// The same for programs, to the cent.
  private var rows: Sheet {
    let kind = ColumnKind.money(currency: "USD")
    var sheet = Sheet(columns: [Column("part", "Part"), Column("amount", "A year", kind), Column("how", "How")])
    for row in lines { sheet.append([.text(row.name), .number(row.amount), .text(row.how)]) }
    for rule in rules { sheet.append(["rule", .empty, .text(rule)]) }
    sheet.append(["net", .number(tax.net()), .empty], style: .total)
    return sheet
  }

  private struct Line {
    let name: String
    let label: String
    let amount: Double
    let how: String
    var isAlways = false
  }

  private var lines: [Line] {
    let federal = tax.federal
    let state = tax.state
    return [
      Line(name: "put_aside", label: "Put aside", amount: aside, how: "401(k), HSA and section 125: yours, before tax"),
      Line(
        name: "federal_income_tax", label: "Federal income tax", amount: federal.total, how: federalText(federal),
        isAlways: true),
      Line(
        name: "oasdi", label: "Social Security", amount: tax.social.oasdi, how: "on pay up to the yearly limit",
        isAlways: true),
      Line(
        name: "medicare", label: "Medicare", amount: tax.social.medicare + tax.social.additionalMedicare,
        how: tax.social.additionalMedicare > 0
          ? "with \(money(tax.social.additionalMedicare)) on high pay" : "", isAlways: true),
      Line(
        name: "state_income_tax",
        label: isInTwoStates ? "\(sourcing.name(place.state ?? "")) income tax" : "State income tax",
        amount: state.total, how: stateText(state)),
    ] + linesOfStates + [
      Line(name: "state_payroll", label: "State payroll items", amount: tax.payroll, how: place.payrollText),
      Line(
        name: "unnamed_local_tax", label: "County tax, about", amount: tax.unnamedLocal,
        how: "every county has one; name yours with --locality"),
      Line(name: "local_tax", label: "Local tax", amount: tax.local, how: place.localityName ?? "at the rate given"),
    ] + linesOfCities
  }

  private var isInTwoStates: Bool { tax.elsewhere.map { $0.state != place.state } ?? false }

  /// The tax of a state of work, and what either state credits.
  private var linesOfStates: [Line] {
    guard let there = tax.elsewhere else { return [] }
    let (home, work) = (sourcing.name(place.state ?? ""), sourcing.name(there.state))
    guard isInTwoStates else { return [] }
    return [
      Line(
        name: "work_state_income_tax", label: "\(work) income tax", amount: there.stateTax,
        how: there.shareThere > 0 ? "on \(percent(there.shareThere)) of the wages" : ""),
      Line(
        name: "credit_at_home", label: "Credit of \(home)", amount: -there.creditAtHome,
        how: "for tax paid where the work is done"),
      Line(
        name: "credit_at_work", label: "Credit of \(work)", amount: -there.creditAtWork, how: "for tax paid at home"),
    ]
  }

  private var linesOfCities: [Line] {
    guard let there = tax.elsewhere else { return [] }
    return [
      Line(
        name: "work_local_tax", label: "Local tax at work", amount: there.localTax,
        how: there.locality.map(sourcing.name) ?? "at the rate given"),
      Line(
        name: "local_credit_at_home", label: "Local credit", amount: -there.localCreditAtHome,
        how: "\(place.localityName ?? "home's"), for tax paid where the work is done"),
    ]
  }

  private func federalText(_ federal: FederalTax) -> String {
    let isItemized = tax.itemizes
    var parts = [
      "\(money(federal.deduction)) \(isItemized ? "of state and local tax deducted" : "standard deduction"), "
        + "\(money(federal.taxable)) taxable"
    ]
    if federal.onGain > 0 { parts.append("\(money(federal.onGain)) on gain") }
    if federal.alternativeMinimum > 0 { parts.append("\(money(federal.alternativeMinimum)) alternative minimum") }
    if federal.minimumTaxCreditUsed > 0 {
      parts.append("credit for earlier alternative minimum -\(money(federal.minimumTaxCreditUsed))")
    }
    if federal.netInvestment > 0 { parts.append("\(money(federal.netInvestment)) on investment income") }
    if federal.childCredit > 0 { parts.append("child credit -\(money(federal.childCredit))") }
    if federal.saversCredit > 0 { parts.append("saver's credit -\(money(federal.saversCredit))") }
    if federal.earnedIncomeCredit > 0 { parts.append("earned income credit -\(money(federal.earnedIncomeCredit))") }
    return parts.joined(separator: "; ")
  }

  private func stateText(_ state: StateTax) -> String {
    var parts = ["\(money(state.deductions)) deducted, \(money(state.taxable)) taxable"]
    if state.excludedGain > 0 { parts.append("\(money(state.excludedGain)) of gain left out") }
    if state.filesApart { parts.append("both file apart on one return") }
    if state.credits > 0 { parts.append("credits -\(money(state.credits))") }
    if state.refunds > 0 { parts.append("paid out -\(money(state.refunds))") }
    return parts.joined(separator: "; ")
  }

  private var bandSheet: Sheet {
    let kind = ColumnKind.percent(decimals: 1)
    var sheet = Sheet(columns: [
      Column("from", "Pay from", .money(currency: "USD")), Column("to", "To", .money(currency: "USD")),
      Column("federal", "Federal", kind), Column("fica", "FICA", kind), Column("state", "State", kind),
      Column("other", "Other", kind), Column("total", "Together", kind),
    ])
    for band in bands {
      let rate = band.rate
      let isHere = band.from <= tax.household.wages && tax.household.wages < band.to
      sheet.append(
        [.number(band.from), .number(band.to)]
          + [rate.federal, rate.social, rate.state, rate.other, rate.total].map { .number($0) },
        style: isHere ? .strong : .plain)
    }
    return sheet
  }

  // MARK: For programs

  private var json: JSONValue {
    let federal = tax.federal
    return [
      "year": .integer(place.year), "law": .object(place.lawYears.mapValues { .integer($0) }),
      "state": .orNull(place.state) { .string($0) }, "locality": .orNull(place.localityName) { .string($0) },
      "status": .string(tax.household.filing.rawValue), "wages": .amount(tax.household.wages),
      "spouse_wages": .amount(tax.household.spouseWages), "put_aside": .amount(aside),
      "federal_income_tax": .amount(federal.total), "of_which_amt": .amount(federal.alternativeMinimum),
      "of_which_niit": .amount(federal.netInvestment), "amt_credit_used": .amount(federal.minimumTaxCreditUsed),
      "amt_credit_left": .amount(federal.minimumTaxCreditLeft),
      "itemizes": .bool(tax.itemizes),
      "deduction": .amount(federal.deduction), "taxable": .amount(federal.taxable),
      "oasdi": .amount(tax.social.oasdi), "medicare": .amount(tax.social.medicare),
      "additional_medicare": .amount(tax.social.additionalMedicare), "state_income_tax": .amount(tax.state.total),
      "state_payroll": .amount(tax.payroll), "local_tax": .amount(tax.local),
      "unnamed_local_tax": .amount(tax.unnamedLocal), "work": work,
      "net": .amount(tax.net()),
      "marginal": [
        "federal": .ratio(marginal.federal), "fica": .ratio(marginal.social), "state": .ratio(marginal.state),
        "other": .ratio(marginal.other), "total": .ratio(marginal.total),
      ],
      "brackets": .array(brackets.map(bracketJSON)), "notes": .array(place.notes(tax).map { .string($0) }),
    ]
  }

  /// What the place of work takes and what is credited for it; null where home and work are one place. The state and local
  /// tax beside it are then those of home, before credits.
  private var work: JSONValue {
    .orNull(tax.elsewhere) { there in
      [
        "state": .string(there.state), "locality": .orNull(there.locality) { .string(sourcing.name($0)) },
        "share_of_wages": .ratio(there.shareThere), "state_income_tax": .amount(there.stateTax),
        "local_tax": .amount(there.localTax), "credit_at_home": .amount(there.creditAtHome),
        "local_credit_at_home": .amount(there.localCreditAtHome), "credit_at_work": .amount(there.creditAtWork),
        "payroll_state": .string(there.payrollState), "rules": .array(rules.map { .string($0) }),
      ]
    }
  }

  private func bracketJSON(_ table: TaxBrackets) -> JSONValue {
    [
      "table": .string(table.title),
      "bands": .array(
        table.bands.map {
          ["from": .amount($0.from), "to": .amount($0.to), "rate": .ratio($0.rate), "tax": .amount($0.tax)]
        }),
    ]
  }
}
