import Compensation
import Quantities

/// Offers side by side: ranked, with the verdict and what divides each two of them.
///
///     let comparison = try Comparison(of: scenario.offers, under: terms)
///     comparison.verdict.winner    // "seattle", or nil when it is too close to call
public struct Comparison: Sendable {
  /// Two offers and what lies between them over the window.
  public struct Pair: Sendable, Equatable {
    public let a: String
    public let b: String
    /// What `a` is worth more than `b`, by what offers are ranked by.
    public let difference: Money
    /// Expected value of `a` less that of `b`, before tax.
    public let expected: Money
    /// In the same courses of events, by the same measure; nil while nothing is simulated, or where only the verdict is
    /// asked for.
    public let simulated: SimulatedDifference?
  }

  /// In the order of the file.
  public let valuations: [Valuation]
  /// Best first; equals in the order of the file.
  public let ranking: [Valuation]
  public let verdict: Verdict
  /// How the ranking counts taxes and prices.
  public let measure: Measure
  /// Offers after tax, by their ids, where that is computed.
  public let taxed: [String: TaxedOffer]
  /// Every two offers, the better one first.
  public let pairs: [Pair]
  private let standings: [String: Standing]

  /// Values and ranks offers: by certain value before any of it is held at fair value, by expected value where nothing is
  /// simulated; after tax and in one place's prices where `takeHome` knows these of all of them. `all` are those of the
  /// whole scenario, where only some are compared. Without `pairwise` it is not looked into what divides each two of
  /// them.
  public init(
    of offers: [Offer], among all: [Offer]? = nil, under terms: ValuationTerms,
    courses: Courses = Courses(runs: 0, seed: 1), pairwise: Bool = true, takeHome: TakeHome? = nil
  ) throws {
    var valuations = try offers.map { try $0.valued(under: terms) }
    let simulation =
      courses.runs > 0
      ? try OfferSimulation(of: valuations, among: all ?? offers, under: terms, courses: courses) : nil
    if let simulation { valuations = simulation.valuations }
    let taxed = valuations.map { takeHome?.taxed($0, under: terms) }
    let measure = Measure(of: zip(valuations, taxed).map { ($0, $1) })
    let standings = zip(valuations, taxed).map { Standing($0, factor: measure.factor($1, of: $0)) }
    let order = standings.indices.sorted { left, right in
      let (first, second) = (standings[left].worth.minorUnits, standings[right].worth.minorUnits)
      return first != second ? first > second : left < right
    }
    let ranked = order.map { standings[$0] }
    self.valuations = valuations
    self.measure = measure
    self.taxed = Dictionary(taxed.compactMap { $0 }.map { ($0.id, $0) }) { first, _ in first }
    ranking = ranked.map(\.valuation)
    self.standings = Dictionary(standings.map { ($0.valuation.offer.id, $0) }) { first, _ in first }
    func side(_ place: Int) -> OfferSimulation.Side { .init(order[place], times: ranked[place].factor) }
    pairs = order.indices.flatMap { first in
      order.indices.dropFirst(first + 1).map { second in
        Pair(
          a: ranked[first].valuation.offer.id, b: ranked[second].valuation.offer.id,
          difference: ranked[first].worth - ranked[second].worth,
          expected: ranked[first].valuation.total(\.expected) - ranked[second].valuation.total(\.expected),
          simulated: pairwise ? simulation?.difference(side(first), side(second)) : nil)
      }
    }
    verdict = Verdict(
      ranking: ranked, odds: order.count > 1 ? simulation?.odds(side(0), side(1)) : nil,
      closeShare: try terms.parameters.value("compare.too-close-share", on: terms.asOf),
      closeOdds: simulation == nil ? 0 : try terms.parameters.value("compare.too-close-odds", on: terms.asOf))
  }

  /// What an offer is ranked by.
  public func worth(of valuation: Valuation) -> Money { standings[valuation.offer.id]?.worth ?? valuation.worth }

  /// Its certain value by the same measure; nil while nothing is simulated.
  public func certain(of valuation: Valuation) -> Money? { standings[valuation.offer.id]?.certain }

  /// The offer of the highest certain value as printed, where the best of the ranking is clearly below it.
  public var heldLeader: Valuation? {
    Verdict.heldLeader(ranking.compactMap { standings[$0.offer.id] }, closeShare: verdict.closeShare)?.valuation
  }
}
