import Foundation
import Market
import Quantities

/// The `datapackage.json` beside a data set: who, when, under which licence (Frictionless Data Package).
struct DataPackage: Decodable {
  struct Facts: Decodable {
    let series: String
    let kind: String
    let effective: String
    let currency: String
    let sourceKind: String

    enum CodingKeys: String, CodingKey {
      case series, kind, effective, currency
      case sourceKind = "source_kind"
    }
  }
  struct Licence: Decodable { let title: String }
  struct Source: Decodable {
    let title: String
    let path: String
  }
  struct Resource: Decodable {
    let path: String
    let hash: String
    let rows: Int
  }

  let name: String
  let title: String
  let parley: Facts?
  let publisher: String
  let release: String
  let period: String
  let licenses: [Licence]
  let sources: [Source]
  let resources: [Resource]

  static func read(_ path: String) throws -> DataPackage {
    let bytes = try Folder.bytes(of: path)
    do { return try JSONDecoder().decode(DataPackage.self, from: Data(bytes)) } catch {
      throw FileTrouble(.inputOutput, path: path, message: "is not a usable data package")
    }
  }

  /// The data set as the library keeps it; nil for tables that hold no pay.
  func dataset(of resource: Resource) -> MarketDataset? {
    guard let parley, let effective = CalendarDate(parley.effective + "-01") else { return nil }
    return MarketDataset(
      name: name, title: "BLS OEWS \(effective.monthName)", series: parley.series,
      sourceKind: MarketDataset.SourceKind(rawValue: parley.sourceKind) ?? .jobMatched, publisher: publisher,
      release: release, effective: effective, currency: parley.currency,
      licence: licenses.map(\.title).joined(separator: "; "), reference: sources.first?.path ?? "",
      digest: resource.hash.replacingOccurrences(of: "sha256:", with: ""), isShipped: true, rows: resource.rows)
  }
}
