/// Pay before tax from what is left of it.
public enum EquivalentPay {
  /// The pay that leaves a net amount, to half a cent; nil where the most of the range does not.
  ///
  /// Where more pay leaves less at a cliff, one of the amounts that leave as much.
  ///
  ///     EquivalentPay.least(netting: 75, in: 0...1_000) { 0.75 * $0 }    // 100
  public static func least(
    netting target: Double, in range: ClosedRange<Double>, net: (Double) -> Double
  ) -> Double? {
    var (low, high) = (range.lowerBound, range.upperBound)
    guard net(high) >= target else { return nil }
    guard net(low) < target else { return low }
    while high - low > 0.005 {
      let middle = (low + high) / 2
      if net(middle) < target { low = middle } else { high = middle }
    }
    return high
  }
}
