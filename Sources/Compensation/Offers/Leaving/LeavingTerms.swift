/// What the contract says about the end of the job, beside severance.
///
///     notice: 3mo
///     garden_leave: 3mo
///     non_compete: 12mo
///     change_in_control: {pay: 18mo, includes: base and bonus, trigger: double}
public struct LeavingTerms: Sendable, Equatable {
  /// Months of pay between being told and being gone, the same for both sides; two weeks are 0.46 of one.
  public var noticeMonths: Double?
  /// Months in which one is paid and kept from working; part of the notice, if there is one.
  public var gardenLeaveMonths: Double?
  /// Months in which one may not work for a competitor.
  public var nonCompeteMonths: Int?
  public var changeOfControl: ChangeOfControl?

  public init() {}

  /// Nothing is said of notice or garden leave.
  var isSilent: Bool { noticeMonths == nil && gardenLeaveMonths == nil }

  /// Months of base paid after a layoff has been announced: garden leave is spent within the notice.
  public var paidNoticeMonths: Double { max(noticeMonths ?? 0, gardenLeaveMonths ?? 0) }
}
