import Compensation
import Market
import Negotiation
import Quantities
import Scenarios

/// A scenario with all that was computed from it, so that any figure can be followed back.
///
///     let explained = ExplainedScenario(...)
///     try explained.explanation(of: "seattle.equity[0].year2.fair")
public struct ExplainedScenario {
  /// A range and the defaults that went into each of its stages.
  public struct Range {
    public let report: NegotiateReport
    public let marketDefaults: [Parameter]
    public let walkAwayDefaults: [Parameter]
    public let rangeDefaults: [Parameter]

    public init(
      report: NegotiateReport, marketDefaults: [Parameter], walkAwayDefaults: [Parameter], rangeDefaults: [Parameter]
    ) {
      self.report = report
      self.marketDefaults = marketDefaults
      self.walkAwayDefaults = walkAwayDefaults
      self.rangeDefaults = rangeDefaults
    }
  }

  let title: String
  let terms: ValuationTerms
  let comparison: Comparison
  let compareReport: CompareReport
  /// By offer id.
  let ranges: [String: Range]
  /// What leaving each offer costs, by its id.
  let calendars: [String: LeavingCalendar]
  /// As written, in the file's order.
  let fields: [SourceField]
  /// Defaults behind the terms: horizon, discount rate, verdict.
  let termDefaults: [Parameter]
  /// Every figure that `value`, `compare` and `negotiate` print, and the sums over grants.
  public let figures: [Figure]
  /// Of each figure, by its path.
  private let values: [String: JSONValue]
  /// Paths of figures that are null.
  private let absent: Set<String>

  public init(
    comparison: Comparison, compareReport: CompareReport, ranges: [String: Range],
    calendars: [LeavingCalendar], fields: [SourceField], terms: ValuationTerms, termDefaults: [Parameter]
  ) {
    title = compareReport.title
    self.terms = terms
    self.comparison = comparison
    self.compareReport = compareReport
    self.ranges = ranges
    self.calendars = Dictionary(calendars.map { ($0.offer.id, $0) }) { $1 }
    self.fields = fields
    self.termDefaults = termDefaults
    var figures = FigureNames.scenario(compareReport.report.json)
    figures += comparison.valuations.flatMap { GrantSums.figures(of: $0) }
    figures += calendars.flatMap { FigureNames.leaving($0) }
    for valuation in comparison.valuations {
      guard let range = ranges[valuation.offer.id] else { continue }
      figures += FigureNames.negotiation(range.report.report.json, offer: valuation.offer.id)
    }
    self.figures = figures.filter { $0.value != .null }
    values = Dictionary(figures.map { ($0.path, $0.value) }) { first, _ in first }
    absent = Set(figures.filter { $0.value == .null }.map(\.path))
  }

  /// The explanation of a figure by path; throws ``UnknownChoice`` with near or longer paths for one there is none of.
  public func explanation(of text: String) throws -> Explanation {
    if let figure = figures.first(where: { $0.path == text }) { return explanation(of: figure) }
    if absent.contains(text) { throw UnknownFigure.absent(text) }
    throw FigureSuggestions(figures: figures.map(\.path)).unknown(text)
  }

  /// The explanation of a figure of ``figures``.
  public func explanation(of figure: Figure) -> Explanation {
    guard let path = try? FieldPath(figure.path) else { return plain(figure) }
    let rest = path.segments.dropFirst()
    switch path.root {
    case "assumptions": return TermExplainer(scenario: self).explanation(of: figure)
    case "compare": return CompareExplainer(scenario: self).explanation(of: figure)
    default: break
    }
    guard let valuation = comparison.valuations.first(where: { $0.offer.id == path.root }) else { return plain(figure) }
    if rest.first?.name == "negotiation", let range = ranges[path.root] {
      return NegotiationExplainer(scenario: self, offer: valuation.offer, range: range).explanation(of: figure)
    }
    if rest.first?.name == "leaving", let calendar = calendars[path.root] {
      return LeavingExplainer(scenario: self, valuation: valuation, calendar: calendar).explanation(of: figure)
    }
    var explanation = OfferExplainer(scenario: self, valuation: valuation).explanation(of: figure, path: path)
    if explanation.unit.hasPrefix(currency), !valuation.offer.currencies.isSubset(of: [currency]) {
      explanation.exchange = ExchangeText.sentence(terms)
    }
    return explanation
  }

  private func plain(_ figure: Figure) -> Explanation {
    Explanation(figure, unit: "", meaning: "A number of the result.", formula: "as printed")
  }

  var currency: String { terms.currency.code }

  /// The value of a figure, null when it is none.
  func value(_ path: String) -> JSONValue { values[path] ?? .null }

  /// Another figure as a part.
  func part(_ path: String, note: String = "") -> Explanation.Part {
    Explanation.Part(path, value(path), note: note)
  }

  /// Fields of the file at a path or below it.
  func fields(_ paths: [String]) -> [SourceField] {
    fields.filter { field in
      paths.contains { field.path == $0 || field.path.hasPrefix($0 + ".") || field.path.hasPrefix($0 + "[") }
    }
  }
}
