import Glibc
import Market

extension EmployeeOption {
  /// The price in continuous time, which every tree approaches: leaving and reaching the exercise price can happen at
  /// any moment.
  ///
  ///     EmployeeOption(
  ///       spot: 50, strike: 50, years: 10, vestingYears: 3, rate: 0.075, dividendYield: 0.025, volatility: 0.3,
  ///       exitRate: 0.03, exerciseMultiple: 1.2
  ///     ).price    // 13.1751
  ///
  /// Barrier formulas for what a vested option is worth at each share price, then one integral over the price at vesting.
  public var price: Double {
    if vestingYears > years { return 0 }
    let stay = exp(-exitRate * vestingYears)
    if volatility == 0 || vestingYears == 0 || spot == 0 {
      let price = spot * exp((rate - dividendYield) * vestingYears)
      return stay * exp(-rate * vestingYears) * vestedValue(at: price)
    }
    // Exercised at vesting: a call that pays when the price is at or above the exercise price by then.
    let atVesting = BlackScholes(
      .call, spot: spot, strike: exercisePrice, years: vestingYears, rate: rate, dividendYield: dividendYield,
      volatility: volatility)
    let exercised =
      atVesting.forwardValue * StandardNormal.probability(below: atVesting.d1)
      - strike * exp(-rate * vestingYears) * StandardNormal.probability(below: atVesting.d2)
    let deviation = atVesting.deviation
    // Below -9 deviations nothing is left of the option; above, the share's growth moves the weight by one deviation.
    let top = min(-atVesting.d2, 9 + deviation)
    let bottom = min(-9, top - 1)
    // Just before expiry the value still bends sharply where the price passes the strike.
    let kink = min(max(bottom, (log(strike / spot) - motion.drift * vestingYears) / deviation), top)
    let width = min(0.25, max(0.02, ((years - vestingYears) / vestingYears).squareRoot() / 2))
    func held(_ z: Double) -> Double {
      StandardNormal.density(z) * vestedValue(at: spot * exp(motion.drift * vestingYears + deviation * z))
    }
    let later =
      Quadrature.integral(from: bottom, to: kink, piecesOf: width, of: held)
      + Quadrature.integral(from: kink, to: top, piecesOf: width, of: held)
    return stay * (exercised + exp(-rate * vestingYears) * later)
  }

  private var motion: DriftingLogPrice {
    DriftingLogPrice(drift: rate - dividendYield - volatility * volatility / 2, volatility: volatility)
  }

  /// What the option is worth at the moment of vesting.
  private func vestedValue(at price: Double) -> Double {
    if price >= exercisePrice { return price - strike }
    let left = years - vestingYears
    if left == 0 || price == 0 { return max(0, price - strike) }
    if volatility == 0 { return certainValue(at: price, left: left) }
    let killing = rate + exitRate
    let reached = (exercisePrice - strike) * passage(from: price, left: left, rate: killing)
    func alive(_ time: Double) -> Double {
      exp(-killing * time)
        * motion.upAndOutGain(spot: price, strike: strike, barrier: exercisePrice, years: time)
    }
    // Close to vesting the gain bends with the square root of time, which y^2 straightens.
    let leaving =
      exitRate == 0
      ? 0
      : exitRate
        * Quadrature.integral(from: 0, to: 1, piecesOf: 0.25) { y in 2 * left * y * alive(left * y * y) }
    return reached + leaving + alive(left)
  }

  /// What 1 is worth, paid when the exercise price is reached.
  private func passage(from price: Double, left: Double, rate: Double) -> Double {
    let distance = log(exercisePrice / price)
    if let closed = motion.discountedPassage(distance: distance, years: left, rate: rate) { return closed }
    // A discount rate far below zero: split by time, within each part of which it hardly matters.
    let parts = 400
    var sum = 0.0
    var before = 0.0
    for part in 1...parts {
      let end = left * Double(part) / Double(parts)
      let reached = motion.discountedPassage(distance: distance, years: end, rate: 0) ?? 0
      sum += (reached - before) * exp(-rate * (end - left / Double(2 * parts)))
      before = reached
    }
    return sum
  }

  /// Without chance the price grows by r - q until it reaches the exercise price, or never.
  private func certainValue(at price: Double, left: Double) -> Double {
    let growth = rate - dividendYield
    let killing = rate + exitRate
    let hit = growth > 0 ? log(exercisePrice / price) / growth : .infinity
    let end = min(hit, left)
    func gain(_ time: Double) -> Double { max(0, price * exp(growth * time) - strike) * exp(-killing * time) }
    // The gain starts or stops where the price passes the strike.
    let kink = min(max(0, growth == 0 ? 0 : log(strike / price) / growth), end)
    let width = left / 32
    let leaving =
      Quadrature.integral(from: 0, to: kink, piecesOf: width, of: gain)
      + Quadrature.integral(from: kink, to: end, piecesOf: width, of: gain)
    return exitRate * leaving + (hit <= left ? (exercisePrice - strike) * exp(-killing * hit) : gain(left))
  }
}
