/// A pay curve with markers on it: who earns how much, and where the numbers of a negotiation lie.
///
///     CurveChart(
///       title: "IT Director, Denver: base salary a year", currency: "USD", over: 80_000...380_000,
///       middleHalf: 149_000...232_000,
///       markers: [.market(186_000, "p50"), .yours(198_400, "opening ask", emphasis: true)]
///     ) { market.density(at: $0) }
public struct CurveChart: Sendable, Hashable {
  /// A value people should find on the curve; its label is printed with the amount.
  public struct Marker: Sendable, Hashable {
    /// Whose number it is.
    public enum Side: Sendable { case market, yours }

    public var value: Double
    public var label: String
    public var side: Side
    public var emphasis: Bool

    /// A number of the market, such as a percentile.
    ///
    ///     .market(186_000, "p50")
    public static func market(_ value: Double, _ label: String, emphasis: Bool = false) -> Marker {
      Marker(value: value, label: label, side: .market, emphasis: emphasis)
    }

    /// A number of the person who asks.
    ///
    ///     .yours(178_000, "your offer")
    public static func yours(_ value: Double, _ label: String, emphasis: Bool = false) -> Marker {
      Marker(value: value, label: label, side: .yours, emphasis: emphasis)
    }
  }

  public let title: String
  /// Of every amount in the chart, for example `USD`.
  public let currency: String
  public let low: Double
  public let high: Double
  /// Heights of the curve at equal steps from `low` to `high`, in any unit.
  public let density: [Double]
  /// From the 25th to the 75th percentile: drawn darker.
  public let middleHalf: ClosedRange<Double>?
  public let markers: [Marker]

  /// A curve known at equal steps.
  ///
  ///     CurveChart(title: "Pay", currency: "USD", over: 80_000...380_000, density: heights)
  public init(
    title: String, currency: String, over range: ClosedRange<Double>, middleHalf: ClosedRange<Double>? = nil,
    markers: [Marker] = [], density: [Double]
  ) {
    self.title = title
    self.currency = currency
    low = range.lowerBound
    high = range.upperBound
    self.density = density.map { $0.isFinite ? max($0, 0) : 0 }
    self.middleHalf = middleHalf
    self.markers = markers.filter { $0.value.isFinite }
  }

  /// A curve given by its formula, sampled at `samples` points.
  ///
  ///     CurveChart(title: "Pay", currency: "USD", over: 80_000...380_000) { pay.density(at: $0) }
  public init(
    title: String, currency: String, over range: ClosedRange<Double>, middleHalf: ClosedRange<Double>? = nil,
    markers: [Marker] = [], samples: Int = 400, density: (Double) -> Double
  ) {
    let last = Double(max(samples - 1, 1))
    let heights = (0..<max(samples, 2)).map { step in
      density(range.lowerBound + (range.upperBound - range.lowerBound) * Double(step) / last)
    }
    self.init(
      title: title, currency: currency, over: range, middleHalf: middleHalf, markers: markers,
      density: heights)
  }

  /// The curve's height at `position`, from 0 at `low` to 1 at `high`; straight between samples.
  func height(at position: Double) -> Double {
    guard let last = density.last, density.count > 1 else { return density.first ?? 0 }
    let place = min(max(position, 0), 1) * Double(density.count - 1)
    let index = Int(place)
    guard index + 1 < density.count else { return last }
    return density[index] + (density[index + 1] - density[index]) * (place - Double(index))
  }

  /// Where a value lies, from 0 at `low` to 1 at `high`.
  func position(of value: Double) -> Double {
    high > low && (high - low).isFinite ? (value - low) / (high - low) : 0.5
  }
}
