import Glibc
import Quantities

/// Data sets that name the role itself outrank a ratio: their own cell, or the nation's brought to the place.
extension MarketModel {
  func namedRole(_ question: MarketQuestion, dataset: MarketDataset) throws -> SourceEstimate? {
    guard let role = question.job.role else { return nil }
    if let cell = try namedCell(role, in: question.location.id, question, dataset),
      let curve = try curve(of: cell, question: question)
    {
      return try published(
        question, dataset: dataset, cell: cell, distribution: curve.pay, occupation: role.baseOccupation,
        notes: curve.notes, steps: question.industryStep(of: cell, dataset))
    }
    return try carried(role, to: question, dataset: dataset)
  }

  /// The role's cell in a place: of the question's industry, else of a wider one, else of all industries together.
  private func namedCell(
    _ role: Role, in place: String, _ question: MarketQuestion, _ dataset: MarketDataset
  ) throws -> PayCell? {
    let found = try cells.cells(dataset: dataset.name, role: role.id, location: place)
    let leveled = ofSize(found.filter { $0.level == question.level }, question)
    return leveled.ofIndustry(question.industry)?.cell ?? leveled.first { $0.industry.isEmpty }
  }

  /// A survey that has the role for the state or the nation only: times the cost of labour here over there.
  private func carried(_ role: Role, to question: MarketQuestion, dataset: MarketDataset) throws -> SourceEstimate? {
    var wider = question.inWiderPlace
    while let next = wider {
      wider = next.inWiderPlace
      guard let cell = try namedCell(role, in: next.location.id, question, dataset),
        let curve = try curve(of: cell, question: question),
        let index = try costOfLabour(question.location, over: next.location, on: question.asOf)
      else { continue }
      let mix = try labourCost(ofPeopleIn: cell, dataset, over: next.location, question)
      let factor = index.factor / mix.factor
      let distribution = curve.pay.scaled(by: factor)
      let own = try standardError(of: cell, distribution, on: question.asOf)
      let carrying = try parameters.value("place.predicted-error", on: question.asOf)
      var part = try finished(
        question, dataset: dataset, cells: [cell], start: cell, distribution: distribution,
        adjustments: question.industryStep(of: cell, dataset) + [
          Adjustment(
            name: "place", factor: factor,
            detail: "\(dataset.name) has no cell for \(question.location.spokenName): that of "
              + "\(next.location.spokenName) x cost of labour \(NumberText.factor(index.factor))" + mix.detail,
            reference: "\(index.dataset.title); method: fixed-weight cost-of-labour index")
        ],
        standardError: (own * own + carrying * carrying).squareRoot(), ratioSE: nil, confidence: .low,
        reasons: ["\(dataset.title) has no figures for \(question.location.name)"], notes: curve.notes, questions: [],
        index: factor, occupation: role.baseOccupation, interval: nil)
      part.isOfSize = !cell.organizationSize.isEmpty
      return part
    }
    return nil
  }

  /// What labour costs where the people of a wide cell work, over the wide place: 60 people who are all in San Francisco
  /// do not stand for the nation. 1 where it is not known where most of them are.
  private func labourCost(
    ofPeopleIn cell: PayCell, _ dataset: MarketDataset, over wider: Location, _ question: MarketQuestion
  ) throws -> (factor: Double, detail: String) {
    // The metros of a state are not told apart here: its people stand for it as they are.
    guard wider.id == wider.country, cell.medianInterval != nil, let all = cell.incumbents else { return (1, "") }
    var (people, sum) = (0.0, 0.0)
    for part in try cells.peopleCells(dataset: dataset.name, role: cell.role)
    where part.level == cell.level && part.industry == cell.industry && part.organizationSize == cell.organizationSize {
      let place = Location(
        id: part.location, name: part.location, kind: .metro, state: "", country: wider.country, employment: nil)
      guard let count = part.incumbents, let index = try costOfLabour(place, over: wider, on: question.asOf) else {
        continue
      }
      people += count
      sum += count * log(index.factor)
    }
    guard people * 2 > all else { return (1, "") }
    let factor = exp(sum / people)
    return (factor, ", over \(NumberText.factor(factor)) where its people work")
  }

  /// Cost of labour of one place over a wider one, from the newest data set that measures both.
  func costOfLabour(
    _ place: Location, over wider: Location, on date: CalendarDate
  ) throws -> (factor: Double, dataset: MarketDataset)? {
    let all = try cells.datasets().filter { $0.sourceKind == .oews && $0.effective <= date }
    for dataset in all.sorted(by: { ($0.effective, $0.rows) > ($1.effective, $1.rows) }) {
      let indexes = try cells.costOfLabour(dataset: dataset.name)
      let base = wider.id == wider.country ? 1 : indexes[wider.id]
      if let here = indexes[place.id], let base { return (here / base, dataset) }
    }
    return nil
  }

  /// The curve of a cell, with what must be said of it; nil where it has no percentile at all.
  ///
  /// One percentile is a log-normal through it, with the spread of pay inside the role or the occupation.
  func curve(of cell: PayCell, question: MarketQuestion) throws -> (pay: PayDistribution, notes: [String])? {
    if let pay = cell.distribution { return (pay, []) }
    guard let point = cell.percentiles.first, let spread = try spread(question) else { return nil }
    let median = point.pay / exp(spread.logSD * StandardNormal.quantile(point.probability))
    guard let pay = PayDistribution.logNormal(median: median, logSD: spread.logSD) else { return nil }
    let name = "P\(Int((point.probability * 100).rounded()))"
    return (pay, ["\(cell.dataset) gives \(name) alone: the spread around it is that of \(spread.of)."])
  }

  /// The log standard deviation of pay in a job where the source itself does not show it.
  private func spread(_ question: MarketQuestion) throws -> (logSD: Double, of: String)? {
    if let role = question.job.role,
      let ratio = RoleRatio.choose(from: ratios, role: role.id, stage: question.stage, industryGroup: "")
    {
      return (ratio.withinSD, "\(role.title) in our table of roles")
    }
    let occupation = question.job.baseOccupation
    for dataset in try cells.datasets() {
      let nation = try cells.cells(
        dataset: dataset.name, occupation: occupation, location: question.location.country
      ).first { $0.industry.isEmpty && $0.role.isEmpty && $0.level.isEmpty }
      if let pay = nation?.distribution { return (pay.logSD, "\(occupation) in \(dataset.title)") }
    }
    return nil
  }

  /// Log standard error of a cell's median: published, else by the order of people's pay, else by their count, else a
  /// stated guess.
  func standardError(of cell: PayCell, _ distribution: PayDistribution, on date: CalendarDate) throws -> Double {
    let error = try CellError(parameters: parameters, on: date)
    if let published = error.standardError(of: 0.5, in: cell) { return published }
    if let interval = cell.medianInterval {
      // A few people who happen to earn the same are no surer than others: pay in a job spreads.
      let usual = try parameters.value("source.usual-spread", on: date)
      let least = 1.2533 * usual / max(cell.incumbents ?? 1, 1).squareRoot()
      return max(error.floor, least, log(interval.upperBound / interval.lowerBound) / 2)
    }
    guard let count = cell.incumbents ?? cell.organizations else {
      return max(error.floor, try parameters.value("source.unknown-error", on: date))
    }
    // The standard error of a normal median: 1.2533 sd / sqrt(n).
    return max(error.floor, 1.2533 * distribution.logSD / max(count, 1).squareRoot())
  }
}
