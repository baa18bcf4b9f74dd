/// A day of the Gregorian calendar, without a time zone.
///
///     CalendarDate("2026-11-21")!.addingMonths(3)    // 2027-02-21
///     CalendarDate("2026-01-31")!.addingMonths(1)    // 2026-02-28: clamped to the month's last day
public struct CalendarDate: Hashable, Comparable, Sendable, CustomStringConvertible {
  public let year: Int
  public let month: Int
  public let day: Int

  /// The date, or nil when there is no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month),
      day >= 1, day <= CalendarDate.length(ofMonth: month, year: year)
    else { return nil }
    self.year = year
    self.month = month
    self.day = day
  }

  /// Reads an ISO date, `2026-11-21`, and nothing else.
  public init?(_ text: String) {
    guard text.utf8.count == 10 else { return nil }
    var parts = (year: 0, month: 0, day: 0)
    for (index, byte) in text.utf8.enumerated() {
      let digit = Int(byte) - 48
      switch index {
      case 4, 7:
        if byte != UInt8(ascii: "-") { return nil }
        continue
      case _ where !(0...9).contains(digit): return nil
      case 0..<4: parts.year = parts.year * 10 + digit
      case 5..<7: parts.month = parts.month * 10 + digit
      default: parts.day = parts.day * 10 + digit
      }
    }
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }

  /// The date of a count of days since 1970-01-01 (Howard Hinnant, "chrono-compatible low-level date algorithms").
  public init(daysSince1970 days: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The same day `months` later (or earlier), clamped to that month's last day.
  public func addingMonths(_ months: Int) -> CalendarDate {
    let index = year * 12 + (month - 1) + months
    let newYear = index >= 0 ? index / 12 : (index - 11) / 12
    let newMonth = index - newYear * 12 + 1
    let newDay = min(day, CalendarDate.length(ofMonth: newMonth, year: newYear))
    return CalendarDate(year: newYear, month: newMonth, day: newDay) ?? self
  }

  /// Calendar months from this date's month to another's; the days do not count.
  ///
  ///     CalendarDate("2025-05-31")!.months(to: CalendarDate("2026-11-01")!)    // 18
  public func months(to other: CalendarDate) -> Int {
    (other.year * 12 + other.month) - (year * 12 + month)
  }

  /// The first day of this month.
  public var startOfMonth: CalendarDate { CalendarDate(year: year, month: month, day: 1) ?? self }

  /// `2026-11`
  public var monthText: String { CalendarDate.padded(year, 4) + "-" + CalendarDate.padded(month, 2) }

  /// `November 2026`
  public var monthName: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
      "November", "December",
    ]
    return "\(names[month - 1]) \(year)"
  }

  /// `2026-11-21`
  public var description: String { monthText + "-" + CalendarDate.padded(day, 2) }

  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    (left.year, left.month, left.day) < (right.year, right.month, right.day)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: return 30
    default: return 31
    }
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
