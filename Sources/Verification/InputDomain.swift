/// The numbers an input may be.
struct InputDomain: Sendable {
  /// `from 0 to 1`, to complete "vol is".
  let text: String
  let contains: @Sendable (Double) -> Bool

  static let any = InputDomain(text: "any number") { _ in true }
  static let notNegative = InputDomain(text: "from 0 up") { $0 >= 0 }
  static let positive = InputDomain(text: "above 0") { $0 > 0 }
  static let share = InputDomain(text: "from 0 to 1") { (0...1).contains($0) }
  /// A discount factor: at 1 the future would be worth without end.
  static let belowOne = InputDomain(text: "from 0 to below 1") { (0..<1).contains($0) }
  /// A rate or yield a year; e to its power times some decades must still be a number.
  static let rate = InputDomain(text: "from -10 to 10, 0.05 for 5 %") { (-10...10).contains($0) }
  /// A number of periods that a computer can go through one by one.
  static let periods = InputDomain(text: "a whole number from 0 to 100,000") {
    (0...100_000).contains($0) && $0 == $0.rounded()
  }
}
