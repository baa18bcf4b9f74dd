import ArgumentParser
import Compensation
import Files
import Market
import Quantities
import Reports
import Scenarios

/// The argument that names a scenario.
enum ScenarioArgument {
  static let help = ArgumentHelp("A scenario: a YAML file, a CSV of offers, or a folder that holds scenario.yaml.")
}

/// A scenario with the terms its offers are valued under.
struct ScenarioSession {
  let session: Session
  let scenario: Scenario
  let terms: ValuationTerms
  let document: ScenarioDocument
  private let reader: ScenarioReader
  private let context: ContextOptions

  init(path: String, context: ContextOptions, session: Session) throws {
    let reader = try session.scenarioReader(faultLimit: context.faultLimit())
    let document = try ScenarioDocument.read(path: path)
    try self.init(
      reader.read(document: document), document: document, reader: reader, context: context, session: session)
  }

  private init(
    _ scenario: Scenario, document: ScenarioDocument, reader: ScenarioReader, context: ContextOptions,
    session: Session, remembering other: ValuationTerms? = nil
  ) throws {
    self.scenario = scenario
    self.document = document
    self.reader = reader
    self.context = context
    self.session = session
    let terms = try scenario.terms(
      asOf: try context.givenDate(), today: CalendarDate(daysSince1970: Terminal.today),
      parameters: session.parameters, rates: session.data.exchangeRates)
    self.terms = other.map(terms.remembering) ?? terms
  }

  /// The same scenario with fields changed, and what was changed.
  func changed(_ settings: [ScenarioDelta.Setting]) throws -> (session: ScenarioSession, changes: [FieldChange]) {
    let (other, changes) = try ScenarioChanger(
      document: document, reader: reader, parameters: terms.parameters, on: terms.asOf
    ).changed(settings)
    let changed = try ScenarioSession(
      other, document: document, reader: reader, context: context, session: session, remembering: terms)
    return (changed, changes)
  }

  /// Every scenario of the file compared; a change that cannot be made is a fault of the file.
  private func outcomes(_ courses: Courses, pretax: Bool) throws -> [ScenarioOutcome] {
    try scenario.deltas.enumerated().map { index, delta in
      do {
        let other = try changed(delta.sets).session
        return ScenarioOutcome(
          name: delta.name, why: delta.why,
          comparison: try Comparison(
            of: other.scenario.offers, under: other.terms, courses: courses, pairwise: false,
            takeHome: pretax ? nil : other.takeHome()))
      } catch let trouble as ChangeTrouble {
        throw BadInput([
          document.diagnostic(
            name: trouble.name, message: "scenario \"\(delta.name)\": \(trouble.message)", cure: trouble.cure,
            at: delta.sets.filter { trouble.message.contains($0.path) }.map { "scenarios[\(index)].set.\($0.path)" }
              + ["scenarios[\(index)].name"])
        ])
      }
    }
  }

  /// How the file was read, where a reader may not expect it: dates in the past, facts that are missing.
  var notes: [String] {
    scenario.notes
      + scenario.offers.compactMap { offer in
        guard !offer.isCurrentJob, let start = offer.start, start < terms.asOf else { return nil }
        return "\(offer.id).start: \(start) is before \(terms.asOf); valued as if it began on \(terms.dayZero)"
      }
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
  func bestOffer(_ courses: Courses, pretax: Bool) throws -> Offer {
    let candidates = scenario.offers.filter { !$0.isCurrentJob }
    guard !candidates.isEmpty else {
      throw UsageError("no-offer", "the scenario holds only the current job", cure: "add an offer to negotiate")
    }
    guard candidates.count > 1 else { return candidates[0] }
    return try Comparison(
      of: candidates, among: scenario.offers, under: terms, courses: courses, takeHome: pretax ? nil : takeHome()
    ).ranking[0].offer
  }

  /// All offers compared, with the scenarios of the file.
  func compareReport(
    _ courses: Courses, under given: ValuationTerms? = nil, pretax: Bool = false
  ) throws -> (report: CompareReport, comparison: Comparison) {
    let terms = given ?? self.terms
    let takeHome = pretax ? nil : try takeHome()
    let comparison = try Comparison(of: scenario.offers, under: terms, courses: courses, takeHome: takeHome)
    let report = CompareReport(
      title: scenario.title, comparison: comparison,
      sensitivity: try Sensitivity(of: comparison, under: terms, takeHome: takeHome),
      outcomes: try outcomes(courses, pretax: pretax), terms: terms, notes: scenario.userNotes, readings: notes,
      courses: courses, takeHome: pretax ? .pretax : try takeHomeResult(comparison))
    return (report, comparison)
  }

  /// What the user wrote, for explanations.
  var fields: [SourceField] {
    document.values.map { SourceField(path: $0.path, text: $0.text, file: $0.file, line: $0.line) }
  }
}
