import Quantities

/// Data sets that print the mean of a job and no percentile of it, as those for visas do.
extension MarketModel {
  /// Why there is no answer where means are all there is; nil where there is less, or more.
  ///
  /// A mean does not say where the middle is: no curve is drawn from it.
  func meansAlone(_ question: MarketQuestion) throws -> NoMarketData? {
    var names: [String] = []
    var place = question.location.id
    var asked: MarketQuestion? = question
    while let here = asked, names.isEmpty {
      place = here.location.id
      for dataset in try candidates(for: here).flatMap({ $0 }) {
        let found = try jobCells(here.asked(of: dataset), dataset: dataset)
        if found.contains(where: { !$0.percentiles.isEmpty }) { return nil }
        if found.contains(where: { $0.mean != nil }) { names.append(dataset.name) }
      }
      asked = here.inWiderPlace
    }
    guard let first = names.first else { return nil }
    let level = question.level.isEmpty ? "" : ", level \(question.level),"
    return NoMarketData(
      message: "\(names.joined(separator: ", ")) \(names.count == 1 ? "has" : "have") the mean alone for "
        + "\(question.job.title)\(level) in \(question.location.name), and no percentiles",
      cure: "import a survey with percentiles; the means: parley market export --source \(first) --role "
        + "\(question.job.id) --location \(place)")
  }

  /// Cells of the job in the place, of every level where none is asked for.
  private func jobCells(_ question: MarketQuestion, dataset: MarketDataset) throws -> [PayCell] {
    let place = question.location.id
    let named = try question.job.role.map { try cells.cells(dataset: dataset.name, role: $0.id, location: place) }
    let whole = try cells.cells(dataset: dataset.name, occupation: question.job.baseOccupation, location: place)
    return ((named ?? []) + whole).filter { question.level.isEmpty || $0.level == question.level }
  }
}
