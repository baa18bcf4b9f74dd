import CSVStream
import Market
import Quantities

/// Cells of the library as the canonical market CSV, which imports again to the same cells.
///
///     dataset,role,soc,location,...,statistic,value,currency,basis,effective_date,match_quality,note,source_kind,licence,series
///     acme-2026,it-director,11-3021,US-19740,...,p50,200000,USD,annual,2026-03-01,,,job-matched,yours,acme
///
/// Figures are written so that they read back to the last digit, without the dust of arithmetic. A marker that goes with a figure stands in the note:
/// `#` at least this much, `s` soft; one without a figure stands in its place: `*` withheld, `~` below the floor.
/// The survey's kind, which its weight beside others depends on, its licence and its series stand in every row: a copy
/// that is imported under another name is not blended with its original.
/// A roll-up over all places of a file of people says so in the column of the place.
public struct CanonicalExport {
  private let library: MarketLibrary
  private let kinds: [String: Location.Kind]
  private let writer = CSVWriter()

  public init(library: MarketLibrary, places: PlaceDirectory) {
    self.library = library
    kinds = Dictionary(places.places.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// Hands the text of the chosen cells to `append`, piece after piece, and gives how many there are; nothing at all
  /// for none. Throws ``FileTrouble``, and what `append` throws.
  ///
  ///     try export.write(.init(datasets: ["acme-2026"])) { print($0, terminator: "") }    // 212
  @discardableResult
  public func write(_ choice: MarketLibrary.CellChoice, _ append: (String) throws -> Void) throws -> Int {
    var text = writer.line(CanonicalLayout.known.map { .text($0) })
    var count = 0
    try library.forEachCell(choice) { dataset, cell in
      count += 1
      self.append(cell, of: dataset, to: &text)
      guard text.utf8.count >= Self.pieceSize else { return }
      try append(text)
      text.removeAll(keepingCapacity: true)
    }
    if count > 0 { try append(text) }
    return count
  }

  /// The same to a file, whole or not at all; where there is no cell no file is written.
  public func write(_ choice: MarketLibrary.CellChoice, to path: String) throws -> Int {
    var count = 0
    do {
      try AtomicFile.write(to: path) { append in
        count = try write(choice) { try append(Array($0.utf8)[...]) }
        if count == 0 { throw NothingToWrite() }
      }
    } catch is NothingToWrite {}
    return count
  }

  private static let pieceSize = 1 << 20

  /// Ends the writing of a file, so that nothing is left of it.
  private struct NothingToWrite: Error {}

  private func append(_ cell: SurveyCell, of dataset: MarketDataset, to text: inout String) {
    let row = Row(of: cell, in: dataset, kind: kinds[cell.location], writer)
    let marks = Array(cell.marks.utf8)
    for (index, statistic) in CanonicalCells.statistics.prefix(6).enumerated() {
      let mark = index < marks.count ? marks[index] : UInt8(ascii: ".")
      let sign = mark == UInt8(ascii: ".") ? "" : String(UnicodeScalar(mark))
      if let value = cell.figures[index] {
        text += row.text(statistic, Self.exact(value), note: sign)
      } else if !sign.isEmpty {
        text += row.text(statistic, sign, note: "")
      }
    }
    let counts = [
      cell.incumbents, cell.organizations, cell.employment, cell.meanRelativeError, cell.medianInterval?.lowerBound,
      cell.medianInterval?.upperBound,
    ]
    for (statistic, value) in zip(CanonicalCells.statistics.dropFirst(6), counts) {
      if let value { text += row.text(statistic, Self.exact(value), note: "") }
    }
  }

  /// The rows of one cell: all of them begin and end alike.
  private struct Row {
    private let start, middle, end: String

    init(of cell: SurveyCell, in dataset: MarketDataset, kind: Location.Kind?, _ writer: CSVWriter) {
      start = Self.text(
        [
          .text(dataset.name), .orEmpty(cell.role), .orEmpty(cell.occupation),
          .text(cell.location.isEmpty ? CanonicalLayout.allPlaces : cell.location), .orEmpty(kind?.rawValue ?? ""),
          .orEmpty(cell.level), .orEmpty(cell.industry), .orEmpty(cell.organizationSize), .text(cell.payElement),
        ], writer)
      middle = Self.text(
        [
          .text(cell.currency.isEmpty ? dataset.currency : cell.currency), .text("annual"),
          .text(dataset.effective.description), .empty,
        ], writer)
      end = Self.text([.text(dataset.sourceKind.rawValue), .orEmpty(dataset.licence), .text(dataset.series)], writer)
    }

    /// A figure or a marker, neither of which needs quotes.
    func text(_ statistic: String, _ value: String, note: String) -> String {
      "\(start),\(statistic),\(value),\(middle),\(note),\(end)\n"
    }

    private static func text(_ fields: [CSVField], _ writer: CSVWriter) -> String {
      String(writer.line(fields).dropLast())
    }
  }

  /// The shortest decimal that reads back as the same number, to the cent where it is whole cents.
  private static func exact(_ value: Double) -> String { DecimalText(WholeCents.of(value))?.text ?? "" }
}

extension CSVField {
  fileprivate static func orEmpty(_ text: String) -> CSVField { text.isEmpty ? .empty : .text(text) }
}
