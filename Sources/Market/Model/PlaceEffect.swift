import Glibc
import Quantities

/// A national cell brought to one place.
struct PlaceEffect {
  /// Local distribution, percentile by percentile.
  let distribution: PayDistribution
  /// Log standard error of the median that the place adds.
  let standardError: Double
  let adjustment: Adjustment
  let confidence: Confidence
  let reasons: [String]
  let notes: [String]
  /// Cost of labour over the nation.
  let index: Double?
}

/// Brings a national cell to a place: its own cell, shrunk to what the cost of labour predicts.
struct PlaceModel {
  let cells: any SurveyCells
  let parameters: ParameterTable

  /// The effect of a place on one occupation.
  ///
  /// `leansOnIndex`: for roles that run IT, the effect is the geometric mean of the shrunk cell's and the index, since
  /// in technology hubs 11-3021 is mostly managers of engineers.
  func effect(
    of place: Location, on nation: PayCell, local: PayCell?, dataset: MarketDataset, leansOnIndex: Bool,
    asOf: CalendarDate
  ) throws -> PlaceEffect? {
    guard let national = nation.distribution else { return nil }
    let indexes = try cells.costOfLabour(dataset: dataset.name)
    let index = indexes[place.id]
    let reference = "\(dataset.title); method: shrinkage to a fixed-weight cost-of-labour index"
    guard let local, let own = local.distribution else {
      let error = try parameters.value("place.predicted-error", on: asOf)
      return index.map {
        predicted(national, index: $0, error: error, place: place, occupation: nation.occupation, reference)
      }
    }
    let error = try CellError(parameters: parameters, on: asOf)
    let rule = try ConfidenceRule(parameters: parameters, on: asOf)
    guard let index else {
      let unknown = try parameters.value("source.unknown-error", on: asOf)
      return unindexed(
        own, national: national, error: error.standardError(of: 0.5, in: local) ?? unknown, rule: rule, place: place,
        reference)
    }
    let shrinkage = try shrinkage(
      of: nation, national: national, indexes: indexes, dataset: dataset, error: error,
      asOf: asOf)
    var points: [PercentilePoint] = []
    for point in national.points {
      let predicted = log(point.pay) + log(index)
      var theta = predicted
      var reading = point.reading
      if let published = local.percentiles.first(where: { $0.probability == point.probability }) {
        let s = error.standardError(of: point.probability, in: local) ?? shrinkage.tau
        let g = shrinkage.weight(standardError: s)
        theta = g * log(published.pay) + (1 - g) * predicted
        reading = published.reading
      }
      let effect = leansOnIndex ? (theta - log(point.pay) + log(index)) / 2 : theta - log(point.pay)
      points.append(
        PercentilePoint(probability: point.probability, pay: point.pay * exp(effect), reading: reading))
    }
    guard let distribution = PayDistribution(points: points) else { return nil }
    return described(
      distribution, national: national, own: own, local: local, index: index, shrinkage: shrinkage, error: error,
      rule: rule, place: place, leansOnIndex: leansOnIndex, asOf: asOf, reference: reference)
  }

  /// A cell of its own, and nothing to hold it against.
  private func unindexed(
    _ own: PayDistribution, national: PayDistribution, error: Double, rule: ConfidenceRule, place: Location,
    _ reference: String
  ) -> PlaceEffect {
    PlaceEffect(
      distribution: own, standardError: error,
      adjustment: Adjustment(
        name: "place", factor: own.median / national.median,
        detail: "\(place.spokenName)'s own cell; no cost-of-labour index", reference: reference),
      confidence: min(.medium, rule.grade(ofError: error)),
      reasons: ["no cost-of-labour index for \(place.name)"], notes: [], index: nil)
  }

  /// No cell of its own: the nation times the cost of labour.
  private func predicted(
    _ national: PayDistribution, index: Double, error: Double, place: Location, occupation: String, _ reference: String
  ) -> PlaceEffect {
    PlaceEffect(
      distribution: national.scaled(by: index), standardError: error,
      adjustment: Adjustment(
        name: "place", factor: index,
        detail: "\(occupation) is not published for \(place.spokenName): nation x cost of labour "
          + NumberText.factor(index), reference: reference),
      confidence: .low, reasons: ["\(occupation) is not published for \(place.name)"], notes: [], index: index)
  }

  private func described(
    _ distribution: PayDistribution, national: PayDistribution, own: PayDistribution, local: PayCell, index: Double,
    shrinkage: Shrinkage, error: CellError, rule: ConfidenceRule, place: Location, leansOnIndex: Bool,
    asOf: CalendarDate, reference: String
  ) -> PlaceEffect {
    let s = error.standardError(of: 0.5, in: local) ?? shrinkage.tau
    let g = shrinkage.weight(standardError: s)
    let ownEffect = own.median / national.median
    var detail =
      "own cell \(NumberText.grouped(own.median)) = \(NumberText.factor(ownEffect)) x nation, believed "
      + "\(NumberText.share(g)); cost of labour \(NumberText.factor(index))"
    var notes: [String] = []
    if leansOnIndex {
      detail += "; the mean of both (IT operations)"
      let threshold = (try? parameters.value("place.print-both-threshold", on: asOf)) ?? 0.1
      let shrunk = exp(g * log(ownEffect) + (1 - g) * log(index))
      if abs(log(shrunk / index)) > log(1 + threshold) {
        notes.append(
          "In \(place.spokenName) the cell's effect (\(NumberText.factor(shrunk))) and the cost of labour "
            + "(\(NumberText.factor(index))) are more than \(NumberText.share(threshold)) apart: by the cell alone "
            + "the median would be \(NumberText.factor(shrunk / (distribution.median / national.median))) times as high."
        )
      }
    }
    var reasons: [String] = []
    if rule.grade(ofBelief: g) < .high {
      reasons.append("the local cell is uncertain (believed \(NumberText.share(g)))")
    }
    if rule.grade(ofError: s) < .high {
      reasons.append("the local median has a standard error of \(NumberText.share(s))")
    }
    return PlaceEffect(
      distribution: distribution, standardError: g.squareRoot() * s,
      adjustment: Adjustment(
        name: "place", factor: distribution.median / national.median, detail: detail, reference: reference),
      confidence: min(rule.grade(ofError: s), rule.grade(ofBelief: g)), reasons: reasons, notes: notes,
      index: index)
  }

  /// tau for an occupation, over the metros with enough people in the cell.
  func shrinkage(
    of nation: PayCell, national: PayDistribution, indexes: [String: Double], dataset: MarketDataset,
    error: CellError, asOf: CalendarDate
  ) throws -> Shrinkage {
    let minimum = try parameters.value("place.minimum-employment", on: asOf)
    let eligible = try cells.metroCells(dataset: dataset.name, occupation: nation.occupation).filter {
      ($0.employment ?? 0) >= minimum && $0.currency == nation.currency
    }
    let deviations: [Shrinkage.Deviation] = eligible.compactMap { cell in
      guard let pay = cell.pay(at: 0.5), let s = error.standardError(of: 0.5, in: cell),
        let index = indexes[cell.location]
      else { return nil }
      return Shrinkage.Deviation(value: log(pay) - log(national.median) - log(index), standardError: s)
    }
    return Shrinkage.fitted(to: deviations)
  }
}
