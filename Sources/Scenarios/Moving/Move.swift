/// The pay in another place that lives as a pay does here, and the other way.
///
///     let move = Move(from: denver, to: seattle, pay: 178_000, exchange: 1)
///     try #require(move.answer).needed.pay
public struct Move {
  public let here: MovePlace
  public let there: MovePlace
  public let pay: Double
  /// What one unit of the currency here is exchanged for, in that of there; nil where it is not quoted.
  public let exchange: Double?
  /// The pay that is offered there; the same pay, exchanged, unless it is known.
  public let offered: Double?
  /// What the move costs once, in the currency here.
  public let movingCost: Double
  /// The years the cost is spread over.
  public let years: Double

  public init(
    from here: MovePlace, to there: MovePlace, pay: Double, exchange: Double?, offered: Double? = nil,
    movingCost: Double = 0, years: Double = 4
  ) {
    self.here = here
    self.there = there
    self.pay = pay
    self.exchange = exchange
    self.offered = offered ?? exchange.map { pay * $0 }
    self.movingCost = movingCost
    self.years = years
  }

  /// Pay and what becomes of it, in both places.
  public struct Answer: Sendable {
    public let now: TaxedPay
    /// There, with the pay that lives as here.
    public let needed: TaxedPay
    /// There, with ``Move/offered``.
    public let offered: TaxedPay?
    /// Here, with the pay that lives as the offered one does there.
    public let reverse: TaxedPay?
    public let cost: Cost?
  }

  /// The cost of moving, beside what it brings.
  public struct Cost: Sendable {
    /// Once, in the currency here.
    public let once: Double
    public let years: Double
    /// What each of the years has to bring, in the currency there; nil where no rate is known.
    public let perYear: Double?
    /// There, with the pay that lives as here and has brought the cost back after those years.
    public let needed: TaxedPay?
    /// The years after which the offered pay has brought it back; nil where it never does.
    public let paidBack: Double?
  }

  /// What is left here after the own lines: below 0 there is nothing to compare.
  public var spending: Double { here.taxed(pay).net - here.ownLines }

  /// Nil where no pay is enough.
  public var answer: Answer? {
    let now = here.taxed(pay)
    let target = there.net(livingAs: now.net, in: here)
    guard let needed = there.pay(netting: target) else { return nil }
    let paid = offered.map(there.taxed)
    var reverse: TaxedPay?
    if let paid {
      guard let found = here.pay(netting: here.net(livingAs: paid.net, in: there)) else { return nil }
      reverse = here.taxed(found)
    }
    return Answer(
      now: now, needed: there.taxed(needed), offered: paid, reverse: reverse,
      cost: movingCost > 0 ? cost(target, paid) : nil)
  }

  private func cost(_ target: Double, _ paid: TaxedPay?) -> Cost {
    let whole = exchange.map { movingCost * $0 }
    let gain = paid.map { $0.net - target } ?? 0
    return Cost(
      once: movingCost, years: years, perYear: whole.map { $0 / years },
      needed: whole.flatMap { there.pay(netting: target + $0 / years) }.map(there.taxed),
      paidBack: gain > 0 ? whole.map { $0 / gain } : nil)
  }
}
