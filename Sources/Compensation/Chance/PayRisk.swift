/// How a payment depends on chance: on keeping the job, and on what decides its size.
///
///     PayRisk(.stays([.init(month: 24, share: 1)]), [.growth(from: 0, to: 24, volatility: 0.4)])    // an RSU
///
/// The element that makes the payment says so; its size when it is paid follows from its expected value, so that the
/// mean over all outcomes is the expected value.
struct PayRisk: Sendable, Equatable {
  /// What it takes to be there.
  enum Staying: Sendable, Equatable {
    /// Paid in any case.
    case always
    /// For whoever still holds the job at the end of a month.
    case stay(through: Int)
    /// Parts, each for whoever still holds the job at the end of a month.
    case stays([Step])
    /// Paid on a layoff in this month, or lost by it.
    case laidOff(in: Int)
    /// Paid, less the share to be given back on a layoff in month 1, 2, ...
    case repays([Double])
  }

  struct Step: Sendable, Equatable {
    let month: Int
    let share: Double
  }

  /// What decides its size. Each has a mean of 1 once divided by what it is worth on average.
  enum Factor: Sendable, Equatable {
    /// The payout of a bonus, or of the employer's own goals, in an offer year.
    case payout(TargetBonus, year: Int)
    /// One of several outcomes, by odds.
    case outcomes(PayoutOdds, Luck)
    /// All or nothing: paid if a number between 0 and 1 falls between two others.
    case chance(from: Double, to: Double, Luck)
    /// A claim on the employer, for this many months: paid in full, or what is recovered if it fails before.
    case credit(annualDefault: Double, recovery: Double, months: Int)
    /// What the employer's share gains between two months over what it costs to wait; nil for the usual volatility.
    case growth(from: Int, to: Int, volatility: Double?)
    /// Shares by rank among peers, with their price, at a month.
    case rank(RelativeReturnShares, month: Int)
    /// What an option gains, held at most to its own end, with the price that it has and the month it vests in.
    case gain(BlackScholes, price: Double, vesting: Int)
    /// What selling at once brings over the money withheld, in an offering between two months.
    case purchase(PurchasePlan, from: Int, to: Int)
    /// What an exit pays on a grant in a private company, by its place in the offer; nothing without an exit, whose
    /// odds are given.
    case exit(grant: Int, odds: Double)
    /// A call on all the equity of a private company.
    case equityCall(BlackScholes)
    /// The manager's part of a fund's profit.
    case carry(CarriedInterest, fund: Double, years: Double, rate: Double, volatility: Double)

    /// Something or nothing.
    static func odds(_ odds: Double, _ luck: Luck) -> Factor { .chance(from: 0, to: odds, luck) }
  }

  let staying: Staying
  let factors: [Factor]

  init(_ staying: Staying, _ factors: [Factor] = []) {
    self.staying = staying
    self.factors = factors
  }

  /// Nothing is left to chance.
  static let sure = PayRisk(.always)

  /// Paid in full to whoever still holds the job at the end of a month.
  static func stays(through month: Int, _ factors: [Factor]) -> PayRisk {
    PayRisk(.stay(through: month), factors)
  }

  /// The part that is paid when the job is lost in a month; nil for never.
  func weight(layoffIn month: Int?) -> Double {
    let last = month ?? .max
    switch staying {
    case .always: return 1
    case .stay(let month): return month < last ? 1 : 0
    case .stays(let steps): return steps.reduce(0) { $1.month < last ? $0 + $1.share : $0 }
    case .laidOff(let paid): return paid == last ? 1 : 0
    case .repays(let shares): return last <= shares.count ? 1 - shares[last - 1] : 1
    }
  }
}
