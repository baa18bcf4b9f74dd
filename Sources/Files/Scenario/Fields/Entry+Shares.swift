import Quantities

extension Entry {
  /// A number of shares: `210000`, `26M`.
  func shareCount() -> Double? {
    guard let text = text(wanted: "a number of shares, such as 26M") else { return nil }
    guard let found = QuantityText.amount(text), found.mark == nil else {
      fault(.notANumber(path, text, example: "26M"))
      return nil
    }
    guard (0.001...1e12).contains(found.value) else {
      fault(.outOfRange(path, text, bounds: "0.001 and 1,000,000,000,000"))
      return nil
    }
    return found.value
  }

  /// A multiple: `1x`, `1.5x`, `2`.
  func multiple(_ bounds: ClosedRange<Double>) -> Double? {
    guard let text = text(wanted: "a multiple such as 1x") else { return nil }
    guard let value = QuantityText.decimal(text.lowercased().hasSuffix("x") ? String(text.dropLast()) : text) else {
      fault(.notANumber(path, text, example: "1x"))
      return nil
    }
    guard bounds.contains(value) else {
      fault(
        .outOfRange(
          path, text, bounds: "\(NumberText.short(bounds.lowerBound)) and \(NumberText.short(bounds.upperBound))"))
      return nil
    }
    return value
  }
}
