/// When an option that may be exercised early ends, for a simulation that looks at one day only: where a European option
/// of that life is worth as much as it is.
///
/// A tree knows the early exercise and the leaving that make an employee's option cheaper; its price tells how long it is
/// held in effect. Reference: the expected term that FASB ASC 718-10-55-30 infers from a lattice.
struct ImpliedLife {
  let months: Int
  /// European, of that life.
  let option: BlackScholes

  /// `option` has the longest life there is; none is shorter than the time to vest.
  init(of option: BlackScholes, price: Double, vesting: Int) {
    let last = max(vesting, Int((option.years * 12).rounded()))
    func lasting(_ months: Int) -> BlackScholes {
      BlackScholes(
        option.kind, spot: option.spot, strike: option.strike, years: Double(months) / 12, rate: option.rate,
        dividendYield: option.dividendYield, volatility: option.volatility)
    }
    // One by one: with dividends a longer life can be worth less, so that there is no order to search by.
    let nearest = (vesting...last).min { abs(lasting($0).price - price) < abs(lasting($1).price - price) }
    months = nearest ?? last
    self.option = lasting(months)
  }
}
