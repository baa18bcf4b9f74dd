import Foundation
import Quantities
import Testing

@testable import Reports

@Suite("The pay curve")
struct CurveChartTests {
  private static func chart(_ markers: [CurveChart.Marker], middleHalf: Bool = true) -> CurveChart {
    CurveChart(
      title: "IT Director, Denver, CO: base salary a year", currency: "USD", over: 80_000...380_000,
      middleHalf: middleHalf ? 148_900...232_400 : nil, markers: markers
    ) { pay in
      let z = log(pay / 186_000) / 0.33
      return exp(-z * z / 2) / pay
    }
  }

  private static func lines(_ chart: CurveChart, width: Int = 80, unicode: Bool = true) -> [String] {
    ChartRenderer(width: width, typography: Typography(unicode: unicode)).lines(of: chart).map {
      $0.text(color: false)
    }
  }

  private static let negotiation: [CurveChart.Marker] = [
    .market(186_000, "p50"), .yours(178_000, "your offer"), .yours(171_500, "walk-away"),
    .yours(186_200, "target"), .yours(198_400, "opening ask", emphasis: true),
  ]

  @Test("Eighty columns show the curve, its middle half and every marker's amount")
  func eightyColumns() {
    #expect(
      Self.lines(Self.chart(Self.negotiation)).joined(separator: "\n") == """
        IT Director, Denver, CO: base salary a year
                          ▂▄▆▇███┃▇▆▅▄▂▁
                       ▂▅█░██████┃█┃█┃██▇▅▃▁
                     ▃▆░░░░██████┃█┃█┃██┃███▇▅▃▁
                   ▃▇░░░░░░██████┃█┃█┃██┃███████▇▅▃▁
                 ▃▇░░░░░░░░██████┃█┃█┃██┃████████░░░▇▅▄▂
               ▃▇░░░░░░░░░░██████┃█┃█┃██┃████████░░░░░░░█▇▅▄▃▁
            ▂▅█░░░░░░░░░░░░██████┃█┃█┃██┃████████░░░░░░░░░░░░░█▇▆▅▄▃▃▂▁
          ▅▇░░░░░░░░░░░░░░░██████┃█┃█┃██┃████████░░░░░░░░░░░░░░░░░░░░░░██▇▇▆▆▅▅▅▄▄▄▃▃▃
          ─────┬────────────┬────╂─╂─╂──╂────────────┬───────────┬────────────┬───────
              100k         150k  ┃ ┃ ┃  ┃           250k        300k         350k
              walk-away $171,500 ┛ ┃ ┃  ┗ opening ask $198,400
               your offer $178,000 ┛ ├ p50 $186,000
                                     ┗ target $186,200
          █ middle half of pay, 149k to 232k   │ market   ┃ yours
        """)
  }

  @Test(
    "Labels never overlap, amounts appear once, lines fit the page", arguments: 0..<150)
  func randomMarkers(seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let width = [40, 60, 80, 100].randomElement(using: &generator) ?? 80
    let unicode = Bool.random(using: &generator)
    // A third of the cases is cramped: everything within two percent.
    let range = seed % 3 == 0 ? 184_000.0...187_700.0 : 40_000.0...450_000.0
    let names = ["p50", "your offer", "walk-away", "target", "opening ask", "competing bid", "floor"]
    let markers = (0..<Int.random(in: 1...12, using: &generator)).map { _ in
      let value = Double.random(in: range, using: &generator)
      let name = names.randomElement(using: &generator) ?? ""
      return Bool.random(using: &generator) ? CurveChart.Marker.market(value, name) : .yours(value, name)
    }
    let lines = Self.lines(Self.chart(markers), width: width, unicode: unicode)
    let text = lines.joined(separator: "\n")
    for (amount, repeats) in Dictionary(
      grouping: markers, by: { NumberText.money($0.value, currency: "USD") }
    ) {
      #expect(text.ranges(of: amount).count == repeats.count, "\(amount) in\n\(text)")
    }
    for line in lines {
      #expect(DisplayWidth.of(line) <= width && line.last != " ")
    }
  }

  @Test("Every stem arrives at its own label without crossing another label", arguments: 0..<300)
  func stems(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let width = 80
    let labels = (0..<Int.random(in: 1...9, using: &generator)).map { _ in
      let stem = Int.random(in: 0..<50, using: &generator)
      let length = Int.random(in: 8...25, using: &generator)
      let choices = [stem..<(stem + length), (stem + 1 - length)..<(stem + 1)]
      return MarkerLabels.Label(
        stem: stem, choices: choices.filter { $0.lowerBound >= 0 && $0.upperBound <= width })
    }.sorted { ($0.stem ?? 0) < ($1.stem ?? 0) }
    let places = try #require(MarkerLabels.places(of: labels))
    for (one, place) in places.enumerated() {
      #expect(labels[one].choices.contains(place.columns))
      for (other, otherPlace) in places.enumerated() where other != one {
        #expect(place.row != otherPlace.row || !place.columns.overlaps(otherPlace.columns))
        guard let stem = labels[other].stem, stem != labels[one].stem else { continue }
        #expect(otherPlace.row <= place.row || !place.columns.contains(stem))
      }
    }
  }

  @Test("A marker beyond the range points out of the page")
  func outside() {
    let lines = Self.lines(
      Self.chart([.yours(450_000, "competing bid"), .yours(60_000, "floor"), .market(186_000, "p50")]))
    #expect(lines.contains { $0.hasPrefix("◄ floor $60,000") && $0.hasSuffix("competing bid $450,000 ►") })
  }

  @Test("A flat, empty or senseless curve is still a chart")
  func degenerate() {
    for density in [[], [0, 0], [.nan, 1], [1]] as [[Double]] {
      let chart = CurveChart(
        title: "", currency: "USD", over: 5...5, middleHalf: -.infinity ... .infinity,
        markers: [.yours(.infinity, "x"), .yours(1e300, "y"), .market(5, "z")], density: density)
      #expect(!Self.lines(chart, width: 40).isEmpty)
    }
  }

  @Test(
    "Ticks are round values inside the range",
    arguments: [
      (80_000.0, 380_000.0, 8, ["100k", "150k", "200k", "250k", "300k", "350k"]),
      (130_000, 245_000, 8, ["140k", "160k", "180k", "200k", "220k", "240k"]),
      (0.9, 1.3, 5, ["0.9", "1", "1.1", "1.2", "1.3"]), (5, 5, 8, []),
    ])
  func ticks(low: Double, high: Double, count: Int, expected: [String]) {
    #expect(AxisTicks.values(from: low, to: high, atMost: count).map(NumberText.compact) == expected)
  }
}
