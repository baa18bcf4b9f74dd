import Market

/// The curve of a pay distribution with the figures of a question on it.
struct PayChart {
  let title: String
  let distribution: PayDistribution
  let currency: String
  let markers: [CurveChart.Marker]

  /// The chart, or its title where there is none.
  var blocks: [Block] {
    guard let chart else {
      return [
        .heading(title), .sentence("Everyone in these figures earns the same: there is no curve to draw."), .space,
      ]
    }
    return [.chart(chart), .space]
  }

  /// Nil where everyone earns the same.
  var chart: CurveChart? {
    guard distribution.quantile(0.97) > distribution.quantile(0.03) else { return nil }
    // Wide enough for the tails that matter and for every marker near them.
    var low = distribution.quantile(0.03)
    var high = distribution.quantile(0.97)
    for marker in markers where marker.value > low / 2 && marker.value < high * 1.5 {
      low = min(low, marker.value * 0.97)
      high = max(high, marker.value * 1.03)
    }
    return CurveChart(
      title: title, currency: currency, over: low...high,
      middleHalf: distribution.quantile(0.25)...distribution.quantile(0.75), markers: markers
    ) { smoothed(at: $0) }
  }

  /// The density averaged over a twelfth of the pay on each side: the slope of a curve through five points has
  /// kinks at each of them, which are ours and not the market's.
  private func smoothed(at pay: Double) -> Double {
    let low = pay * 0.92
    let high = pay * 1.08
    return (distribution.rank(of: high).middle - distribution.rank(of: low).middle) / (high - low)
  }
}
