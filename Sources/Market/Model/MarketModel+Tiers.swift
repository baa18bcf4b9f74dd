import Glibc
import Quantities

extension MarketModel {
  /// The pay of a tier: that of the question, which is the nation's, times the tier's factor, a step of its own.
  ///
  /// Of low confidence: the employer's own tiers are not known. `home` is a place whose cost of labour gave the tier.
  public func estimate(
    _ question: MarketQuestion, inTier tier: PayTiers.Tier, of home: (place: Location, costOfLabour: Double)? = nil
  ) throws -> MarketEstimate {
    var answer = try estimate(question)
    let tiers = try PayTiers(parameters: parameters, on: question.asOf)
    // As sure as pay brought from the nation by the cost of labour alone.
    let error = try parameters.value("place.predicted-error", on: question.asOf)
    let reach = StandardNormal.quantile((1 + answer.intervalCoverage) / 2) * error
    func reached(_ end: Double) -> Double {
      let own = log(end / answer.median)
      return exp((own * own + reach * reach).squareRoot())
    }
    let (low, high) = (reached(answer.medianInterval.lowerBound), reached(answer.medianInterval.upperBound))
    answer.medianInterval = (answer.median / low)...(answer.median * high)
    let own = home.map { "; \($0.place.shortName) has \(NumberText.factor($0.costOfLabour))" } ?? ""
    answer.take(
      Adjustment(
        name: "tier", factor: tier.factor, detail: "tier \(tier.number): places with \(tiers.words(tier))\(own)",
        reference: tier.reference))
    answer.confidence = .low
    answer.confidenceReasons.append("the employer's own tiers are not known: these are drawn by us")
    answer.mean = nil
    return answer
  }

  /// The cost of labour of a place over the nation, from the newest data set that measures it; nil where none does.
  public func costOfLabour(of place: Location, on date: CalendarDate) throws -> Double? {
    if place.id == place.country { return 1 }
    let nation = Location(
      id: place.country, name: place.country, kind: .nation, state: "", country: place.country, employment: nil)
    return try costOfLabour(place, over: nation, on: date)?.factor
  }
}
