import CSVStream
import Market
import Quantities

extension ShippedData {
  /// Puts shipped surveys into a library that does not have them yet, or has other versions of them.
  ///
  /// `announce` is called once before the first one is read, since that takes about a second.
  public func bring(into library: MarketLibrary, announce: (String) -> Void) throws {
    // Packages are known by the digest of their description, so that no JSON is read when all is in place.
    let held = try library.packageDigests()
    for name in Folder.names(in: folder + "/datasets") {
      let path = "\(folder)/datasets/\(name)"
      guard Folder.exists(path + "/cells.csv") else { continue }
      let digest = try Digest.sha256(ofFile: path + "/datapackage.json")
      guard !held.contains(digest) else { continue }
      let package = try DataPackage.read(path + "/datapackage.json")
      guard let resource = package.resources.first(where: { $0.path == "cells.csv" }),
        let dataset = package.dataset(of: resource)
      else { continue }
      announce(
        "Reading \(dataset.title) into the market library, once: \(NumberText.grouped(dataset.rows)) cells.")
      var survey = try read(path + "/cells.csv", dataset: dataset)
      survey.notes = [digest]
      _ = try library.store(survey)
    }
  }

  /// Surveys that ship, whatever the library holds.
  public func surveys() throws -> [MarketDataset] {
    try Folder.names(in: folder + "/datasets").compactMap { name in
      let path = "\(folder)/datasets/\(name)"
      guard Folder.exists(path + "/cells.csv") else { return nil }
      let package = try DataPackage.read(path + "/datapackage.json")
      return package.resources.first.flatMap(package.dataset)
    }
  }

  private func read(_ path: String, dataset: MarketDataset) throws -> ReadSurvey {
    guard try Digest.sha256(ofFile: path) == dataset.digest else {
      throw FileTrouble(
        .inputOutput, path: path, message: "does not match its datapackage.json: it was changed",
        cure: "put the shipped file back")
    }
    let caps = try TopCodes(parameters: try parameters(of: ["market"]), effective: dataset.effective)
    let reader = try CSVReader(path: path, options: CSVOptions(dialect: CSVDialect(delimiter: .comma)))
    var cells: [SurveyCell] = []
    cells.reserveCapacity(dataset.rows)
    let run = reader.forEachRecord { record in
      guard record.ordinal > 0 else { return }
      var cell = SurveyCell(
        location: record.text(0), occupation: record.text(1), industry: record.text(2), employment: record.double(3),
        meanRelativeError: record.double(5), line: record.line)
      var marks = ""
      for (index, field) in [4, 6, 7, 8, 9, 10].enumerated() {
        switch SurveyFigure(record, field) {
        case .number(let value):
          cell.figures[index] = value
          marks += index > 0 && value > caps.softAbove ?? .infinity ? "s" : "."
        case .capped:
          cell.figures[index] = caps.least(after: cell.figures[..<index].dropFirst())
          marks += "#"
        default: marks += "*"
        }
      }
      cell.marks = marks
      cells.append(cell)
    }
    guard run.faults.isEmpty else { throw BadInput(run.faults.map { Diagnostic($0) }) }
    return ReadSurvey(dataset: dataset, cells: cells, notes: [], skipped: [])
  }
}
