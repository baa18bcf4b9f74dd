import Quantities

/// What leaving costs at the end of each month of the window, and what to ask a new employer to make whole.
///
///     let calendar = try LeavingCalendar(of: current, under: terms)
///     calendar.makeWhole            // USD 41,250.00 on day 0
///     calendar.months[4].total      // USD 12,900.00, once a year's shares have vested
public struct LeavingCalendar: Sendable {
  /// Leaving at the end of one month.
  public struct Month: Sendable {
    /// Months after day 0; 0 is day 0 itself.
    public let month: Int
    public let date: CalendarDate
    /// Everything lost or owed, of what would come in the window.
    public let items: [ForfeitedItem]
    /// What the paper promises, by kind of loss, in today's money.
    public let paper: [ForfeitedItem.Kind: Money]
    /// The sum of the parts.
    public let total: Money
    /// The same at the odds of still being there when it vests or is paid.
    public let expected: Money
    /// What is held or earned by then and would come after the window: lost as well, and in no total.
    public let laterItems: [ForfeitedItem]
    public let afterWindow: Money
    /// What it costs, before tax, to keep the options that have vested by then, grant by grant.
    public let cheques: [Cheque]
    public let exerciseCheque: Money
  }

  /// What it costs to keep the vested options of a grant.
  public struct Cheque: Sendable, Equatable {
    /// `equity[1]`
    public let component: String
    public let amount: Money
    /// `2,000 x 10`: units vested by then, and the strike.
    public let how: String
  }

  public let offer: Offer
  /// Month 0 to the last of the window.
  public let months: [Month]
  /// How long one may buy after leaving, the shortest of all grants; nil without options.
  public let exerciseWindow: Int?
  public let exerciseWindowsDiffer: Bool
  /// What may be lost as well and is counted as nothing, since nobody says how much it is.
  public let notStated: [String]
  /// Defaults that went into it.
  public let defaults: [Parameter]

  public init(of offer: Offer, under terms: ValuationTerms) throws {
    let log = ParameterLog()
    let terms = terms.logging(to: log)
    let valuer = try OfferValuer(offer: offer, terms: terms)
    let stakes = try valuer.stakes()
    let options = offer.equity.compactMap(Options.init)
    let zero = Money.zero(terms.currency)
    self.offer = offer
    let windows = try options.map { try valuer.exerciseWindow(of: $0.terms) }
    exerciseWindow = windows.min()
    exerciseWindowsDiffer = Set(windows).count > 1
    notStated = offer.unstatedHoldings(under: terms) + offer.missingFacts
    months = (0...terms.months).map { month in
      let items = stakes.forfeited(leavingAfter: month)
      let later = stakes.forfeitedLater(leavingAfter: month)
      let paper = items.reduce(into: [:]) { $0[$1.kind, default: zero] = $0[$1.kind, default: zero] + $1.paper }
      let cheques = options.map { $0.cheque(leavingAfter: month, valuer) }
      return Month(
        month: month, date: terms.dayZero.addingMonths(month), items: items, paper: paper,
        total: paper.values.reduce(zero, +), expected: items.map(\.amount).reduce(zero, +), laterItems: later,
        afterWindow: later.map(\.paper).reduce(zero, +), cheques: cheques,
        exerciseCheque: cheques.map(\.amount).reduce(zero, +))
    }
    defaults = log.rows
  }

  /// What leaving on day 0 gives up: what to ask a new employer to make whole.
  public var makeWhole: Money { months[0].total }

  /// What is held or earned on day 0 and would come after the window.
  public var afterWindow: Money { months[0].afterWindow }

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
    case .option(let terms), .privateOption(let terms, _):
      guard terms.kind != .appreciation else { return nil }
      (self.grant, self.terms) = (grant, terms)
    default: return nil
    }
  }

  func cheque(leavingAfter month: Int, _ valuer: OfferValuer) -> LeavingCalendar.Cheque {
    let cost = ExerciseCost(
      grant: grant, option: terms, terms: valuer.terms,
      lastMonth: (try? valuer.monthsToExpiry(of: terms, grant)) ?? .max)
    let units = cost.vestedUnits(valuer.tranches(of: grant), by: month)
    let strike = valuer.terms.converted(terms.strike, from: grant.currency.code)
    return LeavingCalendar.Cheque(
      component: "equity[\(grant.pathIndex)]",
      amount: Money(units * strike, valuer.terms.currency),
      how: "\(AmountText.plain(units)) x \(AmountText.plain(strike))")
  }
}
