import Market
import Quantities

/// Survey cells in memory.
public struct SurveyTable: SurveyCells {
  private struct Held {
    var dataset: MarketDataset
    var byOccupation: [String: [PayCell]]
    var byRole: [String: [PayCell]]
    var costs: [String: Double]
  }

  private var held: [Held] = []

  public init() {}

  /// Adds a data set; the cost of labour follows from its cross-industry means.
  public mutating func add(_ dataset: MarketDataset, _ cells: [PayCell]) {
    var means: [String: [String: MeanPay]] = [:]
    for cell in cells where cell.industry.isEmpty && cell.role.isEmpty {
      guard let mean = cell.mean else { continue }
      means[cell.location, default: [:]][cell.occupation] = MeanPay(mean: mean, employment: cell.employment)
    }
    let nation = means["US"] ?? [:]
    var costs = means.compactMapValues { CostOfLabour.index(place: $0, nation: nation) }
    costs["US"] = nil
    held.append(
      Held(
        dataset: dataset, byOccupation: Dictionary(grouping: cells, by: \.occupation),
        byRole: Dictionary(grouping: cells.filter { !$0.role.isEmpty }, by: \.role), costs: costs))
  }

  public func datasets() throws -> [MarketDataset] { held.map(\.dataset) }

  public func cells(dataset: String, occupation: String, location: String) throws -> [PayCell] {
    all(dataset, occupation).filter { $0.location == location && $0.role.isEmpty && $0.payElement == "base" }
  }

  public func cells(dataset: String, role: String, location: String) throws -> [PayCell] {
    named(dataset, role, location, element: "base")
  }

  public func cashCells(dataset: String, role: String, location: String) throws -> [PayCell] {
    named(dataset, role, location, element: "total cash")
  }

  public func peopleCells(dataset: String, role: String) throws -> [PayCell] {
    let cells = held.first { $0.dataset.name == dataset }?.byRole[role] ?? []
    return cells.filter { $0.medianInterval != nil && $0.location.utf8.count == 8 }
  }

  private func named(_ dataset: String, _ role: String, _ location: String, element: String) -> [PayCell] {
    let cells = held.first { $0.dataset.name == dataset }?.byRole[role] ?? []
    return cells.filter { $0.location == location && $0.payElement == element }
  }

  public func metroCells(dataset: String, occupation: String) throws -> [PayCell] {
    // `US-` and five digits: states have two letters, rural areas seven digits.
    all(dataset, occupation).filter {
      $0.location.utf8.count == 8 && $0.industry.isEmpty && $0.pay(at: 0.5) != nil
    }
  }

  public func costOfLabour(dataset: String) throws -> [String: Double] {
    held.first { $0.dataset.name == dataset }?.costs ?? [:]
  }

  private func all(_ dataset: String, _ occupation: String) -> [PayCell] {
    held.first { $0.dataset.name == dataset }?.byOccupation[occupation] ?? []
  }
}

extension SurveyTable {
  /// The shipped OEWS cells of May 2025.
  public static let oews: Result<SurveyTable, any Error> = Result {
    var table = SurveyTable()
    let name = "bls-oews-2025-05"
    let cells = try ShippedTables.table("datasets/\(name)/cells.csv").rows.map { row in
      PayCell(
        dataset: name, occupation: row["soc"], location: row["location"], industry: row["industry"],
        employment: Double(row["employment"]), mean: Double(row["mean"]),
        meanRelativeError: Double(row["mean_prse"]),
        percentiles: zip(PercentilePoint.published, ["p10", "p25", "p50", "p75", "p90"]).compactMap {
          p, column in
          Double(row[column]).map { PercentilePoint(probability: p, pay: $0) }
        })
    }
    table.add(.named(name, effective: day("2025-05-01"), kind: .oews), cells)
    return table
  }
}

extension MarketDataset {
  /// A data set of which only the name, kind and date matter.
  public static func named(
    _ name: String, effective: CalendarDate, kind: SourceKind, series: String? = nil
  ) -> MarketDataset {
    MarketDataset(
      name: name, title: name, series: series ?? name, sourceKind: kind, publisher: "", release: "",
      effective: effective, currency: "USD", licence: "", reference: "", digest: "", isShipped: false, rows: 1
    )
  }
}
