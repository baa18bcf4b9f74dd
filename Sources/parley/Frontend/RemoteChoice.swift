import Files
import Market
import Quantities
import Reports

/// Where a remote job is paid by: `--remote`, `--home` and `--pay-zone` as typed.
struct RemoteChoice {
  /// A pay zone as typed: a place, or a tier by its number, or by the home's cost of labour.
  private enum Zone: Equatable {
    case place(PayZone)
    case tier(Int?)
  }

  /// One zone's question; a tier's is the nation's.
  private struct Asked {
    let zone: PayZone
    let question: MarketQuestion
  }

  let remote: Bool
  let home, payZone: String?

  /// Pay by each zone that is known, the one that counts first; nothing for a job that is not remote.
  ///
  /// Where the employer's zone is not known the nation counts: never the employer's place in silence.
  func estimates(
    _ question: MarketQuestion, hasSite: Bool, session: Session, market: MarketModel, note: (String) -> Void
  ) throws -> [ZoneEstimate] {
    guard remote else {
      if let given = home.map({ _ in "--home" }) ?? payZone.map({ _ in "--pay-zone" }) {
        throw UsageError("option-without-use", "\(given) is for a remote job", cure: "add --remote, or leave it out")
      }
      return []
    }
    let tiers = try PayTiers(parameters: session.parameters, on: question.asOf)
    let chosen = try chosenZone(tiers)
    var asked = try places(question, hasSite: hasSite, session: session, note: note)
    let nation = try inNation(question, session: session)
    asked.append(Asked(zone: .national, question: nation))
    var found: [ZoneEstimate] = []
    switch chosen {
    case .place(let zone):
      guard asked.contains(where: { $0.zone == zone }) else {
        throw UsageError(
          "zone-without-place", "--pay-zone \(zone.rawValue) needs to know the place",
          cure: zone == .home ? "say where you live: --home Boise" : "say where the employer is: --location Denver")
      }
    case .tier(let number):
      found.append(try tier(number, of: tiers, nation: nation, home: asked.first { $0.zone == .home }, market: market))
    }
    for place in asked {
      let one = ZoneEstimate(zone: place.zone, estimate: try market.estimate(place.question))
      found.insert(one, at: chosen == .place(place.zone) ? 0 : found.count)
    }
    return found
  }

  /// The questions of the zones that are places, the nation apart.
  private func places(
    _ question: MarketQuestion, hasSite: Bool, session: Session, note: (String) -> Void
  ) throws -> [Asked] {
    var asked: [Asked] = []
    if hasSite { asked.append(Asked(zone: .site, question: question)) }
    if let home {
      let found = try session.place(home)
      if let text = found.note { note(text) }
      asked.append(Asked(zone: .home, question: moved(question, to: found.value)))
    }
    return asked
  }

  private func inNation(_ question: MarketQuestion, session: Session) throws -> MarketQuestion {
    let country = question.location.country
    return moved(question, to: try session.place(country == "US" ? country : "country:" + country).value)
  }

  /// Pay of a tier: the one named, else that of the home.
  private func tier(
    _ number: Int?, of tiers: PayTiers, nation: MarketQuestion, home: Asked?, market: MarketModel
  ) throws -> ZoneEstimate {
    if let number, let tier = tiers[number] {
      return ZoneEstimate(zone: .tiers, tier: number, estimate: try market.estimate(nation, inTier: tier))
    }
    let names = tiers.all.map { "tier-\($0.number)" }.joined(separator: ", ")
    guard let home = home?.question.location else {
      throw UsageError(
        "zone-without-place", "--pay-zone tiers needs to know the place",
        cure: "say where you live (--home Boise), or name the tier: \(names)")
    }
    guard let index = try market.costOfLabour(of: home, on: nation.asOf), let tier = tiers.tier(ofCostOfLabour: index)
    else {
      throw NoMarketData(
        message: "no data set measures the cost of labour of \(home.name), which gives its tier",
        cure: "name the tier: --pay-zone, one of \(names)")
    }
    return ZoneEstimate(
      zone: .tiers, tier: tier.number, estimate: try market.estimate(nation, inTier: tier, of: (home, index)))
  }

  private func moved(_ question: MarketQuestion, to place: Location) -> MarketQuestion {
    var moved = question
    moved.location = place
    return moved
  }

  private func chosenZone(_ tiers: PayTiers) throws -> Zone {
    guard let payZone else { return .place(.national) }
    let typed = payZone.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: "-")
    if let tier = tiers.all.first(where: { typed == "tier-\($0.number)" || typed == "tier\($0.number)" }) {
      return .tier(tier.number)
    }
    switch PayZone(rawValue: typed) {
    case .tiers?: return .tier(nil)
    case let zone?: return .place(zone)
    case nil:
      throw UnknownChoice(
        kind: "pay zone", given: payZone,
        valid: PayZone.allCases.map(\.rawValue) + tiers.all.map { "tier-\($0.number)" })
    }
  }

  /// What would narrow the answer: the zone, and the home.
  var questions: [String] {
    var questions: [String] = []
    if payZone == nil {
      questions.append(
        "Which pay zone does the employer use: site, home, national or tiers? Ask; the national one counts until you "
          + "know (--pay-zone).")
    }
    if home == nil { questions.append("Where do you live? --home Boise shows its pay beside the others.") }
    return questions
  }
}
