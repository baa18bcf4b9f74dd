import Synchronization

/// Survey cells that are looked up once: for thousands of questions, which share most of them.
///
///     let cells = CachedCells(library)
///     try cells.cells(dataset: "bls-oews-2025-05", occupation: "11-3021", location: "US")    // asks the library
///     try cells.cells(dataset: "bls-oews-2025-05", occupation: "11-3021", location: "US")    // does not
///
/// Sees the library as it was at each first look-up; throws what the library throws, and remembers no failure.
public final class CachedCells: SurveyCells {
  private struct Key: Hashable {
    let dataset, job, location: String
    let isRole: Bool
  }

  private struct Held {
    var datasets: [MarketDataset]?
    var cells: [Key: [PayCell]] = [:]
    var metros: [Key: [PayCell]] = [:]
    var costs: [String: [String: Double]] = [:]
  }

  private let source: any SurveyCells
  private let held = Mutex(Held())

  public init(_ source: any SurveyCells) { self.source = source }

  public func datasets() throws -> [MarketDataset] {
    if let datasets = held.withLock({ $0.datasets }) { return datasets }
    let datasets = try source.datasets()
    held.withLock { $0.datasets = datasets }
    return datasets
  }

  public func cells(dataset: String, occupation: String, location: String) throws -> [PayCell] {
    try cells(Key(dataset: dataset, job: occupation, location: location, isRole: false)) {
      try source.cells(dataset: dataset, occupation: occupation, location: location)
    }
  }

  public func cells(dataset: String, role: String, location: String) throws -> [PayCell] {
    try cells(Key(dataset: dataset, job: role, location: location, isRole: true)) {
      try source.cells(dataset: dataset, role: role, location: location)
    }
  }

  public func cashCells(dataset: String, role: String, location: String) throws -> [PayCell] {
    try source.cashCells(dataset: dataset, role: role, location: location)
  }

  public func peopleCells(dataset: String, role: String) throws -> [PayCell] {
    try cells(Key(dataset: dataset, job: role, location: "metros", isRole: true)) {
      try source.peopleCells(dataset: dataset, role: role)
    }
  }

  public func metroCells(dataset: String, occupation: String) throws -> [PayCell] {
    let key = Key(dataset: dataset, job: occupation, location: "", isRole: false)
    if let cells = held.withLock({ $0.metros[key] }) { return cells }
    let cells = try source.metroCells(dataset: dataset, occupation: occupation)
    held.withLock { $0.metros[key] = cells }
    return cells
  }

  public func costOfLabour(dataset: String) throws -> [String: Double] {
    if let costs = held.withLock({ $0.costs[dataset] }) { return costs }
    let costs = try source.costOfLabour(dataset: dataset)
    held.withLock { $0.costs[dataset] = costs }
    return costs
  }

  private func cells(_ key: Key, _ look: () throws -> [PayCell]) throws -> [PayCell] {
    if let cells = held.withLock({ $0.cells[key] }) { return cells }
    let cells = try look()
    held.withLock { $0.cells[key] = cells }
    return cells
  }
}
