import Glibc
import Quantities

/// The market: survey cells in, a pay distribution with its pedigree out.
///
///     let market = MarketModel(cells: library, parameters: parameters, ratios: ratios)
///     let pay = try market.estimate(MarketQuestion(job: .role(itDirector), location: denver, asOf: today))
///     pay.median    // about 186,000
///
/// A bare occupation asked for in a place where it is published is that cell, aged and nothing else. A role goes
/// through place, industry, role and ageing, each a factor on the median that the answer lists.
public struct MarketModel: Sendable {
  let cells: any SurveyCells
  let parameters: ParameterTable
  let ratios: [RoleRatio]
  let rates: MarketRates

  /// Without `rates`, sources in another currency than the surest are left out and named.
  public init(
    cells: any SurveyCells, parameters: ParameterTable, ratios: [RoleRatio], rates: MarketRates = .none
  ) {
    self.cells = cells
    self.parameters = parameters
    self.ratios = ratios
    self.rates = rates
  }

  /// The answer, from every series of data sets that can give one; throws ``NoMarketData`` when none can.
  ///
  /// A question that names a level is answered from data sets that have it; a note names the others.
  public func estimate(_ question: MarketQuestion) throws -> MarketEstimate {
    var estimate = try levelled(question)
    if let note = noteOnInterval(of: estimate) { estimate.notes.append(note) }
    return estimate
  }

  /// The answer without what is said of it as a whole.
  func levelled(_ question: MarketQuestion) throws -> MarketEstimate {
    guard question.payElement == .base else { return try totalCash(question) }
    let question = try withKnownLevels(question)
    guard !question.level.isEmpty else {
      var estimate = try answer(question)
      estimate.notes += try notesOnLevels(question, used: estimate.sources)
      return estimate
    }
    let leveled = try withKnownLevel(question)
    var estimate = try answer(leveled)
    estimate.notes += try notesOnLevel(leveled, used: estimate.sources)
    return estimate
  }

  func answer(_ question: MarketQuestion) throws -> MarketEstimate {
    // An older release may cover a place that a newer one leaves out.
    var parts = try candidates(for: question).compactMap { try firstEstimate(question, among: $0) }
    var asked = question
    while parts.isEmpty, let wider = asked.inWiderPlace {
      asked = wider
      parts = try candidates(for: wider).compactMap { try firstEstimate(wider, among: $0) }
      for index in parts.indices { parts[index].answer(question, instead: wider.location) }
    }
    try requireWeighted(parts, question: question)
    try requireLeveled(parts, question: question)
    let scopeNotes = try notesOnScope(of: parts, question: question)
    parts = withPremiums(parts, question: question)
    guard let first = parts.first else {
      if let means = try meansAlone(question) { throw means }
      throw NoMarketData(
        message: "no data set has pay for \(question.job.title) in \(question.location.name)",
        cure: try cureByLevel(question) ?? cureByImport(question))
    }
    var answer = parts.count == 1 ? first.estimate : try blended(parts, question: question)
    answer.notes += scopeNotes + notesOnPremiums(of: parts, question: question)
    return answer
  }

  private func cureByImport(_ question: MarketQuestion) -> String {
    question.location.country == "US"
      ? "import one with `parley market import FILE`, or ask for a wider place"
      : "parley ships figures for the United States alone: import a survey with `parley market import FILE`"
  }

  private func firstEstimate(_ question: MarketQuestion, among releases: [MarketDataset]) throws -> SourceEstimate? {
    for release in releases {
      let asked = question.asked(of: release)
      guard var found = try sourceEstimate(asked, dataset: release) ?? ofAllLevels(asked, dataset: release) else {
        continue
      }
      found.estimate.question = question
      return found
    }
    return nil
  }

  /// Data sets by series, the best release first: the newest that has begun by the question's month, then older
  /// ones, then those to come; one with a level of its own before all of them. Named sources are a series each.
  func candidates(for question: MarketQuestion) throws -> [[MarketDataset]] {
    let all = try cells.datasets()
    let named = question.namedSources
    guard named.isEmpty else { return all.filter { named.contains($0.name) }.map { [$0] } }
    let series = Dictionary(grouping: all, by: \.series)
    return series.keys.sorted().compactMap { series[$0] }.map { releases in
      releases.sorted { left, right in
        let leveled = (question.levels[left.name] != nil, question.levels[right.name] != nil)
        if leveled.0 != leveled.1 { return leveled.0 }
        let begun = (left.effective <= question.asOf, right.effective <= question.asOf)
        if begun.0 != begun.1 { return begun.0 }
        if left.effective != right.effective {
          return begun.0 ? left.effective > right.effective : left.effective < right.effective
        }
        return (left.rows, right.name) > (right.rows, left.name)
      }
    }
  }

