import CSVStream
import Market
import Quantities

/// Cells of the library as the canonical market CSV, which imports again to the same cells.
///
///     dataset,role,soc,location,...,statistic,value,currency,basis,effective_date,match_quality,note,source_kind,licence
///     acme-2026,it-director,11-3021,US-19740,...,p50,200000,USD,annual,2026-03-01,,,job-matched,yours
///
/// Figures are written so that they read back to the last digit. A marker that goes with a figure stands in the note:
/// `#` at least this much, `s` soft; one without a figure stands in its place: `*` withheld, `~` below the floor.
/// The survey's kind, which its weight beside others depends on, and its licence stand in every row.
/// A roll-up over all places of a file of people says so in the column of the place.
public struct CanonicalExport {
  private let library: MarketLibrary
  private let kinds: [String: Location.Kind]
  private let writer = CSVWriter()

  public init(library: MarketLibrary, places: PlaceDirectory) {
    self.library = library
    kinds = Dictionary(places.places.map { ($0.id, $0.kind) }, uniquingKeysWith: { first, _ in first })
  }

  /// The text of the chosen cells, and how many there are; a header alone for none.
  public func text(_ choice: MarketLibrary.CellChoice) throws -> (text: String, cells: Int) {
    var text = writer.line(CanonicalLayout.known.map { .text($0) })
    var count = 0
    try library.forEachCell(choice) { dataset, cell in
      count += 1
      append(cell, of: dataset, to: &text)
    }
    return (text, count)
  }

  private func append(_ cell: SurveyCell, of dataset: MarketDataset, to text: inout String) {
    let marks = Array(cell.marks)
    for (name, index) in CanonicalLayout.figures.sorted(by: { $0.value < $1.value }) {
      let mark = index < marks.count ? marks[index] : "."
      if let value = cell.figures[index] {
        append(cell, dataset, name, .number(Self.exact(value)), note: mark == "." ? "" : String(mark), to: &text)
      } else if mark != "." {
        append(cell, dataset, name, .text(String(mark)), note: "", to: &text)
      }
    }
    let counts = [
      ("n_incumbents", cell.incumbents), ("n_organizations", cell.organizations), ("employment", cell.employment),
      ("mean_prse", cell.meanRelativeError), ("p50_low", cell.medianInterval?.lowerBound),
      ("p50_high", cell.medianInterval?.upperBound),
    ]
    for (name, value) in counts {
      if let value { append(cell, dataset, name, .number(Self.exact(value)), note: "", to: &text) }
    }
  }

  private func append(
    _ cell: SurveyCell, _ dataset: MarketDataset, _ statistic: String, _ value: CSVField, note: String,
    to text: inout String
  ) {
    text += writer.line([
      .text(dataset.name), .orEmpty(cell.role), .orEmpty(cell.occupation),
      .text(cell.location.isEmpty ? CanonicalLayout.allPlaces : cell.location),
      .orEmpty(kinds[cell.location]?.rawValue ?? ""), .orEmpty(cell.level), .orEmpty(cell.industry),
      .orEmpty(cell.organizationSize), .text(cell.payElement), .text(statistic), value, .text(dataset.currency),
      .text("annual"), .text(dataset.effective.description), .empty, .orEmpty(note),
      .text(dataset.sourceKind.rawValue), .orEmpty(dataset.licence),
    ])
  }

  /// The shortest decimal that reads back as the same number.
  private static func exact(_ value: Double) -> String { DecimalText(value)?.text ?? "" }
}

extension CSVField {
  fileprivate static func orEmpty(_ text: String) -> CSVField { text.isEmpty ? .empty : .text(text) }
}
