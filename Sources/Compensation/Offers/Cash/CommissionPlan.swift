/// Pay by what one brings in: a target at 100 % of a quota, a curve over it, an advance.
///
///     commission: {target: 60k, accelerator: 1.5, cap: 200%, draw: {amount: 3k/mo, recoverable: no}}
///     commission: {target: 60k, attainment: [{share: 70%, odds: 25%}, {share: 100%, odds: 50%}, {share: 130%, odds: 25%}]}
public struct CommissionPlan: Sendable, Equatable {
  /// A part of the quota and how often it is reached.
  public struct Attainment: Sendable, Equatable {
    public var share: Double
    public var odds: Double

    public init(share: Double, odds: Double) {
      self.share = share
      self.odds = odds
    }
  }

  /// A part of the commission paid ahead, month by month.
  public struct Draw: Sendable, Equatable {
    public var perMonth: Double
    /// To be made good out of later commissions: then it pays earlier, and no more.
    public var isRecoverable: Bool

    public init(perMonth: Double, isRecoverable: Bool) {
      self.perMonth = perMonth
      self.isRecoverable = isRecoverable
    }
  }

  public var target: TargetBonus.Target
  /// Empty for the usual curve.
  public var attainment: [Attainment]
  /// Part of the quota below which nothing is paid.
  public var floor: Double
  /// What each point above the quota pays, of a point below it.
  public var accelerator: Double
  /// The most that is paid, of the target; nil without a cap.
  public var cap: Double?
  public var draw: Draw?

  public init(
    target: TargetBonus.Target, attainment: [Attainment] = [], floor: Double = 0, accelerator: Double = 1,
    cap: Double? = nil, draw: Draw? = nil
  ) {
    self.target = target
    self.attainment = attainment
    self.floor = floor
    self.accelerator = accelerator
    self.cap = cap
    self.draw = draw
  }

  /// Pay over target at a part of the quota.
  ///
  ///     CommissionPlan(target: .amount(60_000), accelerator: 1.5).multiple(at: 1.2)    // 1.3
  public func multiple(at share: Double) -> Double {
    guard share >= floor else { return 0 }
    let paid = share <= 1 ? share : 1 + accelerator * (share - 1)
    return min(paid, cap ?? .infinity)
  }
}
