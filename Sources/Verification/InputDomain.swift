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
  /// A return for a year, which cannot lose more than all.
  static let aboveMinusOne = InputDomain(text: "above -1") { $0 > -1 }
  /// A number of periods that a computer can go through one by one.
  static let periods = InputDomain(text: "a whole number from 0 to 100,000") {
    (0...100_000).contains($0) && $0 == $0.rounded()
  }
  /// A standard deviation a year; beyond it there is hardly a price left.
  static let volatility = InputDomain(text: "from 0 to 50, 0.3 for 30 %") { (0...50).contains($0) }
  /// Steps of a tree, whose work grows with their square.
  static let steps = InputDomain(text: "a whole number from 1 to 20,000") {
    (1...20_000).contains($0) && $0 == $0.rounded()
  }
  /// Draws of a simulation.
  static let paths = InputDomain(text: "a whole number from 1 to 100,000,000") {
    (1...1e8).contains($0) && $0 == $0.rounded()
  }
  /// Years of a contract, a fund, a restriction.
  static let years = InputDomain(text: "from 0 to 100 years") { (0...100).contains($0) }
}