  /// What one data set says, with the variance that sets its weight.
  struct SourceEstimate {
    var estimate: MarketEstimate
    let variance: Double
    /// Whether its figure is for the size that was asked for.
    var isOfSize = false

    /// Lets the estimate of a wider place stand for one without any figures.
    mutating func answer(_ question: MarketQuestion, instead wider: Location) {
      estimate.question = question
      estimate.confidence = .low
      for index in estimate.sources.indices { estimate.sources[index].isOwnPlace = false }
      estimate.confidenceReasons.append("no figures for \(question.location.name): those of \(wider.name)")
    }
  }

  func sourceEstimate(_ question: MarketQuestion, dataset: MarketDataset) throws -> SourceEstimate? {
    if let named = try namedRole(question, dataset: dataset) { return named }
    if let cell = try publishedIndustry(question, dataset: dataset), let distribution = cell.distribution {
      return try published(
        question, dataset: dataset, cell: cell, distribution: distribution, occupation: cell.occupation,
        steps: question.industryStep(of: cell, dataset))
    }
    guard let start = try startingCells(question, dataset: dataset) else { return nil }
    return try derived(question, dataset: dataset, nation: start.nation, local: start.local)
  }

  /// A bare occupation in an industry, where the publisher prints that very cell.
  private func publishedIndustry(_ question: MarketQuestion, dataset: MarketDataset) throws -> PayCell? {
    guard case .occupation(let occupation) = question.job, let industry = question.industry else { return nil }
    let found = try cells.cells(
      dataset: dataset.name, occupation: occupation.code, location: question.location.id)
    return ofSize(found.filter { $0.role.isEmpty && $0.level == question.level }, question).ofIndustry(industry)?.cell
  }

  /// The base occupation's national cell and its cell in the place.
  private func startingCells(
    _ question: MarketQuestion, dataset: MarketDataset
  ) throws -> (nation: PayCell?, local: PayCell?)? {
    let occupation = question.job.baseOccupation
    let here = try cells.cells(dataset: dataset.name, occupation: occupation, location: question.location.id)
    func whole(_ cells: [PayCell]) -> PayCell? {
      ofSize(cells.filter { $0.industry.isEmpty && $0.role.isEmpty && $0.level == question.level }, question).first
    }
    let local = whole(here)
    let isNation = question.location.id == question.location.country
    let nation =
      isNation
      ? local
      : whole(try cells.cells(dataset: dataset.name, occupation: occupation, location: question.location.country))
    // Figures in two currencies are not compared: a role starts from the nation, an occupation from the place.
    if let local, let nation, local.currency != nation.currency {
      return question.job.role == nil ? (nil, local) : (nation, nil)
    }
    return local == nil && nation == nil ? nil : (nation, local)
  }

  /// A published cell as it stands, aged.
  func published(
    _ question: MarketQuestion, dataset: MarketDataset, cell: PayCell, distribution: PayDistribution,
    occupation: String, notes: [String] = [], steps: [Adjustment] = []
  ) throws -> SourceEstimate {
    let s = try standardError(of: cell, distribution, on: question.asOf)
    var confidence = try ConfidenceRule(parameters: parameters, on: question.asOf).grade(ofError: s)
    let isCounted = cell.incumbents != nil || cell.organizations != nil || cell.meanRelativeError != nil
    var reasons =
      confidence < .high && isCounted ? ["the median has a standard error of \(NumberText.share(s))"] : []
    if cell.role.isEmpty, question.job.role != nil { confidence = min(confidence, .medium) }
    if !isCounted {
      confidence = min(confidence, .medium)
      reasons.append(
        "the source says neither how many people it covers nor its error: \(NumberText.share(s)) is taken")
    }
    var part = try finished(
      question, dataset: dataset, cells: [cell], start: cell, distribution: distribution, adjustments: steps,
      standardError: s, ratioSE: nil, confidence: confidence, reasons: reasons, notes: notes, questions: [],
      index: nil, occupation: occupation, interval: nil)
    part.isOfSize = !cell.organizationSize.isEmpty
    return part
  }

