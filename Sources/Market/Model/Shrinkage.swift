import Glibc
import Quantities

/// How far a metro's own cell is believed against what the nation and its cost of labour predict.
///
/// theta = g y + (1 - g) m in logs, with g = tau^2 / (tau^2 + s^2): y the published figure, s its standard error,
/// m = ln(nation) + ln(cost of labour), tau the true spread of metros around m, by the method of moments.
///
/// Reference: Efron and Morris, "Data analysis using Stein's estimator and its generalizations", JASA 70 (1975).
public struct Shrinkage: Sendable, Equatable {
  /// Spread of metros around the prediction, a log standard deviation.
  public let tau: Double
  /// Metros it was measured on.
  public let metros: Int

  public init(tau: Double, metros: Int) {
    self.tau = tau
    self.metros = metros
  }

  /// One metro's deviation from the prediction, with its standard error; both in logs.
  public struct Deviation: Sendable {
    public let value: Double
    public let standardError: Double

    public init(value: Double, standardError: Double) {
      self.value = value
      self.standardError = standardError
    }
  }

  /// tau^2 = variance of the deviations less the mean of their squared errors, not below zero.
  public static func fitted(to deviations: [Deviation]) -> Shrinkage {
    let count = Double(deviations.count)
    guard deviations.count > 1 else { return Shrinkage(tau: 0, metros: deviations.count) }
    let mean = deviations.reduce(0) { $0 + $1.value } / count
    let variance = deviations.reduce(0) { $0 + ($1.value - mean) * ($1.value - mean) } / (count - 1)
    let noise = deviations.reduce(0) { $0 + $1.standardError * $1.standardError } / count
    return Shrinkage(tau: max(0, variance - noise).squareRoot(), metros: deviations.count)
  }

  /// g: 1 believes the place's own cell entirely, 0 not at all.
  public func weight(standardError: Double) -> Double {
    let total = tau * tau + standardError * standardError
    return total > 0 ? tau * tau / total : 1
  }
}

/// Standard errors of a cell's percentiles from the published error of its mean.
struct CellError {
  let floor: Double
  let median: Double
  let quartile: Double
  let decile: Double

  init(parameters: ParameterTable, on date: CalendarDate) throws {
    floor = try parameters.value("place.error-floor", on: date)
    median = try parameters.value("place.median-error-factor", on: date)
    quartile = try parameters.value("place.quartile-error-factor", on: date)
    decile = try parameters.value("place.decile-error-factor", on: date)
  }

  /// Log standard error of a percentile; nil when the publisher gives none for the mean.
  func standardError(of probability: Double, in cell: PayCell) -> Double? {
    guard let percent = cell.meanRelativeError else { return nil }
    let distance = abs(probability - 0.5)
    let factor = distance < 0.1 ? median : distance < 0.3 ? quartile : decile
    return max(floor, factor * percent / 100)
  }
}
