import ArgumentParser
import Files
import Quantities
import Reports
import Taxation

struct TaxCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tax", _superCommandName: "parley",
    abstract: "Take-home pay: what taxes leave of a year's pay.",
    discussion: """
      Federal income tax, Social Security and Medicare, the state's income tax and payroll items, and the locality's, with \
      the standard deduction or state tax itemized, whichever is less. With --work in another state than --home, wages \
      are taxed where the work is done and credited at home, but for reciprocity and convenience rules. --input takes a CSV file of cases with the columns \
      id, year, state, locality, status, children, wages, spouse_wages, deferral_401k, hsa_payroll, premiums_125, ltcg, \
      iso_bargain, iso_sale, amt_credit, stock_income, qsbs_gain, local_rate, work_state, work_locality, days_at_home, any but wages may be missing, and writes the taxes beside them, with the standard deduction.

        parley tax --wages 185k --state CO --status joint --children 2
        parley tax --wages 178k --location Denver --to Seattle
        parley tax --wages 178k --location Denver --to London
        parley tax --wages 250k --home NJ --work NY --days-at-home 2
        parley tax --wages 90k --country GB --region SCT
        parley tax --wages 400k --state NY --locality NYC --marginal
        parley tax --input cases.csv -O csv
      """)

  @OptionGroup var household: HouseholdOptions
  @OptionGroup var sourcing: SourcingOptions
  @OptionGroup var move: MoveOptions
  @OptionGroup var abroad: AbroadOptions

  @Flag(help: "What taxes take of each further dollar, by pay.")
  var marginal = false

  @Flag(help: "The brackets that the income reaches.")
  var all = false

  @Option(help: "A CSV file of cases, a row each; - is standard input.", completion: .file(extensions: ["csv", "tsv"]))
  var input: String?

  @OptionGroup var context: ContextOptions
  @OptionGroup var output: OutputOptions

  func run() throws {
    if let input {
      guard household.wages == nil else {
        throw UsageError(
          "option-without-use", "--wages beside --input", cure: "give a file of cases, or one case in options")
      }
      if let option = sourcing.given.first {
        throw UsageError(
          "option-without-use", "\(option) beside --input",
          cure: "give columns of the file: state, work_state, work_locality, days_at_home")
      }
      return try runBatch(input)
    }
    if try move.isAsked() {
      if let option = sourcing.given.first {
        throw UsageError("option-without-use", "\(option) beside --to", cure: "ask for one place at a time")
      }
      return try runMove()
    }
    if try abroad.isAbroad() {
      if let option = sourcing.given.first {
        throw UsageError(
          "option-without-use", "\(option) beside another country", cure: "leave it out: it is for the United States")
      }
      return try runAbroad()
    }
    if sourcing.home != nil,
      let other = move.location.map({ _ in "--location" }) ?? household.state.map({ _ in "--state" })
    {
      throw UsageError("option-without-use", "\(other) beside --home", cure: "they say the same: leave one of them out")
    }
    let data = try Session.shippedData()
    let localities = try data.taxLocalities()
    let here =
      try move.location.map { try Self.taxPlace($0, "--location", in: data, localities) }
      ?? sourcing.home.map { try Self.taxPlace($0, "--home", in: data, localities) }
    var question = try household.question(
      in: here?.state, states: data.taxPlaces, localities: localities, year: try context.date().year)
    // Who names the city that they live in is taxed there; --location names a market around one.
    if question.locality == nil, question.localRate == 0 {
      question.locality = SourcingOptions.city(sourcing.home, in: here, localities)
    }
    try runOne(question, localities, data)
  }

  private func runOne(
    _ question: HouseholdOptions.Question, _ localities: TaxLocalities, _ data: ShippedData
  ) throws {
    let there = try sourcing.work.map { try Self.taxPlace($0, "--work", in: data, localities) }
    let sites = try sourcing.sites(home: question.site, work: there, states: data.taxPlaces, localities)
    let states = [question.state, sites.work?.state].compactMap { $0 }.map { "US-\($0)" }
    let places = ["US"] + Array(Set(states)).sorted()
    var law = UnitedStatesLaw(try data.taxLaw(of: places))
    let year = question.year
    let tax = law.tax(question.household, sites: sites, year: year)
    let rate = law.marginalRate(question.household, sites: sites, year: year)
    let pay = question.household.wages
    let bands =
      !marginal
      ? []
      : law.marginalBands(
        question.household, pay: (all ? 0 : 0.5 * pay)...(1.5 * pay), sites: sites, year: year)
    let place = place(of: question, sites, tax, places, &law, localities)
    try output.write(
      TaxReport(
        tax, brackets: law.brackets(of: tax, state: sites.home.state, year: year), marginal: rate, bands: bands,
        place: place, showsBrackets: all
      ).report)
  }

  /// Where it is, what else takes a part there, and how old the law is.
  private func place(
    of question: HouseholdOptions.Question, _ sites: WorkSites, _ tax: UnitedStatesTax, _ places: [String],
    _ law: inout UnitedStatesLaw, _ localities: TaxLocalities
  ) -> TaxPlace {
    let filing = question.household.filing
    let (home, work) = (sites.home.state, sites.elsewhere?.state)
    var (years, projected) = ([String: Int](), [String: [String]]())
    for place in places {
      years[place] = law.law.newestYear(of: place, upTo: question.year)
      let tables = law.projected(in: place, filing: filing, year: question.year)
      if !tables.isEmpty { projected[place] = tables }
    }
    let taxing = localities.localities(of: home).filter { law.taxesPay(in: $0.place, year: question.year) }
    let taxingWork = localities.localities(of: work ?? "").filter {
      law.taxesNonresidents(in: $0.place, livingInState: home == work, year: question.year)
    }
    let payrollState = tax.elsewhere?.payrollState ?? home
    return TaxPlace(
      year: question.year, state: question.state, localityName: question.locality?.name, names: localities.names,
      localities: namedFirst(taxing, move.location, localities), work: sites.elsewhere,
      localitiesOfWork: taxingWork.map(\.name), lawYears: years,
      projected: projected, payrollItems: law.payrollItems(of: payrollState, filing: filing, year: question.year),
      beyondLimits: law.law.beyondLimits(question.household, year: question.year))
  }

  /// Names of places that tax, that of the place itself before all others.
  private func namedFirst(
    _ places: [TaxLocalities.Locality], _ option: String?, _ localities: TaxLocalities
  ) -> [String] {
    let typed = option?.split(separator: ",").first.map(String.init)
    let own = places.first { place in typed.map { localities.find($0, in: place.state)?.place == place.place } ?? false
    }
    return places.map(\.name).sorted { ($0 == own?.name ? 0 : 1, $0) < ($1 == own?.name ? 0 : 1, $1) }
  }

  private func runBatch(_ file: String) throws {
    let data = try Session.shippedData()
    let reader = TaxCaseReader(
      places: data.taxPlaces, localities: try data.taxLocalities(), defaultYear: try context.date().year,
      computed: TaxBatchReport.computed, faultLimit: try context.faultLimit())
    let cases = try reader.read(path: file)
    var law = UnitedStatesLaw(try data.taxLaw())
    let others = AbroadLaw(law.law)
    try noteProjected(cases, data)
    let rows = try cases.rows.map { row -> (fields: [String], result: TaxBatchReport.Result) in
      switch row.taxCase {
      case .unitedStates(let household, let sites, let year):
        return (row.fields, .unitedStates(law.tax(household, sites: sites, year: year)))
      case .abroad(let earner, let year):
        guard let tax = others.tax(earner, year: year) else { throw Self.noTables(earner.place, year) }
        return (row.fields, .abroad(tax))
      }
    }
    try output.write(
      TaxBatchReport(columns: cases.columns, rows: rows, names: reader.localities.names).report)
  }

  /// Which rows' taxes rest on a forecast, since their columns cannot say so.
  private func noteProjected(_ cases: TaxCases, _ data: ShippedData) throws {
    var used: [String: Set<Int>] = [:]
    for row in cases.rows {
      guard case .unitedStates(_, let sites, let year) = row.taxCase else { continue }
      for site in [sites.home, sites.work].compactMap({ $0 }) where !site.state.isEmpty {
        used["US-\(site.state)", default: []].insert(year)
      }
    }
    let projected = try used.flatMap { place, years in
      try years.filter { try !data.projectedTables(in: [place], filing: .single, year: $0).isEmpty }.map {
        "\(place) \($0)"
      }
    }
    guard !projected.isEmpty else { return }
    output.note(
      "tables that are projected, not published yet, are in rows of \(projected.sorted().joined(separator: ", "))")
  }
}
