/// The way to work.
///
///     commute: 25min                                   // one way
///     commute: {one_way: 25min, cost: 12/day, days: 3}
///     commute: none
public struct CommuteTerms: Sendable, Equatable {
  public var minutesOneWay: Double
  /// Fares, fuel, parking.
  public var costPerDay: Double
  /// Days a week; nil for five less those at home.
  public var daysPerWeek: Double?

  public init(minutesOneWay: Double, costPerDay: Double = 0, daysPerWeek: Double? = nil) {
    self.minutesOneWay = minutesOneWay
    self.costPerDay = costPerDay
    self.daysPerWeek = daysPerWeek
  }

  public static let none = CommuteTerms(minutesOneWay: 0, daysPerWeek: 0)
}
