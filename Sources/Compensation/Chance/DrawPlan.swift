/// Which number of a draw decides what: the same for all offers of a scenario, so that they are compared in the same
/// courses of events.
///
/// A layoff and the bonus of a year have one number for all offers: the times are good or bad everywhere. Each employer has
/// its own share price, exit, rank among peers and readiness to grant again; offers of one employer have them in common.
struct DrawPlan: Sendable {
  /// Normals that a share price is made of.
  static let priceComponents = 6
  private static let perEmployer = priceComponents + 3

  private let years: Int
  private let employers: [String]

  init(offers: [Offer], years: Int) {
    self.years = max(1, years)
    employers = offers.reduce(into: []) { names, offer in
      let name = DrawPlan.name(of: offer)
      if !names.contains(name) { names.append(name) }
    }
  }

  private static func name(of offer: Offer) -> String {
    offer.employer.isEmpty ? "offer \(offer.id)" : "employer \(offer.employer)"
  }

  var layoff: Int { 0 }
  /// Of an offer year, from 1.
  func payout(year: Int) -> Int { min(year, years) }

  func price(of offer: Offer, component: Int) -> Int { first(of: offer) + component }
  func exit(of offer: Offer) -> Int { first(of: offer) + DrawPlan.priceComponents }
  func rank(of offer: Offer) -> Int { first(of: offer) + DrawPlan.priceComponents + 1 }
  func grants(of offer: Offer) -> Int { first(of: offer) + DrawPlan.priceComponents + 2 }

  private func first(of offer: Offer) -> Int {
    1 + years + (employers.firstIndex(of: DrawPlan.name(of: offer)) ?? 0) * DrawPlan.perEmployer
  }
}
