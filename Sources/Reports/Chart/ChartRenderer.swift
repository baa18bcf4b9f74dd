import Quantities

/// Draws a curve chart: title, curve, axis, and the markers' labels below it.
struct ChartRenderer {
  let width: Int
  let typography: Typography

  private static let height = 8
  private static let indent = 2
  private static let columnsPerTick = 9

  private var glyphs: ChartGlyphs { typography.unicode ? .unicode : .ascii }

  func lines(of chart: CurveChart) -> [StyledLine] {
    let texts = chart.markers.map { labelText($0, currency: chart.currency) }
    let order = chart.markers.indices.sorted { chart.markers[$0].value < chart.markers[$1].value }
    let markers = order.map { chart.markers[$0] }
    let (plotWidth, labels, places) = arranged(markers, texts: order.map { texts[$0] }, chart)

    var canvas = ChartCanvas(width: width)
    drawCurve(of: chart, plotWidth: plotWidth, on: &canvas)
    drawAxis(of: chart, plotWidth: plotWidth, on: &canvas)
    drawStems(markers, labels, places, chart, plotWidth, on: &canvas)
    drawLabels(markers, order.map { texts[$0] }, labels, places, on: &canvas)
    drawTicks(of: chart, plotWidth: plotWidth, on: &canvas)

    let title = WordWrap.lines(typography.clean(chart.title), width: width).map { StyledLine($0, .strong) }
    return title + canvas.lines + ChartCaption(width: width, glyphs: glyphs).lines(of: chart)
  }

  // MARK: - Arrangement

  /// "opening ask $198,400"; a label too long for the page loses its end, never its amount.
  private func labelText(_ marker: CurveChart.Marker, currency: String) -> String {
    let amount = typography.clean(NumberText.money(marker.value, currency: currency))
    let label = typography.clean(marker.label)
    guard !label.isEmpty else { return amount }
    let room = max(width / 2 - 3 - DisplayWidth.of(amount), 6)
    return WordWrap.cut(label, width: room, ellipsis: typography.ellipsis) + " " + amount
  }

  /// The widest plot for which every label finds a place: with room for the longest one at its right, all can
  /// turn right.
  private func arranged(
    _ markers: [CurveChart.Marker], texts: [String], _ chart: CurveChart
  ) -> (plotWidth: Int, labels: [MarkerLabels.Label], places: [MarkerLabels.Place]) {
    let widest = width - 2 * Self.indent
    let narrowest = max(width - Self.indent - 1 - (texts.map { DisplayWidth.of($0) }.max() ?? 0), 10)
    var plotWidth = widest
    while true {
      let labels = zip(markers, texts).map { label($0, text: $1, chart, plotWidth) }
      let places = MarkerLabels.places(of: labels)
      if let places { return (plotWidth, labels, places) }
      if plotWidth <= narrowest { return (plotWidth, labels, []) }
      plotWidth -= 1
    }
  }

  private func label(
    _ marker: CurveChart.Marker, text: String, _ chart: CurveChart, _ plotWidth: Int
  ) -> MarkerLabels.Label {
    let length = DisplayWidth.of(text) + 2
    let position = chart.position(of: marker.value)
    if position < 0 { return MarkerLabels.Label(stem: nil, choices: [0..<length]) }
    if position > 1 { return MarkerLabels.Label(stem: nil, choices: [(width - length)..<width]) }
    let stem = column(at: position, plotWidth)
    let choices = [stem..<(stem + length), (stem + 1 - length)..<(stem + 1)]
    return MarkerLabels.Label(
      stem: stem, choices: choices.filter { $0.lowerBound >= 0 && $0.upperBound <= width })
  }

  private func column(at position: Double, _ plotWidth: Int) -> Int {
    Self.indent + Int((position * Double(plotWidth - 1)).rounded())
  }

  // MARK: - Drawing

  private func drawCurve(of chart: CurveChart, plotWidth: Int, on canvas: inout ChartCanvas) {
    for (offset, eighths) in self.eighths(of: chart, plotWidth: plotWidth).enumerated() {
      let isMiddle = isMiddle(offset, plotWidth, chart)
      for level in 0..<Self.height where eighths > 8 * level {
        let top = min(eighths - 8 * level, 8)
        let isInside = eighths > 8 * (level + 1)
        let sign = isInside && !isMiddle ? glyphs.tailFill : glyphs.heights[top - 1]
        canvas.put(
          sign, row: Self.height - 1 - level, column: Self.indent + offset,
          isMiddle ? .curveMiddle : .curveTail)
      }
    }
  }