  private func derived(
    _ question: MarketQuestion, dataset: MarketDataset, nation: PayCell?, local: PayCell?
  ) throws -> SourceEstimate? {
    let occupation = question.job.baseOccupation
    if case .occupation = question.job, question.industry == nil, let local,
      let curve = try curve(of: local, question: question)
    {
      return try published(
        question, dataset: dataset, cell: local, distribution: curve.pay, occupation: occupation, notes: curve.notes)
    }
    guard let nation, var distribution = nation.distribution else {
      guard let local, let own = local.distribution, question.job.role == nil else { return nil }
      return try published(question, dataset: dataset, cell: local, distribution: own, occupation: occupation)
    }
    let nationalSD = distribution.logSD
    var adjustments: [Adjustment] = []
    var variance = 0.0
    var confidence = Confidence.high
    var reasons: [String] = []
    var notes: [String] = []
    var questions: [String] = []
    var index: Double?
    var used = [nation]
    if question.location.id != question.location.country {
      guard
        let effect = try PlaceModel(cells: cells, parameters: parameters).effect(
          of: question.location, on: nation, local: local, dataset: dataset,
          leansOnIndex: question.job.role?.isITOperations ?? false, asOf: question.asOf)
      else { return nil }
      distribution = effect.distribution
      adjustments.append(effect.adjustment)
      variance += effect.standardError * effect.standardError
      confidence = min(confidence, effect.confidence)
      reasons += effect.reasons
      notes += effect.notes
      index = effect.index
      if let local { used.append(local) }
    } else {
      let s = try CellError(parameters: parameters, on: question.asOf).standardError(of: 0.5, in: nation) ?? 0
      variance += s * s
    }
    let industryGroup = IndustryEffect.isTechnology(question.industry) ? "tech" : ""
    let ratio = question.job.role.flatMap {
      RoleRatio.choose(from: ratios, role: $0.id, stage: question.stage, industryGroup: industryGroup)
    }
    if let industry = question.industry, ratio?.industryGroup != "tech" {
      let effect = try IndustryEffect(cells: cells, parameters: parameters).adjustment(
        for: industry, nation: nation, dataset: dataset, isExecutive: question.job.isExecutive, asOf: question.asOf)
      if let effect {
        distribution = distribution.scaled(by: effect.factor)
        adjustments.append(effect)
      } else {
        notes.append("\(dataset.title) has no national cell for \(industry.title): no industry effect.")
        confidence = min(confidence, .medium)
      }
    }
    var interval: ClosedRange<Double>?
    if let role = question.job.role, let ratio {
      distribution = distribution.scaled(by: ratio.ratio)
      let narrowing = nationalSD > 0 ? min(1, ratio.withinSD / nationalSD) : 1
      distribution = distribution.spreadScaled(by: narrowing)
      adjustments.append(RoleEffect.adjustment(role: role, ratio: ratio, narrowing: narrowing))
      variance += ratio.ratioSE * ratio.ratioSE
      let ceiling: Confidence = role.isExecutive ? .low : .medium
      confidence = min(confidence, ratio.confidence, ceiling)
      reasons.append(
        "\(role.title) is priced from \(ratio.baseOccupation) by a ratio with a standard error of "
          + NumberText.share(ratio.ratioSE))
      if let range = ratio.interval { interval = (range.lowerBound / ratio.ratio)...(range.upperBound / ratio.ratio) }
      let scope = try ScopeEffect(parameters: parameters).steps(for: question)
      for step in scope { distribution = distribution.scaled(by: step.factor) }
      adjustments += scope
      questions += RoleEffect.questions(
        role: role, stage: question.stage, knowsSize: scope.contains { $0.name == ScopeEffect.size })
    } else if question.job.role?.isLeadership == true {
      confidence = min(confidence, .low)
    }
    var part = try finished(
      question, dataset: dataset, cells: used, start: nation, distribution: distribution, adjustments: adjustments,
      standardError: variance.squareRoot(), ratioSE: ratio?.ratioSE, confidence: confidence, reasons: reasons,
      notes: notes, questions: questions, index: index,
      occupation: occupation, interval: interval)
    part.isOfSize =
      adjustments.contains { $0.name == ScopeEffect.size } || used.contains { !$0.organizationSize.isEmpty }
    return part
  }
}
