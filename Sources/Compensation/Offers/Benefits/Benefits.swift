/// Benefits beside retirement money, health cover and paid leave.
public struct Benefits: Sendable, Equatable {
  public var pension: PensionPlan?
  public var healthAccount: HealthAccount?
  public var insurance: InsuranceCover?
  public var parentalLeave: ParentalLeave?
  /// In the order written.
  public var allowances: [Allowance] = []
  public var commute: CommuteTerms?
  /// Days a week worked at home; nil where nothing is said.
  public var remoteDays: Double?

  public init() {}
}
