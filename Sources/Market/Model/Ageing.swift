import Glibc
import Quantities

/// Brings pay from a survey's month to the month of the question: (1 + rate)^(months / 12), whole months.
///
/// The rate is the 12-month change of the Employment Cost Index, wages and salaries, private industry, for the
/// occupation group; never survey against survey. An earlier month gives a factor below 1.
///
///     AgingFactor(months: 18, annualRate: 0.03).factor    // 1.0453
public struct AgingFactor: Sendable, Equatable {
  public let months: Int
  /// 0.03 for 3 % a year.
  public let annualRate: Double

  public init(months: Int, annualRate: Double) {
    self.months = months
    self.annualRate = annualRate
  }

  public var factor: Double { months == 0 ? 1 : pow(1 + annualRate, Double(months) / 12) }

  /// The step as the answer prints it.
  func adjustment(from survey: CalendarDate, to asOf: CalendarDate, reference: String) -> Adjustment {
    let direction = NumberText.count(abs(months), "month") + (months >= 0 ? "" : " back")
    return Adjustment(
      name: "ageing", factor: factor,
      detail: "\(direction), \(survey.monthText) to \(asOf.monthText), at \(NumberText.share(annualRate)) a year",
      reference: reference)
  }
}
