import Quantities

/// What performance shares may pay: the ends, or points of rank and payout.
enum PayoutField {
  case range(ClosedRange<Double>)
  case points([(percentile: Double, pays: Double)])

  private struct Point {
    var percentile: Double?
    var pays: Double?
  }

  private static let table = FieldTable<Point>(
    [
      "percentile": { $1.percentile = $0.number(0...100, text: "0 and 100", example: "50") },
      "pays": { $1.pays = $0.share(0...10) },
    ], required: ["percentile": "percentile: 50", "pays": "pays: 100%"])

  static func read(_ entry: Entry) -> PayoutField? {
    if entry.isText { return range(entry).map { .range($0) } }
    let items = entry.items(wanted: "0-200%, or a list of {percentile: 50, pays: 100%}") ?? []
    let points = items.compactMap { item -> (percentile: Double, pays: Double)? in
      var point = Point()
      guard table.read(item, into: &point, owner: item.path, wanted: "keys: {percentile: 50, pays: 100%}"),
        let percentile = point.percentile, let pays = point.pays
      else { return nil }
      return (percentile, pays)
    }
    guard points.count == items.count else { return nil }
    guard !points.isEmpty, zip(points, points.dropFirst()).allSatisfy({ $0.percentile < $1.percentile }) else {
      entry.fault(.payoutNotInOrder(entry.path))
      return nil
    }
    return .points(points)
  }

  /// `0-200%`, `50% to 150%`, or `200%` for the top alone.
  private static func range(_ entry: Entry) -> ClosedRange<Double>? {
    guard let text = entry.text(wanted: "0-200%") else { return nil }
    let parts = text.replacing(" to ", with: "-").split { "-–—".contains($0) }.map { Entry.trimmed(String($0)) }
    let shares = parts.map { $0.hasSuffix("%") ? $0 : $0 + "%" }.compactMap { entry.share($0, 0...10) }
    guard shares.count == parts.count, (1...2).contains(shares.count), let top = shares.last else { return nil }
    let low = shares.count == 2 ? shares[0] : 0
    guard low <= top else {
      entry.fault(.payoutNotInOrder(entry.path))
      return nil
    }
    return low...top
  }
}
