import Compensation
import ModelTestSupport
import Testing

@Suite("Months, years and discounting")
struct ValuationTermsTests {
  @Test(
    "A dated event belongs to the month that contains it; on or before day 0 it is not counted",
    arguments: [
      ("2027-01-30", nil), ("2027-01-31", nil), ("2027-02-01", 1), ("2027-02-28", 1), ("2027-03-01", 2),
      ("2027-03-31", 2), ("2027-04-01", 3), ("2027-04-30", 3), ("2028-01-31", 12), ("2028-02-01", 13),
    ] as [(String, Int?)])
  func months(date: String, month: Int?) {
    #expect(terms(dayZero: "2027-01-31").month(containing: day(date)) == month)
  }

  @Test("Year k is months 12(k - 1) + 1 to 12k, and month 0 is in year 1")
  func years() {
    #expect([0, 1, 12, 13, 24, 25].map(terms().year) == [1, 1, 1, 2, 2, 3])
    #expect(terms(months: 30).years == 3)
  }

  @Test("Rates are annual effective")
  func discounting() {
    #expect(abs(terms().discount(12) - 1 / 1.045) < 1e-15)
    #expect(abs(terms().annuity - 2.805211156674505) < 1e-12)
  }
}
