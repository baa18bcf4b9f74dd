import Glibc

/// A recombining tree of share prices: at each step up by u or down by 1/u.
///
///     let tree = BinomialTree(spot: 50, years: 6, rate: 0.075, dividendYield: 0.025, volatility: 0.3, steps: 50)
///     tree?.price(atNetUps: 1)    // 55.48: 50 u
///
/// dt = T/n, u = e^(vol sqrt dt), up with probability p = (e^((r-q) dt) - 1/u)/(u - 1/u). Rates are continuous, a year.
///
/// Reference: Cox, Ross and Rubinstein, "Option pricing: a simplified approach", Journal of Financial Economics 7 (1979).
public struct BinomialTree: Sendable, Equatable {
  public let spot: Double
  public let steps: Int
  /// p, from 0 to 1.
  public let upProbability: Double
  /// e^(-r dt).
  public let stepDiscount: Double
  private let logUp: Double

  /// Nil where p is no probability: where a step's drift goes beyond its ups and downs, as without volatility. More steps
  /// mend it unless volatility is 0.
  public init?(spot: Double, years: Double, rate: Double, dividendYield: Double, volatility: Double, steps: Int) {
    self.init(
      spot: spot, steps: steps, stepYears: years / Double(steps), rate: rate, dividendYield: dividendYield,
      volatility: volatility)
  }

  /// The same by the length of a step.
  init?(spot: Double, steps: Int, stepYears: Double, rate: Double, dividendYield: Double, volatility: Double) {
    self.spot = spot
    self.steps = steps
    logUp = volatility * stepYears.squareRoot()
    upProbability = expm1((rate - dividendYield) * stepYears + logUp) / expm1(2 * logUp)
    stepDiscount = exp(-rate * stepYears)
    guard steps > 0, (0...1).contains(upProbability) else { return nil }
  }

  /// The share price after `ups` more steps up than down: spot x u^ups.
  public func price(atNetUps ups: Int) -> Double { spot * exp(Double(ups) * logUp) }

  /// Of the logarithm of the price after so many steps, about.
  func variance(ofSteps steps: Int) -> Double { Double(steps) * logUp * logUp }

  /// What a function of the price is at every price of the tree.
  func figures(_ function: (Double) -> Double) -> Figures {
    func row(_ parity: Int) -> [Double] {
      let top = steps - (steps - parity) % 2
      return stride(from: -top, through: top, by: 2).map { function(price(atNetUps: $0)) }
    }
    return Figures(even: row(0), odd: row(1))
  }

  /// Brings values at the nodes of a step, from the lowest price up, back to the root.
  ///
  /// At each earlier step the nodes first hold what waiting is worth, e^(-r dt) (p V up + (1-p) V down); `adjust` may
  /// then change them. The nodes of a step lie side by side, and loops over them are half-open: that is what lets the
  /// compiler take several at once, twice as fast.
  func presentValue(
    of values: [Double], atStep last: Int, adjust: (_ step: Int, _ nodes: UnsafeMutableBufferPointer<Double>) -> Void
  ) -> Double {
    var values = values
    let up = stepDiscount * upProbability
    let down = stepDiscount * (1 - upProbability)
    return values.withUnsafeMutableBufferPointer { nodes in
      for step in stride(from: last - 1, through: 0, by: -1) {
        for node in 0..<(step + 1) { nodes[node] = up * nodes[node + 1] + down * nodes[node] }
        adjust(step, UnsafeMutableBufferPointer(rebasing: nodes[0...step]))
      }
      return nodes[0]
    }
  }

  /// Figures of prices, kept so that those of one step are neighbours: the prices of every second step are the same.
  struct Figures {
    fileprivate let even: [Double]
    fileprivate let odd: [Double]

    /// Those of one step, from the lowest price up.
    func atStep(_ step: Int) -> ArraySlice<Double> {
      let row = step % 2 == 0 ? even : odd
      let first = (row.count - step - 1) / 2
      return row[first...(first + step)]
    }

    /// Lifts nodes of a step to these figures where those are higher.
    func raise(_ nodes: UnsafeMutableBufferPointer<Double>, step: Int) {
      atStep(step).withUnsafeBufferPointer { figures in
        // Written whether or not it changes, so that no branch keeps nodes from being done together.
        for node in 0..<(step + 1) {
          let (figure, value) = (figures[node], nodes[node])
          nodes[node] = figure > value ? figure : value
        }
      }
    }
  }
}
