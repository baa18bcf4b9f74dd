/// Sample quantiles by selection: what is not asked for is not put in order.
///
///     SampleQuantiles.values(of: [4, 1, 3, 2], at: [0.1, 0.5])    // 1.3, 2.5
///
/// R type 7: linear between the order statistics at share x (n - 1). Reference: Hoare, "Algorithm 65: find" (1961);
/// Hyndman and Fan (1996).
public enum SampleQuantiles {
  /// Shares in ascending order; 0 for no figures.
  public static func values(of figures: [Double], at shares: [Double]) -> [Double] {
    guard let last = figures.indices.last else { return shares.map { _ in 0 } }
    var figures = figures
    var settled = 0
    return shares.map { share in
      let place = share * Double(last)
      let low = min(last, Int(place))
      let value = select(low, from: settled, in: &figures)
      settled = low
      // All behind it are no smaller, so that the next in order is the least of them.
      let next = figures[(low + 1)...].min() ?? value
      return value + (next - value) * (place - Double(low))
    }
  }

  /// Puts the figure of a rank in its place, smaller ones before it, larger ones behind; those before `start` stay.
  private static func select(_ rank: Int, from start: Int, in figures: inout [Double]) -> Double {
    var (low, high) = (start, figures.count - 1)
    figures.withUnsafeMutableBufferPointer { figures in
      while low < high {
        let pivot = figures[rank]
        var (left, right) = (low, high)
        while left <= right {
          while figures[left] < pivot { left += 1 }
          while pivot < figures[right] { right -= 1 }
          guard left <= right else { break }
          figures.swapAt(left, right)
          left += 1
          right -= 1
        }
        if right < rank { low = left }
        if rank < left { high = right }
      }
    }
    return figures[rank]
  }
}
