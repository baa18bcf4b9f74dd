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
      the standard deduction or state tax itemized, whichever is less. --input takes a CSV file of cases with the columns \
      id, year, state, locality, status, children, wages, spouse_wages, deferral_401k, hsa_payroll, premiums_125, ltcg, \
      iso_bargain, local_rate, any but wages may be missing, and writes the taxes beside them.

        parley tax --wages 185k --state CO --status joint --children 2
        parley tax --wages 178k --location Denver --to Seattle
        parley tax --wages 178k --location Denver --to London
        parley tax --wages 90k --country GB --region SCT
        parley tax --wages 400k --state NY --locality NYC --marginal
        parley tax --input cases.csv -O csv
      """)

  @OptionGroup var household: HouseholdOptions
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
      return try runBatch(input)
    }
    if try move.isAsked() { return try runMove() }
    if try abroad.isAbroad() { return try runAbroad() }
    let data = try Session.shippedData()
    let localities = try data.taxLocalities()
    let here = try move.location.map { try Self.place($0, "--location", in: data) }
    let question = try household.question(
      in: here?.state, states: data.taxPlaces, localities: localities, year: try context.date().year)
    try runOne(question, localities, data)
  }

  private func runOne(
    _ question: HouseholdOptions.Question, _ localities: TaxLocalities, _ data: ShippedData
  ) throws {
    let places = ["US"] + (question.state.map { ["US-\($0)"] } ?? [])
    var law = UnitedStatesLaw(try data.taxLaw(of: places))
    let (state, locality, year) = (question.state ?? "", question.locality?.place, question.year)
    let tax = law.tax(question.household, state: state, locality: locality, localRate: question.localRate, year: year)
    let rate = law.marginalRate(
      question.household, state: state, locality: locality, localRate: question.localRate, year: year)
    let pay = question.household.wages
    let bands =
      !marginal
      ? []
      : law.marginalBands(
        question.household, pay: (all ? 0 : 0.5 * pay)...(1.5 * pay), state: state, locality: locality,
        localRate: question.localRate, year: year)
    let place = try place(of: question, places, &law, localities, data)
    try output.write(
      TaxReport(
        tax, brackets: law.brackets(of: tax, state: state, year: year), marginal: rate, bands: bands, place: place,
        showsBrackets: all
      ).report)
  }

  /// Where it is, what else takes a part there, and how old the law is.
  private func place(
    of question: HouseholdOptions.Question, _ places: [String], _ law: inout UnitedStatesLaw,
    _ localities: TaxLocalities, _ data: ShippedData
  ) throws -> TaxPlace {
    let filing = question.household.filing
    let stateName = try question.state.map { try data.places(naming: "US-\($0)").place(id: "US-\($0)")?.name ?? $0 }
    let name = [question.locality?.name, stateName ?? "the United States"].compactMap { $0 }.joined(separator: ", ")
    var (years, projected) = ([String: Int](), [String: [String]]())
    for place in places {
      years[place] = law.law.newestYear(of: place, upTo: question.year)
      let names = law.projected(in: place, filing: filing, year: question.year)
      if !names.isEmpty { projected[place] = names }
    }
    let state = question.state ?? ""
    let taxing = localities.localities(of: state).filter { law.taxesPay(in: $0.place, year: question.year) }
    return TaxPlace(
      year: question.year, state: question.state, name: name, localityName: question.locality?.name,
      localities: taxing.map(\.name), lawYears: years, projected: projected,
      payrollItems: law.payrollItems(of: state, filing: filing, year: question.year))
  }

  private func runBatch(_ file: String) throws {
    let data = try Session.shippedData()
    let reader = TaxCaseReader(
      places: data.taxPlaces, localities: try data.taxLocalities(), defaultYear: try context.date().year,
      computed: TaxBatchReport.computed, faultLimit: try context.faultLimit())
    let cases = try reader.read(path: file)
    var law = UnitedStatesLaw(try data.taxLaw())
    let others = AbroadLaw(law.law)
    let rows = try cases.rows.map { row -> (fields: [String], result: TaxBatchReport.Result) in
      switch row.taxCase {
      case .unitedStates(let household, let state, let locality, let rate, let year):
        let tax = law.tax(household, state: state ?? "", locality: locality, localRate: rate, year: year)
        return (row.fields, .unitedStates(tax))
      case .abroad(let earner, let year):
        guard let tax = others.tax(earner, year: year) else { throw Self.noTables(earner.place, year) }
        return (row.fields, .abroad(tax))
      }
    }
    try output.write(TaxBatchReport(columns: cases.columns, rows: rows).report)
  }
}
