/// Which number of a draw decides what: the same for all offers of a scenario, so that they are compared in the same
/// courses of events.
///
/// A layoff and the bonus of a year have one number for all offers: the times are good or bad everywhere. Each employer
/// has its own share price, exit, and so on; offers of one employer have them in common. What moves most money comes
/// first, as the first numbers of a draw are the most even.
struct DrawPlan: Sendable {
  /// Normals that a share price is made of.
  static let priceComponents = 8
  private static let major = (0..<priceComponents).map { Luck.price(component: $0) } + [.exit, .rank, .grants]
  private static let minor: [Luck] = [.promotion, .control, .credit]

  private let years: Int
  private let employers: [String]
  private let places: [Key: Int]

  private struct Key: Hashable {
    let luck: Luck
    /// Nil for what all offers have in common.
    let employer: Int?
  }

  init(offers: [Offer], years: Int) {
    let years = max(1, years)
    let employers = offers.reduce(into: [String]()) { names, offer in
      let name = DrawPlan.name(of: offer)
      if !names.contains(name) { names.append(name) }
    }
    func each(_ luck: [Luck]) -> [Key] {
      employers.indices.flatMap { employer in luck.map { Key(luck: $0, employer: employer) } }
    }
    let common = [Luck.layoff] + (1...years).map { .payout(year: $0) }
    let household = [Luck.birth] + (1...years).map { .care(year: $0) }
    let order =
      common.map { Key(luck: $0, employer: nil) } + each(DrawPlan.major)
      + household.map { Key(luck: $0, employer: nil) } + each(DrawPlan.minor)
    self.years = years
    self.employers = employers
    places = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
  }

  private static func name(of offer: Offer) -> String {
    offer.employer.isEmpty ? "offer \(offer.id)" : "employer \(offer.employer)"
  }

  /// The dimension of a draw. Years after the window share the luck of its last.
  func dimension(of luck: Luck, for offer: Offer) -> Int {
    switch luck {
    case .layoff, .birth: return place(luck, nil)
    case .payout(let year): return place(.payout(year: min(year, years)), nil)
    case .care(let year): return place(.care(year: min(year, years)), nil)
    default: return place(luck, employers.firstIndex(of: DrawPlan.name(of: offer)) ?? 0)
    }
  }

  private func place(_ luck: Luck, _ employer: Int?) -> Int { places[Key(luck: luck, employer: employer)] ?? 0 }
}
