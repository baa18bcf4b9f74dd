import Compensation

/// Options that may be exercised early.
enum TreeKinds {
  static let all = [
    american, ModelKind("american_crr", outputs: ["price"]) { inputs, _ in try tree(inputs, .american) }, convergence,
    bermudan,
  ]

  /// By whatever method converges.
  private static let american = ModelKind("american", outputs: ["price"]) { inputs, _ in
    let terms = try OptionKinds.terms(inputs)
    guard let price = AmericanOption(terms).price else {
      throw inputs.outOfRange("vol", terms.volatility, "0, or large enough for r - q")
    }
    return price
  }

  private static let convergence = ModelKind("crr_convergence", outputs: ["price"]) { inputs, _ in
    switch try inputs.text("exercise") {
    case "european": return try tree(inputs, .european)
    case "american": return try tree(inputs, .american)
    case let other: throw NotSupported(reason: "exercise \"\(other)\" is not supported, only european, american")
    }
  }

  /// Exercisable at these times, in years, and at T.
  private static let bermudan = ModelKind("bermudan_crr", outputs: ["price"]) { inputs, _ in
    let end = try inputs.number("T", .notNegative)
    let times = try inputs.numbers("exercise_times", .notNegative)
    if let late = times.first(where: { $0 > end }) {
      throw inputs.outOfRange("one of exercise_times", late, "no later than T")
    }
    return try tree(inputs, .bermudan(years: times))
  }

  private static func tree(_ inputs: ModelInputs, _ exercise: TreeOption.Exercise) throws -> Double? {
    let steps = try inputs.whole("steps", .steps)
    guard let price = TreeOption(try OptionKinds.terms(inputs), exercise: exercise, steps: steps).price else {
      throw inputs.outOfRange("steps", Double(steps), "larger: the odds p of a step up do not lie between 0 and 1")
    }
    return price
  }
}
