import Market
import Quantities

/// A job offer, or the job one has: every part of its pay as the paper states it.
public struct Offer: Sendable {
  /// How firm it is; only written offers are alternatives to walk away to.
  public enum Kind: String, CaseIterable, Sendable {
    case current = "current job"
    case written
    case verbal
  }

  /// The path segment it is addressed by: `seattle`.
  public var id: String
  public var title: String
  public var kind: Kind
  public var employer: String
  public var job: PricedJob?
  public var location: Location?
  /// Where one would live, when not where the work is.
  public var home: Location?
  /// Where one would work, when not in ``location``.
  public var workplace: Location?
  public var taxTerms = OfferTaxTerms()
  /// Of a home there, a month.
  public var rent: Money?
  /// The market the employer prices the job in; the place of work unless a pay zone says otherwise.
  public var payZone: Location?
  public var industry: Industry?
  public var stage: String
  /// Size of the organisation as a source words it, or hospital beds, and whom the job reports to: both narrow the
  /// market that the offer is set against.
  public var organizationSize = ""
  public var reportsTo: ReportingLine?
  /// Key of the layoff hazard, such as `hospital` or `public tech`; empty when not stated.
  public var employerKind: String
  /// Months a start-up's money lasts.
  public var runwayMonths: Int?
  public var start: CalendarDate?
  /// Fixed annual cash pay.
  public var baseSalary: Money
  public var raises: [Raise]
  public var bonus: TargetBonus?
  /// Paid for the first year whatever the results.
  public var guaranteedBonus: PromisedPayment?
  public var retention: [PromisedPayment]
  public var signOn: UpfrontPay?
  /// What the employer pays for the move.
  public var relocation: UpfrontPay?
  public var severance: SeveranceTerms?
  public var equity: [EquityGrant]
  public var refreshers: RefresherTerms?
  /// The employer's shares that one has already, at today's price: they make its grants riskier.
  public var holdings: Money?
  public var purchasePlan: PurchasePlanTerms?
  public var retirement: RetirementMatch?
  public var health: HealthPlan?
  /// Fields that say that there is none, such as `severance`: they have no value, and raise no question.
  public var statedNone: Set<String> = []
  public var leave: PaidLeave?
  public var benefits = Benefits()
  public var leavingTerms = LeavingTerms()
  public var work = WorkTerms()
  /// Long-term pay in cash.
  public var cashGrants: [CashGrant] = []
  public var commission: CommissionPlan?
  public var promotion: Promotion?
  /// The employer's money in plans without a fund.
  public var deferredPlans: [DeferredPlan] = []
  /// Typed by the user or posted by the employer: bounds of the base salary.
  public var band: ClosedRange<Double>?
  public var postedRange: ClosedRange<Double>?
  /// Pay that is not open to bargaining: a union scale, a fixed grid.
  public var isPostedPay: Bool
  /// One-off cost of moving for this job.
  public var movingCost: Money?
  public var deadline: CalendarDate?
  /// A departure taken for certain, as a what-if: nil leaves it to the odds.
  public var leaves: Departure?
  /// Stated terms that have no price: budget, staff, cover of officers.
  public var statedTerms: [StatedTerm] = []
  /// Fields read but not priced by this version, by path.
  public var notValued: [String]
  /// What is missing of grants that therefore have no value: each is one of the open questions too.
  public var missingFacts: [String] = []
  /// What has to be asked before a part can be valued, or be valued well: each names the field that it goes to.
  public var openQuestions: [String] = []

  public init(id: String, title: String, kind: Kind, baseSalary: Money) {
    self.id = id
    self.title = title
    self.kind = kind
    employer = ""
    stage = ""
    employerKind = ""
    self.baseSalary = baseSalary
    raises = []
    retention = []
    equity = []
    isPostedPay = false
    notValued = []
  }

  public var isCurrentJob: Bool { kind == .current }

  /// Said to give no health cover, so that none is assumed.
  public var hasNoHealthCover: Bool { statedNone.contains("health") }

  /// Whether the offer neither states a field nor says that there is none.
  ///
  ///     offer.isSilent(on: "severance", offer.severance)
  func isSilent<Value>(on field: String, _ value: Value?) -> Bool { value == nil && !statedNone.contains(field) }

  /// Codes of all currencies it speaks of.
  public var currencies: Set<String> {
    let amounts = [movingCost, holdings].compactMap { $0?.currency }
    return Set(([baseSalary.currency] + currenciesOfEquity + currenciesOfOneOffPay + amounts).map(\.code))
  }

  /// What is paid once may be in others than the base.
  private var currenciesOfOneOffPay: [Currency] {
    var amounts = ([guaranteedBonus].compactMap { $0 } + retention).map(\.amount)
    amounts += [signOn, relocation].compactMap { $0?.amount } + cashGrants.map(\.amount)
    for pay in [severance, leavingTerms.changeOfControl?.pay] {
      if case .amount(let amount) = pay?.size { amounts.append(amount) }
    }
    return amounts.map(\.currency)
  }

  /// Where its pay is compared: the pay zone, else the place of work.
  public var market: Location? { payZone ?? location }

  /// The same offer at another base salary; what is a share of base moves along.
  public func withBase(_ amount: Double) -> Offer {
    var copy = self
    copy.baseSalary = Money(amount, baseSalary.currency)
    return copy
  }
}
