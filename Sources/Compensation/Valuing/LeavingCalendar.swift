import Quantities

/// What leaving costs at the end of each month of the window, and what to ask a new employer to make whole.
///
///     let calendar = try LeavingCalendar(of: current, under: terms)
///     calendar.months[0].total      // USD 41,250.00 on day 0
///     calendar.months[4].total      // USD 12,900.00, once a year's shares have vested
public struct LeavingCalendar: Sendable {
  /// Leaving at the end of one month.
  public struct Month: Sendable {
    /// Months after day 0; 0 is day 0 itself.
    public let month: Int
    public let date: CalendarDate
    /// What the paper promises, by kind of loss, in today's money.
    public let paper: [ForfeitedItem.Kind: Money]
    /// The sum of the parts.
    public let total: Money
    /// The same at the odds of still being there when it vests or is paid.
    public let expected: Money
    /// What it costs, before tax, to keep the options that have vested by then.
    public let exerciseCheque: Money
  }

  public let offer: Offer
  /// Month 0 to the last of the window.
  public let months: [Month]
  /// What vests after the window: in no month's total, and lost as well.
  public let afterWindow: Money
  /// How long one may buy after leaving; nil without options.
  public let exerciseWindow: Int?

  public init(of offer: Offer, under terms: ValuationTerms) throws {
    let valuer = try OfferValuer(offer: offer, terms: terms)
    let stakes = try valuer.stakes()
    let options = offer.equity.compactMap(Options.init)
    self.offer = offer
    exerciseWindow = try options.map { try valuer.exerciseWindow(of: $0.terms) }.min()
    afterWindow = Money(
      try valuer.elements().flatMap(\.beyondHorizon).filter(\.isPromised).reduce(0) { $0 + $1.fair }, terms.currency)
    let zero = Money.zero(terms.currency)
    months = (0...terms.months).map { month in
      let items = stakes.forfeited(leavingAfter: month)
      let paper = items.reduce(into: [:]) { $0[$1.kind, default: zero] = $0[$1.kind, default: zero] + $1.paper }
      return Month(
        month: month, date: terms.dayZero.addingMonths(month), paper: paper,
        total: paper.values.reduce(zero, +), expected: items.map(\.amount).reduce(zero, +),
        exerciseCheque: Money(options.reduce(0) { $0 + $1.cheque(leavingAfter: month, valuer) }, terms.currency))
    }
  }

  /// The kinds of loss that occur, in order.
  public var kinds: [ForfeitedItem.Kind] {
    ForfeitedItem.Kind.allCases.filter { kind in months.contains { ($0.paper[kind]?.minorUnits ?? 0) != 0 } }
  }

  /// The month of the first year after day 0 in which leaving costs least.
  public var cheapestOfFirstYear: Month? {
    months.prefix(13).dropFirst().min { ($0.total.minorUnits, $0.month) < ($1.total.minorUnits, $1.month) }
  }
}

/// A grant that costs money to keep.
private struct Options {
  let grant: EquityGrant
  let terms: OptionTerms

  init?(_ grant: EquityGrant) {
    switch grant.instrument {
    case .option(let terms), .privateOption(let terms, _): (self.grant, self.terms) = (grant, terms)
    default: return nil
    }
  }

  func cheque(leavingAfter month: Int, _ valuer: OfferValuer) -> Double {
    ExerciseCost(grant: grant, option: terms, terms: valuer.terms).cheque(valuer.tranches(of: grant), vestedBy: month)
  }
}
