import Market
import Quantities

/// The pay zones of a remote job side by side; nothing for a job that is not remote.
struct PayZonesText {
  /// The middle half: with the ends too the table would not fit a page.
  private static let shown = [0.25, 0.5, 0.75]

  let zones: [ZoneEstimate]

  var blocks: [Block] {
    zones.isEmpty ? [] : [.sheet(sheet, title: "Remote: pay by the zone the employer may use"), .space]
  }

  /// The medians of the other zones, to be drawn on the curve of the one that counts.
  func markers(beside place: Location) -> [CurveChart.Marker] {
    zones.filter { $0.estimate.question.location.id != place.id }.map { .market($0.estimate.median, $0.zone.rawValue) }
  }

  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: zones.first?.estimate.currency ?? "USD")
    var columns = [Column("zone", "Zone"), Column("location", "Place")]
    for probability in Self.shown {
      let name = MarketShowReport.name(probability)
      columns.append(Column(name, name.uppercased(), kind))
    }
    columns.append(Column("confidence", "Confidence"))
    var sheet = Sheet(columns: columns)
    for zone in zones {
      let estimate = zone.estimate
      var cells: [Cell] = [.text(zone.zone.rawValue), .text(estimate.question.location.shortName)]
      for probability in Self.shown {
        cells.append(
          estimate.distribution.figure(probability).map { .money($0, currency: estimate.currency) } ?? .empty)
      }
      cells.append(.text(estimate.confidence.rawValue))
      sheet.append(cells)
    }
    return sheet
  }

  var json: JSONValue {
    .array(
      zones.map { zone in
        let question = zone.estimate.question
        return [
          "zone": .string(zone.zone.rawValue),
          "location": [
            "id": .string(question.location.id), "name": .string(question.location.name),
            "kind": .string(question.location.kind.rawValue),
          ],
          "currency": .string(zone.estimate.currency),
          "percentiles": MarketShowReport.percentiles(zone.estimate.distribution),
          "confidence": .string(zone.estimate.confidence.rawValue),
        ]
      })
  }
}
