import Quantities

/// Time that turns a rate an hour or a day into pay a year.
///
///     UsualHours(perWeek: 40, billablePerYear: 1_880, workingDays: 260)
public struct UsualHours: Sendable {
  /// Of an employee.
  public var perWeek: Double
  /// Of a contractor, who is not paid for leave and idle days.
  public var billablePerYear: Double

  /// Days an employee is paid for in a year, leave and holidays with them.
  public var workingDays: Double

  public init(perWeek: Double, billablePerYear: Double, workingDays: Double) {
    self.perWeek = perWeek
    self.billablePerYear = billablePerYear
    self.workingDays = workingDays
  }

  /// The defaults; custom and no law, so one row each, whatever the date.
  public init(_ parameters: ParameterTable) throws {
    let date = CalendarDate(daysSince1970: 0)
    perWeek = try parameters.value("work.hours-a-week", on: date)
    billablePerYear = try parameters.value("contract.billable-hours", on: date)
    workingDays = try parameters.value("leave.working-days", on: date)
  }

  /// With the scenario's own in their place.
  func overridden(by values: [String: Double]) -> UsualHours {
    UsualHours(
      perWeek: values["work.hours-a-week"] ?? perWeek,
      billablePerYear: values["contract.billable-hours"] ?? billablePerYear,
      workingDays: values["leave.working-days"] ?? workingDays)
  }
}
