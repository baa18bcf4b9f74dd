import ModelTestSupport
import Quantities
import Testing

@Suite("Dates")
struct CalendarDateTests {
  @Test("Every day from 1900 to 2100 is a date of its own, in order, and reads back")
  func everyDay() {
    var last = day("1899-12-31")
    for count in -25_567...47_846 {
      let date = CalendarDate(daysSince1970: count)
      guard date > last, CalendarDate(date.description) == date else {
        Issue.record("day \(count) is \(date) after \(last)")
        return
      }
      last = date
    }
    #expect(last == day("2100-12-31"))
  }

  @Test(
    "Known days have their known numbers",
    arguments: [
      (-25_567, "1900-01-01"), (-1, "1969-12-31"), (0, "1970-01-01"), (11_016, "2000-02-29"),
      (20_778, "2026-11-21"), (47_541, "2100-03-01"),
    ])
  func anchors(count: Int, text: String) {
    #expect(CalendarDate(daysSince1970: count).description == text)
  }

  @Test(
    "A month later is clamped to the month's last day",
    arguments: [
      ("2026-01-31", 1, "2026-02-28"), ("2028-01-31", 1, "2028-02-29"), ("2026-12-31", 2, "2027-02-28"),
      ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"), ("2026-11-21", 48, "2030-11-21"),
    ])
  func clamping(from: String, months: Int, to: String) {
    #expect(day(from).addingMonths(months).description == to)
  }

  @Test("Months between two dates do not look at the days")
  func monthDifference() {
    #expect(day("2025-05-31").months(to: day("2026-11-01")) == 18)
    #expect(day("2026-11-01").months(to: day("2025-05-31")) == -18)
    #expect(day("2026-11-01").months(to: day("2026-11-30")) == 0)
  }

  @Test(
    "What is no day is no date",
    arguments: [
      "2026-02-29", "1900-02-29", "2026-04-31", "2026-13-01", "2026-1-01", "26-01-01", "2026-01-01 ", "",
    ])
  func refused(text: String) {
    #expect(CalendarDate(text) == nil)
  }
}
