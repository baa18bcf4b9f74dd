import Glibc
import Quantities

/// What every offer of a scenario is valued under: dates, discounting, defaults.
public struct ValuationTerms: Sendable {
  public var asOf: CalendarDate
  /// Every new offer is valued as if it began on this day.
  public var dayZero: CalendarDate
  /// The window in months: the planned stay.
  public var months: Int
  /// Annual effective.
  public var discountRate: Double {
    didSet { factors = ValuationTerms.factors(discountRate) }
  }
  public var currency: Currency
  public var parameters: ParameterTable
  /// Units of the totals' currency for one unit of another, by code.
  public var exchangeRates: [String: Double]
  /// When and by whom those rates were published; nil when nothing is converted.
  public var rateOrigin: RateOrigin?
  /// Relative risk aversion; nil for the usual one.
  public var riskAversion: Double?
  /// Liquid wealth, in the totals' currency; nil for the usual share of ``payToday``.
  public var wealth: Double?
  /// Base pay of the job one has, else of the first offer: what an unknown wealth is guessed from.
  public var payToday: Double?
  /// The cover that health plans are taken to have where they do not say; nil assumes nothing of offers that are silent.
  public var usualCover: HealthCover?
  /// Whether that follows from what is said of the household; else it is taken for one person.
  public var isCoverKnown = true
  /// Whether what each grant would be worth by itself is computed too: for who reads about one, not for a batch.
  public var opensGrants = false
  /// Prices and courses that take long to compute, kept for the next time the same is asked.
  private(set) var prices = PriceMemo()
  private(set) var courses = CourseMemo()
  /// Discount factors of the first ten years, which every payment asks for.
  private var factors: [Double]

  /// Whose rates money is converted at, and of which day.
  public struct RateOrigin: Sendable, Equatable {
    public let date: CalendarDate
    public let source: String

    public init(date: CalendarDate, source: String) {
      self.date = date
      self.source = source
    }
  }

  public init(
    asOf: CalendarDate, dayZero: CalendarDate, months: Int, discountRate: Double, currency: Currency,
    parameters: ParameterTable, exchangeRates: [String: Double] = [:], rateOrigin: RateOrigin? = nil
  ) {
    self.asOf = asOf
    self.dayZero = dayZero
    self.months = months
    self.discountRate = discountRate
    factors = ValuationTerms.factors(discountRate)
    self.currency = currency
    self.parameters = parameters
    self.exchangeRates = exchangeRates
    self.rateOrigin = rateOrigin
  }

  /// The same terms, with what was computed under others at hand: figures stay what they are.
  public func remembering(_ other: ValuationTerms) -> ValuationTerms {
    var copy = self
    copy.prices = other.prices
    copy.courses = other.courses
    return copy
  }

  /// The same terms, telling `log` each default they are asked for.
  public func logging(to log: ParameterLog) -> ValuationTerms {
    var copy = self
    copy.parameters = parameters.logging(to: log)
    return copy
  }

  /// Discount factor of a payment at the end of month m: (1 + r)^(-m / 12).
  public func discount(_ month: Int) -> Double {
    factors.indices.contains(month) ? factors[month] : ValuationTerms.factor(discountRate, month)
  }

  private static func factors(_ rate: Double) -> [Double] { (0...120).map { factor(rate, $0) } }

  private static func factor(_ rate: Double, _ month: Int) -> Double { pow(1 + rate, -Double(month) / 12) }

  /// The discount rate as pricing formulas take it: continuous, a year.
  var continuousRate: Double { log(1 + discountRate) }

  /// A(n): what a flat 1 a year, paid monthly over the window, is worth today.
  ///
  /// A flat base of 180,000 has the present value 180,000 x A and so annualises to 180,000.
  public var annuity: Double { (1...max(1, months)).reduce(0) { $0 + discount($1) } / 12 }

  /// Offer years in the window; the last may be short.
  public var years: Int { (months + 11) / 12 }

  /// The offer year of a month: 1 to 12 is year 1, and so is month 0.
  public func year(of month: Int) -> Int { month == 0 ? 1 : (month - 1) / 12 + 1 }

  /// The month that contains a day, counted from day 0: month 1 holds the days after day 0 up to a calendar month
  /// later. Nil on or before day 0.
  public func month(containing date: CalendarDate) -> Int? {
    guard date > dayZero else { return nil }
    var month = max(1, dayZero.months(to: date))
    while dayZero.addingMonths(month) < date { month += 1 }
    return month
  }

  /// An amount in the totals' currency.
  public func converted(_ amount: Double, from code: String) -> Double {
    code == currency.code ? amount : amount * (exchangeRates[code] ?? 1)
  }
}
