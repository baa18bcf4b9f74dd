import Glibc
import Quantities

/// What a bonus may pay over its target, as a quantile of the luck of its year.
enum PayoutDistribution: Sendable, Equatable {
  /// Odds of nothing, threshold to target, target to maximum, and the maximum; uniform in between.
  case odds(TargetBonus.Odds, low: Double, high: Double)
  /// Log-normal: never below 0, with this mean and standard deviation of its logarithm.
  case spread(mean: Double, ofLogarithm: Double)
  /// One of the payouts of past years, from low to high, each as likely as another.
  case history([Double])

  /// Past years that tell how much payouts vary; from fewer only the mean is taken.
  static let fewestYears = 3

  static func spread(mean: Double, deviation: Double) -> PayoutDistribution {
    .spread(mean: mean, ofLogarithm: mean > 0 ? log(1 + deviation * deviation / (mean * mean)).squareRoot() : 0)
  }

  /// The multiple of target at a number between 0 and 1, high ones good.
  func multiple(at luck: Double) -> Double {
    switch self {
    case .odds(let odds, let low, let high):
      let bad = 1 - luck
      if bad < odds.maximum { return high }
      if bad < odds.target { return high - (high - 1) * (bad - odds.maximum) / (odds.target - odds.maximum) }
      if bad < odds.threshold { return 1 - (1 - low) * (bad - odds.target) / (odds.threshold - odds.target) }
      return 0
    case .history(let years): return years[min(years.count - 1, Int(luck * Double(years.count)))]
    case .spread(let mean, let deviation):
      guard deviation > 0 else { return mean }
      return mean * exp(deviation * NormalQuantile.value(at: luck) - deviation * deviation / 2)
    }
  }

  var mean: Double {
    switch self {
    case .odds(let odds, let low, let high): odds.meanMultiple(atThreshold: low, atMaximum: high)
    case .spread(let mean, _): mean
    case .history(let years): years.reduce(0, +) / Double(years.count)
    }
  }
}

extension Offer {
  /// The usual deviation of payout that a bonus goes by; nil where its odds or enough of its past are stated.
  public func usualPayoutSpread(under terms: ValuationTerms) -> Parameter? {
    guard let bonus, let valuer = try? OfferValuer(offer: self, terms: terms),
      case .spread? = try? valuer.payoutDistribution(of: bonus)
    else { return nil }
    return try? valuer.payoutSpread(of: bonus)
  }
}

extension OfferValuer {
  /// How the payout spreads around its mean: by the stated odds, else by the usual deviation for the kind of role.
  func payoutDistribution(of bonus: TargetBonus) throws -> PayoutDistribution {
    if case .odds(let odds) = bonus.payout {
      return .odds(
        odds, low: try bonus.thresholdMultiple ?? terms.parameters.value("bonus.threshold-multiple", on: terms.asOf),
        high: try bonus.maximumMultiple ?? terms.parameters.value("bonus.maximum-multiple", on: terms.asOf))
    }
    if case .history(let years) = bonus.payout, years.count >= PayoutDistribution.fewestYears {
      return .history(years.sorted())
    }
    return .spread(mean: try meanPayout(of: bonus).multiple, deviation: try payoutSpread(of: bonus).value)
  }

  /// The usual deviation of the payout of such a bonus.
  func payoutSpread(of bonus: TargetBonus) throws -> Parameter {
    try terms.parameters.row("bonus.payout-sd", scopes: [payoutScope(of: bonus), "staff"], on: terms.asOf)
  }

  /// Which of the usual payouts a bonus has.
  func payoutScope(of bonus: TargetBonus) -> String {
    bonus.isDiscretionary ? "discretionary" : offer.job?.role?.bonusClass ?? "staff"
  }
}
