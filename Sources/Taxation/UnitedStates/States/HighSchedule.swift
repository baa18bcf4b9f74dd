/// Arkansas's schedule for taxable income above a line, less an adjustment that fades just above it.
struct HighSchedule: Sendable {
  private let from: Double
  private let brackets: TaxTable
  private let adjustment: TaxTable?
  private let correction: Double

  init?(from: TaxTable?, brackets: TaxTable?, adjustment: TaxTable?, correction: TaxTable?) {
    guard let from, let brackets else { return nil }
    self.from = from.value(at: 0)
    self.brackets = brackets
    self.adjustment = adjustment
    self.correction = correction?.value(at: 0) ?? 0
  }

  /// Nil up to the line.
  func tax(on taxable: Double) -> Double? {
    guard taxable > from else { return nil }
    return brackets.tax(on: taxable) - (adjustment?.value(at: taxable) ?? 0) - correction
  }
}
