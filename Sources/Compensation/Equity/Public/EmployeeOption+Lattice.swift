import Glibc

extension EmployeeOption {
  /// The price on a tree of n steps a year, by the rule that the published figures follow.
  ///
  ///     option.latticePrice(stepsPerYear: 10)    // 13.4312, as Benninga prints
  ///
  /// A step i is vested when i > vesting x n. There, at or above the exercise price, V = S - K; below it V = (1 - e/n)
  /// x waiting + (e/n) max(S - K, 0). Before, V = (1 - e/n) x waiting. Nil where e/n, or the odds of a step up, do not
  /// lie between 0 and 1.
  public func latticePrice(stepsPerYear: Int) -> Double? {
    let steps = (years * Double(stepsPerYear)).rounded()
    guard steps < 1e6 else { return nil }
    return latticePrice(steps: Int(steps), stepYears: 1 / Double(stepsPerYear))
  }

  /// The price on a tree that has the exercise price on its nodes, with at least so many steps: nearer to the limit
  /// than any tree that has not, which may be a percent off. Nil where there is no such tree of a size to work with.
  ///
  ///     option.alignedLatticePrice(steps: 1_500)    // 13.58, the limit to 0.05 %
  ///
  /// N = floor((k vol)^2 T / ln(MK/S)^2) for the first k that gives enough steps.
  /// Reference: Boyle and Lau, "Bumping up against the barrier with the binomial method", Journal of Derivatives 1
  /// (1994).
  public func alignedLatticePrice(steps minimum: Int) -> Double? {
    alignedSteps(atLeast: minimum).flatMap { latticePrice(steps: $0, stepYears: years / Double($0)) }
  }

  /// The steps of such a tree.
  func alignedSteps(atLeast minimum: Int) -> Int? {
    let distance = abs(log(exercisePrice / spot))
    let deviation = volatility * years.squareRoot()
    // With the share at the barrier, or no barrier, any tree is aligned.
    guard distance > 0, distance.isFinite, deviation > 0 else { return minimum }
    let perStep = deviation / distance
    let nodes = (Double(minimum).squareRoot() / perStep).rounded(.up)
    let steps = (nodes * nodes * perStep * perStep).rounded(.down)
    return steps >= 1 && steps <= 20_000 ? Int(steps) : nil
  }

  private func latticePrice(steps: Int, stepYears: Double) -> Double? {
    let leaving = exitRate * stepYears
    guard leaving <= 1 else { return nil }
    // Vesting exactly at a step is meant to be on it, whatever the last digit says.
    let vested = vestingYears / stepYears + 1e-9
    if steps == 0 || volatility == 0 { return certainLatticePrice(steps, stepYears, leaving: leaving, vested: vested) }
    guard
      let tree = BinomialTree(
        spot: spot, steps: steps, stepYears: stepYears, rate: rate, dividendYield: dividendYield,
        volatility: volatility)
    else { return nil }
    let excess = tree.figures { $0 - strike }
    let barrier = barrier(in: tree)
    let last = excess.atStep(steps).map { vestingYears <= years ? max(0, $0) : 0 }
    return tree.presentValue(of: last, atStep: steps) { step, nodes in
      guard Double(step) > vested else {
        for node in nodes.indices { nodes[node] *= 1 - leaving }
        return
      }
      hold(nodes, step: step, excess: excess, barrier: barrier, leaving: leaving)
    }
  }

  /// What a vested option is worth at the nodes of a step, which hold what waiting is worth: exercised at or above the
  /// exercise price; below it kept, or cashed by those who leave.
  func hold(
    _ nodes: UnsafeMutableBufferPointer<Double>, step: Int, excess: BinomialTree.Figures, barrier: Int, leaving: Double
  ) {
    // A node stands for 2 node - step net steps up.
    let first = min(max(0, (barrier + step + 1) / 2), step + 1)
    excess.atStep(step).withUnsafeBufferPointer { excess in
      for node in 0..<first {
        let gain = excess[node] > 0 ? excess[node] : 0
        nodes[node] = (1 - leaving) * nodes[node] + leaving * gain
      }
      for node in first..<(step + 1) { nodes[node] = excess[node] }
    }
  }

  /// Net steps up from which the price is at the exercise price or above; beyond all steps where none is.
  func barrier(in tree: BinomialTree) -> Int {
    // A node meant to lie on the exercise price may miss it by the last digit.
    (-tree.steps...tree.steps).first { tree.price(atNetUps: $0) >= exercisePrice * (1 - 1e-12) } ?? tree.steps + 1
  }

  /// The same rule along the one path there is without volatility.
  private func certainLatticePrice(_ steps: Int, _ stepYears: Double, leaving: Double, vested: Double) -> Double {
    func price(_ step: Int) -> Double { spot * exp((rate - dividendYield) * stepYears * Double(step)) }
    var value = vestingYears <= years ? max(0, price(steps) - strike) : 0
    for step in stride(from: steps - 1, through: 0, by: -1) {
      let waiting = exp(-rate * stepYears) * value
      if Double(step) <= vested {
        value = (1 - leaving) * waiting
      } else if price(step) >= exercisePrice {
        value = price(step) - strike
      } else {
        value = (1 - leaving) * waiting + leaving * max(0, price(step) - strike)
      }
    }
    return value
  }
}
