import Glibc

extension EmployeeOption {
  /// What the option is worth today to someone who is sure to stay until it vests, for several vesting times at once.
  ///
  ///     option.pricesIfVested(at: [1, 2, 3, 4])
  ///
  /// The tree's rule without the odds of leaving before vesting, which an offer counts for itself: price / (1 -
  /// e/n)^(steps before vesting). Once vested an option is worth the same whenever it vested, so that one tree serves
  /// all times: at each of them the mean over its nodes is taken and discounted. The exercise price lies on a node
  /// where such a tree exists; where there is no tree at all, as without volatility, in continuous time. Times in years
  /// from today.
  public func pricesIfVested(at times: [Double], steps minimum: Int = 1_500) -> [Double] {
    guard years > 0 else { return times.map { _ in 0 } }
    return trancheLattice(times, steps: alignedSteps(atLeast: minimum) ?? minimum)
      ?? times.map { time in vesting(after: time).price * exp(exitRate * time) }
  }

  private func vesting(after time: Double) -> EmployeeOption {
    EmployeeOption(
      spot: spot, strike: strike, years: years, vestingYears: time, rate: rate, dividendYield: dividendYield,
      volatility: volatility, exitRate: exitRate, exerciseMultiple: exerciseMultiple)
  }

  private func trancheLattice(_ times: [Double], steps: Int) -> [Double]? {
    let stepYears = years / Double(steps)
    let leaving = exitRate * stepYears
    guard volatility > 0, leaving <= 1,
      let tree = BinomialTree(
        spot: spot, steps: steps, stepYears: stepYears, rate: rate, dividendYield: dividendYield,
        volatility: volatility),
      // Prices at the top of a wilder tree are no numbers any more.
      volatility * stepYears.squareRoot() * Double(steps) < 600
    else { return nil }
    var values = times.map { _ in 0.0 }
    // The last step at which each is not vested yet; on or after the end only what is left then counts.
    var waiting: [Int: [Int]] = [:]
    for (index, time) in times.enumerated() where time <= years + 1e-9 {
      waiting[min(steps - 1, Int(time / stepYears + 1e-9)), default: []].append(index)
    }
    let excess = tree.figures { $0 - strike }
    let barrier = barrier(in: tree)
    let last = excess.atStep(steps).map { max(0, $0) }
    _ = tree.presentValue(of: last, atStep: steps) { step, nodes in
      if let indices = waiting[step] {
        let value = tree.mean(of: nodes, atStep: step) * pow(tree.stepDiscount, Double(step))
        for index in indices { values[index] = value }
      }
      hold(nodes, step: step, excess: excess, barrier: barrier, leaving: leaving)
    }
    return values
  }
}

extension BinomialTree {
  /// The mean over the nodes of a step: k ups of n have the odds C(n, k) p^k (1 - p)^(n - k).
  func mean(of nodes: UnsafeMutableBufferPointer<Double>, atStep step: Int) -> Double {
    guard step > 0, upProbability > 0, upProbability < 1 else {
      return nodes[upProbability >= 1 ? step : 0]
    }
    // In logarithms, since the odds of the ends are smaller than any number; each are those before times a simple
    // ratio.
    let (up, down) = (log(upProbability), log1p(-upProbability))
    var logOdds = Double(step) * down
    // A wild share has most of its mean in few high prices: n deviations up, where the odds are e^(-n^2/2).
    let negligible = -60 - min(640, 2 * variance(ofSteps: step))
    var mean = 0.0
    for ups in 0..<(step + 1) {
      if logOdds > negligible { mean += exp(logOdds) * nodes[ups] }
      logOdds += log(Double(step - ups) / Double(ups + 1)) + up - down
    }
    return mean
  }
}
