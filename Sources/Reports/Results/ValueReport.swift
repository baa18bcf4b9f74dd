import Compensation
import Quantities

/// Offers valued part by part: headline, fair, expected; by year; guaranteed, likely and hoped-for apart.
public struct ValueReport {
  let title: String
  let valuations: [Valuation]
  let terms: ValuationTerms
  let notes: [String]
  /// How the file was read, where that is not obvious.
  let readings: [String]
  let courses: Courses
  /// Every part on a line of its own, by year, with how it came about; otherwise what fits a screen.
  let showsAll: Bool
  /// Whether to show what private grants pay at exits of several sizes.
  let showsExits: Bool
  /// What leaving each offer costs, month by month; nil where nobody asked.
  let calendars: [LeavingCalendar]?
  let takeHome: TakeHomeResult

  public init(
    title: String, valuations: [Valuation], terms: ValuationTerms, notes: [String], readings: [String] = [],
    courses: Courses, showsAll: Bool = true, showsExits: Bool = false, calendars: [LeavingCalendar]? = nil,
    takeHome: TakeHomeResult = .pretax
  ) {
    self.takeHome = takeHome
    self.title = title
    self.valuations = valuations
    self.terms = terms
    self.notes = notes
    self.readings = readings
    self.courses = courses
    self.showsAll = showsAll
    self.showsExits = showsExits
    self.calendars = calendars
  }

  public var report: Report {
    Report(schema: "parley.value/1", json: json, blocks: blocks, sheet: sheet)
  }