  /// The curve's height in each column, in eighths of a row; the highest point fills all rows.
  private func eighths(of chart: CurveChart, plotWidth: Int) -> [Int] {
    let heights = (0..<plotWidth).map { chart.height(at: Double($0) / Double(plotWidth - 1)) }
    guard let peak = heights.max(), peak > 0 else { return heights.map { _ in 0 } }
    return heights.map { Int(($0 / peak * Double(8 * Self.height)).rounded()) }
  }

  private func isMiddle(_ offset: Int, _ plotWidth: Int, _ chart: CurveChart) -> Bool {
    guard let half = chart.middleHalf else { return true }
    let first = column(at: min(max(chart.position(of: half.lowerBound), 0), 1), plotWidth)
    let last = column(at: min(max(chart.position(of: half.upperBound), 0), 1), plotWidth)
    return (first...max(first, last)).contains(Self.indent + offset)
  }

  private func drawAxis(of chart: CurveChart, plotWidth: Int, on canvas: inout ChartCanvas) {
    for offset in 0..<plotWidth {
      canvas.put(glyphs.axis, row: Self.height, column: Self.indent + offset, .faint)
    }
    for value in ticks(of: chart, plotWidth) {
      let column = column(at: chart.position(of: value), plotWidth)
      canvas.put(glyphs.tick, row: Self.height, column: column, .faint)
    }
  }

  private func ticks(of chart: CurveChart, _ plotWidth: Int) -> [Double] {
    AxisTicks.values(from: chart.low, to: chart.high, atMost: plotWidth / Self.columnsPerTick)
  }

  /// Tick labels give way to stems: the stems' own labels say more.
  private func drawTicks(of chart: CurveChart, plotWidth: Int, on canvas: inout ChartCanvas) {
    for value in ticks(of: chart, plotWidth) {
      let text = NumberText.compact(value)
      let middle = column(at: chart.position(of: value), plotWidth)
      let start = min(max(middle - (text.count - 1) / 2, 0), width - text.count)
      let columns = (start - 1)..<(start + text.count + 1)
      if canvas.isBlank(row: Self.height + 1, columns: columns) {
        canvas.write(text, row: Self.height + 1, column: start, .faint)
      }
    }
  }

  private var firstLabelRow: Int { Self.height + 2 }

  private func drawStems(
    _ markers: [CurveChart.Marker], _ labels: [MarkerLabels.Label], _ places: [MarkerLabels.Place],
    _ chart: CurveChart, _ plotWidth: Int, on canvas: inout ChartCanvas
  ) {
    let heights = eighths(of: chart, plotWidth: plotWidth)
    // Yours last: where two stems share a column, yours is the one to see.
    for side in [CurveChart.Marker.Side.market, .yours] {
      for (index, place) in places.enumerated() where markers[index].side == side {
        guard let stem = labels[index].stem else { continue }
        let (sign, style) = (self.stem(markers[index]), self.style(markers[index]))
        let fullRows = max(heights[stem - Self.indent] / 8, 1)
        for row in (Self.height - fullRows)..<(firstLabelRow + place.row) {
          canvas.put(row == Self.height ? sign.onAxis : sign.line, row: row, column: stem, style)
        }
      }
    }
  }

  private func drawLabels(
    _ markers: [CurveChart.Marker], _ texts: [String], _ labels: [MarkerLabels.Label],
    _ places: [MarkerLabels.Place], on canvas: inout ChartCanvas
  ) {
    for (index, place) in places.enumerated() {
      let row = firstLabelRow + place.row
      let style = style(markers[index])
      guard let stem = labels[index].stem else {
        let isLeft = place.columns.lowerBound == 0
        let text = isLeft ? glyphs.offLeft + " " + texts[index] : texts[index] + " " + glyphs.offRight
        canvas.write(text, row: row, column: place.columns.lowerBound, style)
        continue
      }
      let turnsRight = place.columns.lowerBound == stem
      let goesOn = labels.indices.contains { labels[$0].stem == stem && places[$0].row > place.row }
      let sign = self.stem(markers[index])
      let end =
        turnsRight
        ? (goesOn ? sign.branchesRight : sign.endsRight) : (goesOn ? sign.branchesLeft : sign.endsLeft)
      canvas.put(end, row: row, column: stem, style)
      canvas.write(
        texts[index], row: row, column: turnsRight ? stem + 2 : place.columns.lowerBound, style)
    }
  }

  private func stem(_ marker: CurveChart.Marker) -> ChartGlyphs.Stem {
    marker.side == .yours ? glyphs.yours : glyphs.market
  }

  private func style(_ marker: CurveChart.Marker) -> TextStyle {
    switch (marker.side, marker.emphasis) {
    case (.market, false): .market
    case (.market, true): .marketStrong
    case (.yours, false): .yours
    case (.yours, true): .yoursStrong
    }
  }
}
