import Quantities

/// The part of an incentive grant that US law taxes as nonqualified: more becomes exercisable in a calendar year than
/// the limit.
///
///     15,000 options at 40, a third a year: 200,000 a year, of which 100,000 is incentive
///
/// Shares count at their price at grant, which is the strike; earlier grants come first. With early exercise all of a
/// grant is exercisable in the year of the grant. Reference: Internal Revenue Code section 422(d).
struct IncentiveOptionLimit {
  /// In the law's dollars.
  let yearly: Double
  private let beyond: [Int: Double]

  init(offer: Offer, terms: ValuationTerms) throws {
    yearly = try terms.parameters.value("option.iso-yearly-limit", on: terms.asOf)
    var used: [Int: Double] = [:]
    var beyond: [Int: Double] = [:]
    func start(_ grant: EquityGrant) -> CalendarDate { grant.granted ?? terms.dayZero }
    for grant in offer.equity.sorted(by: { (start($0), $0.pathIndex) < (start($1), $1.pathIndex) }) {
      guard case .option(let option) = grant.instrument, option.kind == .incentive else { continue }
      for event in grant.vesting.events {
        let year = start(grant).addingMonths(option.allowsEarlyExercise ? 0 : event.month).year
        let value = grant.units * event.share * option.strike
        let left = max(0, yearly - (used[year] ?? 0))
        used[year, default: 0] += value
        beyond[grant.pathIndex, default: 0] += max(0, value - left) / option.strike
      }
    }
    self.beyond = beyond
  }

  /// Options of a grant over the limit.
  func unitsBeyond(_ grant: EquityGrant) -> Double { beyond[grant.pathIndex] ?? 0 }

  func fact(_ grant: EquityGrant) -> ElementFact {
    ElementFact(
      "units_beyond_iso_limit", unitsBeyond(grant), .count,
      "Options of the grant that are taxed as nonqualified because too much becomes exercisable in one year.",
      "by calendar year, strike x units first exercisable then, less \(NumberText.grouped(yearly)), / strike",
      defaults: ["option.iso-yearly-limit"])
  }
}
