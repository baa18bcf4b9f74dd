import Compensation
import Files
import Market
import Quantities
import Reports
import Scenarios

/// A scenario with the terms its offers are valued under.
struct ScenarioSession {
  let session: Session
  let scenario: Scenario
  let terms: ValuationTerms

  init(path: String, context: ContextOptions, session: Session) throws {
    self.session = session
    let reader = ScenarioReader(
      roles: session.roles, places: try session.data.places(), industries: try session.data.industries(),
      currencies: try session.data.currencies(), parameterKeys: session.parameters.keys,
      hazardKinds: session.parameters.scopes(of: "hazard.involuntary"), faultLimit: context.faultLimit)
    scenario = try reader.read(path: path)
    terms = try scenario.terms(
      asOf: try context.givenDate(), today: CalendarDate(daysSince1970: Terminal.today),
      parameters: session.parameters, rates: session.data.exchangeRates)
  }

  /// What a reader should know of the dates, beside the scenario's own notes.
  var notes: [String] {
    let isPast = terms.dayZero < terms.asOf
    return scenario.notes
      + (isPast ? ["the offers start on \(terms.dayZero), before \(terms.asOf): valued from their start"] : [])
  }

  /// The offer with an id; wrong usage when there is none.
  func offer(_ id: String) throws -> Offer {
    if let offer = scenario.offers.first(where: { $0.id == id }) { return offer }
    let ids = scenario.offers.map(\.id)
    let near = NearestName.suggestions(for: id, among: ids, limit: 1).first
    throw UsageError(
      "unknown-offer", "there is no offer \"\(id)\"",
      cure: near.map { "did you mean \($0)?" } ?? "the offers are " + ids.joined(separator: ", "))
  }

  /// The best-ranked offer that is not the current job.
  func bestOffer() throws -> Offer {
    let candidates = scenario.offers.filter { !$0.isCurrentJob }
    guard !candidates.isEmpty else {
      throw UsageError("no-offer", "the scenario holds only the current job", cure: "add an offer to negotiate")
    }
    return try Comparison(of: candidates, under: terms).ranking[0].offer
  }

  /// All offers compared, with the scenarios of the file.
  func compareReport(
    seed: UInt64, under given: ValuationTerms? = nil
  ) throws -> (report: CompareReport, comparison: Comparison) {
    let terms = given ?? self.terms
    let comparison = try Comparison(of: scenario.offers, under: terms)
    let report = CompareReport(
      title: scenario.title, comparison: comparison, sensitivity: try Sensitivity(of: comparison, under: terms),
      outcomes: [], terms: terms, notes: scenario.userNotes, seed: seed)
    return (report, comparison)
  }

  /// What the user wrote, for explanations.
  var fields: [SourceField] { [] }
}
