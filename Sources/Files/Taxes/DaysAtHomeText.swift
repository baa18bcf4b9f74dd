import Quantities

/// How people say how much they work at home.
public enum DaysAtHomeText {
  /// The share of days of work: from days of a five-day week, or a share; nil for neither.
  ///
  ///     DaysAtHomeText.share("2")        // 0.4
  ///     DaysAtHomeText.share("40%")      // 0.4
  public static func share(_ text: String) -> Double? {
    let share = QuantityText.share(text) ?? Double(text).map { $0 / 5 }
    return share.flatMap { (0...1).contains($0) ? $0 : nil }
  }
}
