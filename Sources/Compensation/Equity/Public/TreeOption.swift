import Glibc

/// An option on a binomial tree of a stated number of steps, exercised at its end, at set times or at any.
///
///     let terms = BlackScholes(.call, spot: 50, strike: 50, years: 6, rate: 0.075, dividendYield: 0.025, volatility: 0.3)
///     TreeOption(terms, exercise: .european, steps: 50).price    // 17.0956; Black-Scholes gives 17.1521
///
/// Early exercise may take place today too. Reference: Cox, Ross and Rubinstein (1979).
public struct TreeOption: Sendable, Equatable {
  public enum Exercise: Sendable, Equatable {
    case european
    case american
    /// At these times, in years from today, each moved to the nearest step; and at the end.
    case bermudan(years: [Double])
  }

  public let terms: BlackScholes
  public let exercise: Exercise
  public let steps: Int

  public init(_ terms: BlackScholes, exercise: Exercise, steps: Int) {
    self.terms = terms
    self.exercise = exercise
    self.steps = steps
  }

  /// Present value in money; nil where the tree's probability of a step up would not lie between 0 and 1.
  public var price: Double? {
    if terms.volatility == 0 || terms.years == 0 { return certainPrice }
    guard
      let tree = BinomialTree(
        spot: terms.spot, years: terms.years, rate: terms.rate, dividendYield: terms.dividendYield,
        volatility: terms.volatility, steps: steps)
    else { return nil }
    let gains = tree.figures(terms.gain)
    let allowed = exerciseSteps
    return tree.presentValue(of: Array(gains.atStep(steps)), atStep: steps) { step, nodes in
      if allowed[step] { gains.raise(nodes, step: step) }
    }
  }

  /// Whether each step allows exercise.
  private var exerciseSteps: [Bool] {
    switch exercise {
    case .european: return [Bool](repeating: false, count: steps) + [true]
    case .american: return [Bool](repeating: true, count: steps + 1)
    case .bermudan(let years):
      var allowed = [Bool](repeating: false, count: steps) + [true]
      for time in years where terms.years > 0 && time >= 0 && time <= terms.years {
        allowed[Int((time / terms.years * Double(steps)).rounded())] = true
      }
      return allowed
    }
  }

  /// Without chance: the best of the allowed moments.
  private var certainPrice: Double {
    let step = terms.years / Double(max(1, steps))
    return exerciseSteps.enumerated().reduce(0) { best, moment in
      moment.element ? max(best, terms.certainGain(after: step * Double(moment.offset))) : best
    }
  }
}

extension BlackScholes {
  /// What exercise brings at a share price.
  func gain(at price: Double) -> Double { max(0, kind.sign * (price - strike)) }

  /// Today's worth of exercising after so many years, when the share grows by r - q for certain.
  func certainGain(after time: Double) -> Double {
    max(0, kind.sign * (spot * exp(-dividendYield * time) - strike * exp(-rate * time)))
  }
}
