/// New York's supplemental tax, which takes back what the lower brackets saved.
///
/// Above an income it adds, for the highest step F below taxable income, `base(F) + increment(F) x min(1, (income - max(F,
/// start)) / width)`. Reference: New York Tax Law section 601(d).
struct BenefitRecapture: Sendable {
  private let base: TaxTable
  private let increment: TaxTable
  private let start: Double
  private let width: Double

  init?(base: TaxTable?, increment: TaxTable?, from: TaxTable?, width: TaxTable?) {
    guard let base, let increment, let from, let width else { return nil }
    self.base = base
    self.increment = increment
    start = from.value(at: 0)
    self.width = width.value(at: 0)
  }

  func amount(grossIncome: Double, taxable: Double) -> Double {
    // The step below taxable income, not the one it stands on.
    guard grossIncome > start, let step = base.rows.last(where: { $0.floor < taxable }) else { return 0 }
    let reached = min(1, max(0, (grossIncome - max(step.floor, start)) / width))
    return step.amount + increment.value(at: step.floor) * reached
  }
}
