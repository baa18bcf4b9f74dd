import Compensation
import Files
import Market
import Quantities

/// A scenario with the terms its offers are valued under.
struct ScenarioSession {
  let session: Session
  let scenario: Scenario
  let terms: ValuationTerms

  init(path: String, context: ContextOptions, session: Session) throws {
    self.session = session
    scenario = try ScenarioSession.reader(session, context).read(path: path)
    terms = try scenario.terms(
      asOf: try context.givenDate(), today: CalendarDate(daysSince1970: Terminal.today),
      parameters: session.parameters, rates: session.data.exchangeRates)
  }

  /// Reads scenarios by the names that the shipped data knows.
  static func reader(_ session: Session, _ context: ContextOptions) throws -> ScenarioReader {
    ScenarioReader(
      roles: session.roles, places: try session.data.places(), industries: try session.data.industries(),
      currencies: try session.data.currencies(), parameterKeys: session.parameters.keys,
      hazardKinds: session.parameters.scopes(of: "hazard.involuntary"), faultLimit: context.faultLimit)
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
    let ranked = try candidates.map { (offer: $0, value: try $0.valued(under: terms).total(\.expected)) }
    return ranked.max { ($0.value.minorUnits, $1.offer.id) < ($1.value.minorUnits, $0.offer.id) }?.offer
      ?? candidates[0]
  }
}