  private var currency: String { terms.currency.code }
  /// The user's own, and what the totals leave unsaid of days.
  private var allNotes: [String] { notes + valuations.flatMap { $0.offer.notesOnDays(under: terms) } }
  private func money(_ value: Money) -> String { NumberText.money(value.amount, currency: currency) }
  private func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }

  // MARK: The page

  private var blocks: [Block] {
    if let calendars { return pages(of: calendars) }
    var blocks: [Block] = []
    if valuations.count > 1 { blocks += [.sheet(summary, title: title), .space] }
    for valuation in valuations {
      blocks += [.sheet(elements(of: valuation), title: heading(valuation))]
      if let spread = RiskText.spread(valuation, currency: currency) { blocks.append(.sentence(spread)) }
      if let held = RiskText.held(valuation, currency: currency) {
        blocks.append(.sentence("\(held) \(RiskText.unhold)"))
      }
      if valuations.count == 1 { blocks += detail(of: valuation) } else { blocks.append(.space) }
      if showsExits { blocks += ExitGridText.blocks(of: valuation, currency: currency) }
    }
    if valuations.count > 1, let first = valuations.first {
      blocks.append(.command("parley value SCENARIO --offer \(first.offer.id)"))
    }
    if showsExits, valuations.allSatisfy({ $0.elements.allSatisfy { $0.exits == nil } }) {
      blocks.append(
        .sentence("No grant here is of a private company with all that a value needs, so there are no exits."))
    }
    if valuations.count > 1 {
      blocks += TakeHomeText(result: takeHome, terms: terms).blocks(comparing: valuations)
    }
    let assumed = AssumedParts.sentence(valuations.map(\.offer), under: terms)
    if valuations.count > 1, let assumed { blocks.append(.sentence(assumed)) }
    let missing = OmittedParts.sentence(valuations.map(\.offer))
    if valuations.count > 1, let missing { blocks.append(.sentence(missing)) }
    blocks.append(.sentence(basis))
    if let rates = ExchangeText.sentence(terms) { blocks.append(.sentence(rates)) }
    blocks += allNotes.map { .sentence($0) }
    return blocks
  }

  /// The calendar is a page of its own.
  private func pages(of calendars: [LeavingCalendar]) -> [Block] {
    calendars.flatMap { LeavingText(calendar: $0, currency: currency).blocks(all: showsAll) }
      + [.sentence("Before tax, in \(currency); as of \(terms.asOf).")]
      + (ExchangeText.sentence(terms).map { [.sentence($0)] } ?? [])
  }

  private func heading(_ valuation: Valuation) -> String {
    let offer = valuation.offer
    let place = offer.location.map { ", \($0.shortName)" } ?? ""
    return "\(offer.id): \(offer.title)\(place), \(terms.months) months from \(terms.dayZero)"
  }

  private var summary: Sheet {
    let kind = ColumnKind.money(currency: currency)
    // The headline, which each offer's own table has, makes room for hopes, which are never to be overlooked.
    let hopes = valuations.contains { $0.total(.hopedFor).minorUnits != 0 }
    var sheet = Sheet(
      columns: [
        Column("offer", "Offer")
      ] + (hopes ? [] : [Column("headline", "Headline", kind)]) + [
        Column("fair", "Fair", kind), Column("expected", "Expected", kind), Column("certain", "Certain", kind),
        Column("guaranteed", "Guaranteed", kind), Column("likely", "Likely", kind),
      ] + (hopes ? [Column("hoped_for", "Hoped for", kind)] : []))
    for valuation in valuations {
      sheet.append(
        [
          .text(valuation.offer.id)
        ] + (hopes ? [] : [.number(valuation.total(\.headline).amount)]) + [
          .number(valuation.total(\.fair).amount), .number(valuation.total(\.expected).amount),
          .orEmpty(valuation.certain?.amount), .number(valuation.total(.guaranteed).amount),
          .number(valuation.total(.likely).amount),
        ] + (hopes ? [.number(valuation.total(.hopedFor).amount)] : []))
    }
    return sheet
  }

  /// The values of every part, in whole units that add up: the remainder of rounding goes to the largest.
  private func elements(of valuation: Valuation) -> Sheet {
    let columns: [(id: String, heading: String, value: KeyPath<YearValue, Money>)] = [
      ("headline", "Headline", \.headline), ("fair", "Fair", \.fair), ("expected", "Expected", \.expected),
    ]
    let certain = valuation.elements.compactMap { $0.certain(terms.currency)?.amount }
    let isSimulated = certain.count == valuation.elements.count
    return parts(
      of: valuation, columns: columns.map { ($0.id, $0.heading) } + (isSimulated ? [("certain", "Certain")] : []),
      values: columns.map { column in
        valuation.elements.map { $0.total(column.value, terms.currency).amount }
      } + (isSimulated ? [certain] : []))
  }

  /// Expected value by offer year, by how firm it is.
  private func certainties(of valuation: Valuation) -> Sheet {
    let kind = ColumnKind.money(currency: currency)
    let years = Array(1...terms.years)
    let kinds = Certainty.allCases.filter { valuation.total($0).minorUnits != 0 }
    let columns = years.map { year in WholeParts.rounded(kinds.map { valuation.expected($0, year: year).amount }) }
    var sheet = Sheet(columns: [Column("kind", "Kind")] + years.map { Column("year\($0)", "Year \($0)", kind) })
    for (row, certainty) in kinds.enumerated() {
      sheet.append([.text(CertaintyText.name(certainty))] + columns.map { .number($0[row]) })
    }
    sheet.append([.text("total")] + columns.map { .number($0.reduce(0, +)) }, style: .total)
    return sheet
  }

  /// Expected value of every part by offer year.
  private func years(of valuation: Valuation) -> Sheet {
    let years = Array(1...terms.years)
    return parts(
      of: valuation, columns: years.map { ("year\($0)", "Year \($0)") },
      values: years.map { year in
        valuation.elements.map { element in
          element.years.first { $0.year == year }?.expected.amount ?? 0
        }
      })
  }

  private func parts(
    of valuation: Valuation, columns: [(id: String, heading: String)], values: [[Double]]
  ) -> Sheet {
    let kind = ColumnKind.money(currency: currency)
    let whole = values.map(WholeParts.rounded)
    var sheet = Sheet(
      columns: [Column("component", "Part"), Column("kind", "Kind")]
        + columns.map { Column($0.id, $0.heading, kind) })
    let parts = FoldedParts(valuation, all: showsAll)
    for index in parts.shown {
      let element = valuation.elements[index]
      sheet.append(
        [.text(element.component), .text(CertaintyText.name(element.certainty))] + whole.map { .number($0[index]) })
    }
    if !parts.folded.isEmpty {
      let sums = whole.map { column in parts.folded.reduce(0) { $0 + column[$1] } }
      sheet.append([.text(parts.name), .empty] + sums.map { .number($0) })
    }
    sheet.append([.text("total"), .empty] + whole.map { .number($0.reduce(0, +)) }, style: .total)
    return sheet
  }

  private func detail(of valuation: Valuation) -> [Block] {
    let parts = WholeParts.rounded(Certainty.allCases.map { valuation.total($0).amount })
    let lines = [
      KeyValue("Guaranteed", money(parts[0]), note: "base, what is paid at hire, benefits, contractual raises"),
      KeyValue(
        "Likely", money(parts[1]),
        note: "bonus, other raises, long-term cash, match, assumed cover, public shares, pay on leaving, less time "
          + "between jobs"),
      KeyValue("Hoped for", money(parts[2]), note: "private shares, refreshers, grants and promotions to come"),
    ]
    let level = [
      KeyValue("A year", money(valuation.annualized), note: "expected value as a level yearly amount", emphasis: true),
      KeyValue(
        "Average leaver", money(valuation.total(\.expectedAverageLeaver)),
        note: "the expected value for someone who quits as often as most"),
    ]
    let title = "Expected value by offer year"
    var blocks: [Block] = [.space]
    blocks += [
      .sheet(showsAll ? years(of: valuation) : certainties(of: valuation), title: title), .space,
      .keyValues(showsAll ? lines + level : level),
    ]
    let takeHomeBlocks = TakeHomeText(result: takeHome, terms: terms).blocks(of: valuation)
    if !takeHomeBlocks.isEmpty { blocks += [.space] + takeHomeBlocks }
    if showsAll {
      blocks += [.heading("How"), .bullets(valuation.elements.map { "\($0.component): \($0.detail)" })]
    }
    if let stated = StatedTermsText.sentence(valuation.offer) { blocks.append(.sentence(stated)) }
    if let later = LaterText.sentence(valuation, currency: currency) { blocks.append(.sentence(later)) }
    if !valuation.offer.notValued.isEmpty {
      blocks.append(.sentence("Read but not valued yet: \(valuation.offer.notValued.joined(separator: ", "))."))
    }
    if let questions = questions(of: valuation) { blocks.append(.sentence(questions)) }
    if !showsAll { blocks += [.space, .command("parley value SCENARIO --offer \(valuation.offer.id) --all")] }
    blocks.append(.space)
    return blocks
  }

  /// What to ask: as much of it as a screen has room for.
  private func questions(of valuation: Valuation) -> String? {
    guard !valuation.questions.isEmpty else { return nil }
    let shown = showsAll ? valuation.questions[...] : valuation.questions.prefix(ValueReport.fewQuestions)
    let more = valuation.questions.count - shown.count
    return "Not stated, so ask: \(shown.joined(separator: "; "))" + (more > 0 ? "; and \(more) more (--all)." : ".")
  }

  private static let fewQuestions = 6

  private var basis: String {
    "\(takeHome.taxed.isEmpty ? "Before tax" : "Where not said, before tax"), in \(currency), discounted at \(NumberText.share(terms.discountRate)) a year; as of \(terms.asOf). "
      + RiskText.basis(terms, courses)
  }

  // MARK: For programs

  private var sheet: Sheet {
    if let calendars { return LeavingText.sheet(of: calendars, currency: currency) }
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [
      Column("offer", "Offer"), Column("component", "Part"), Column("kind", "Kind"), Column("year", "Year", .integer),
      Column("headline", "Headline", kind), Column("fair", "Fair", kind), Column("expected", "Expected", kind),
      Column("expected_average_leaver", "Average leaver", kind), Column("certain", "Certain", kind),
      Column("currency", "Currency"), Column("after_tax", "After tax", kind),
      Column("local_purchasing_power", "Buys, as at home", kind),
    ])
    for valuation in valuations {
      let taxed = takeHome.taxed[valuation.offer.id]
      for element in valuation.elements {
        for year in element.years {
          let left = taxed?.afterTax(of: year, in: element)
          sheet.append([
            .text(valuation.offer.id), .text(element.component), .text(element.certainty.rawValue), .integer(year.year),
            .number(year.headline.amount), .number(year.fair.amount), .number(year.expected.amount),
            .number(year.expectedAverageLeaver.amount), .orEmpty(year.certain?.amount), .text(currency),
            .orEmpty(left), .orEmpty(left.flatMap { taxed?.buying($0) }),
          ])
        }
      }
    }
    return sheet
  }

  private var json: JSONValue {
    [
      "title": .string(title), "as_of": .string(terms.asOf.description), "day_zero": .string(terms.dayZero.description),
      "seed": .orNull(DecimalText(String(courses.seed))) { .number($0) }, "runs": .integer(courses.runs),
      "risk_aversion": RiskText.aversion(terms), "wealth": RiskText.wealth(terms), "currency": .string(currency),
      "horizon_months": .integer(terms.months), "horizon_years": .ratio(Double(terms.months) / 12),
      "discount_rate": .ratio(terms.discountRate),
      "offers": .array(
        valuations.map { ValuationJSON(valuation: $0, terms: terms, taxed: takeHome.taxed[$0.offer.id]).object }),
      "leaving": .orNull(calendars) { calendars in
        .object(Dictionary(calendars.map { ($0.offer.id, LeavingText.json($0)) }) { $1 })
      },
      "exchange_rates": ExchangeText.json(terms), "notes": .array(allNotes.map { .string($0) }),
      "readings": .array(readings.map { .string($0) }),
    ]
  }
}
