import Quantities

/// Quantities of a list of jobs and of the options that stand for its columns.
public enum JobText {
  /// A range spread: `50%` or `0.5`; nil outside 0 to 300%.
  public static func spread(_ text: String) -> Double? {
    guard let spread = QuantityText.share(text) ?? QuantityText.decimal(text), (0...3).contains(spread) else {
      return nil
    }
    return spread
  }

  /// A percentile as a probability: `p62.5` and `62.5` are 0.625; nil outside p1 to p99.
  public static func percentile(_ text: String) -> Double? {
    let digits = text.first == "p" || text.first == "P" ? String(text.dropFirst()) : text
    guard let number = QuantityText.decimal(digits), (1...99).contains(number) else { return nil }
    return number / 100
  }
}
