import Market
import Quantities

/// The pay zones of a remote job side by side; nothing for a job that is not remote.
struct PayZonesText {
  let zones: [ZoneEstimate]

  var blocks: [Block] {
    zones.isEmpty ? [] : [.sheet(sheet, title: "Remote: pay by the zone the employer may use"), .space]
  }

  /// The medians of the other zones, to be drawn on the curve of the one that counts.
  func markers(beside place: Location) -> [CurveChart.Marker] {
    zones.filter { $0.tier == nil && $0.estimate.question.location.id != place.id }.map {
      .market($0.estimate.median, $0.name)
    }
  }

  /// `site`; `tier 3, low` where its confidence is.
  private func name(_ zone: ZoneEstimate) -> String {
    zone.name + (zone.estimate.confidence == .low ? ", low" : "")
  }

  private var sheet: Sheet {
    let kind = ColumnKind.money(currency: zones.first?.estimate.currency ?? "USD")
    var columns = [Column("zone", "Zone"), Column("location", "Place")]
    for probability in PercentilePoint.published {
      let name = MarketShowReport.name(probability)
      columns.append(Column(name, name.uppercased(), kind))
    }
    var sheet = Sheet(columns: columns)
    for zone in zones {
      let estimate = zone.estimate
      var cells: [Cell] = [.text(name(zone)), .text(estimate.question.location.shortName)]
      for probability in PercentilePoint.published {
        cells.append(
          estimate.distribution.figure(probability).map { .money($0, currency: estimate.currency) } ?? .empty)
      }
      sheet.append(cells)
    }
    return sheet
  }

  var json: JSONValue {
    .array(
      zones.map { zone in
        let question = zone.estimate.question
        return [
          "zone": .string(zone.zone.rawValue), "tier": .orNull(zone.tier) { .integer($0) },
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
