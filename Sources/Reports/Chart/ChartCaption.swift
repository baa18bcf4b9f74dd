import Quantities

/// Says what the signs of a chart mean.
///
///       █ middle half of pay, 149k to 232k   │ market   ┃ yours
struct ChartCaption {
  let width: Int
  let glyphs: ChartGlyphs

  private static let indent = 2
  private static let gap = 3

  /// Only what the chart has; a second line if the page is narrow.
  func lines(of chart: CurveChart) -> [StyledLine] {
    var lines: [StyledLine] = []
    for entry in entries(of: chart) {
      let length = 2 + DisplayWidth.of(entry.text)
      var line = StyledLine()
      if let last = lines.last, last.width + Self.gap + length <= width {
        line = lines.removeLast()
      }
      line.pad(to: line.width == 0 ? Self.indent : line.width + Self.gap)
      line.append(entry.sign, entry.style)
      line.append(" " + entry.text, .faint)
      lines.append(line)
    }
    return lines
  }

  private func entries(of chart: CurveChart) -> [(sign: String, text: String, style: TextStyle)] {
    var entries: [(sign: String, text: String, style: TextStyle)] = []
    if let half = chart.middleHalf {
      let text = "middle half of pay, \(short(half.lowerBound)) to \(short(half.upperBound))"
      entries.append((glyphs.heights[7], text, .curveMiddle))
    }
    if chart.markers.contains(where: { $0.side == .market }) {
      entries.append((glyphs.market.line, "market", .market))
    }
    if chart.markers.contains(where: { $0.side == .yours }) {
      entries.append((glyphs.yours.line, "yours", .yours))
    }
    return entries
  }

  /// Three digits are enough for a caption.
  private func short(_ value: Double) -> String {
    guard value.isFinite else { return NumberText.compact(value) }
    var unit = 1.0
    while value.magnitude / unit >= 1_000 { unit *= 10 }
    return NumberText.compact((value / unit).rounded(.toNearestOrAwayFromZero) * unit)
  }
}
