import Files
import Quantities

/// Reads base salaries from the command line, in the currency of the market.
struct MoneyArgument {
  let currency: String
  let directory: CurrencyDirectory

  /// What a base salary a year can be.
  private static let salaries: ClosedRange<Double> = 10_000...100_000_000

  /// A yearly amount such as `185k`; anything else is wrong usage.
  func amount(_ text: String, of option: String) throws -> Double {
    guard let read = QuantityText.amount(text) else { throw notANumber(text, of: option) }
    if let mark = read.mark {
      guard let named = directory.find(mark) else {
        // 18Ok: the letter O, not a currency called Ok.
        if QuantityText.withLettersRead(text) != nil { throw notANumber(text, of: option) }
        throw UsageError("unknown-currency", "\(option) \"\(text)\": \"\(mark)\" is no currency", cure: "write 185k")
      }
      guard named.code == currency else {
        throw UsageError(
          "mixed-currency", "\(option) \"\(text)\" is in \(named.code), the market in \(currency)",
          cure: "give the amount in \(currency)")
      }
    }
    guard read.value > 0 else {
      throw UsageError(
        "negative-pay", "\(option) \"\(text)\" is not above zero", cure: "give a yearly base salary: 185k")
    }
    guard MoneyArgument.salaries.contains(read.value) else {
      throw UsageError(
        "value-out-of-range", "\(option) \"\(text)\" is no base salary a year",
        cure: "amounts lie between 10,000 and 100,000,000: 185k, not 185")
    }
    return read.value
  }

  private func notANumber(_ text: String, of option: String) -> UsageError {
    UsageError(
      "pay-not-a-number", "\(option) \"\(text)\" is no amount",
      cure: QuantityText.withLettersRead(text, accepting: MoneyArgument.salaries.contains)
        .map { "did you mean \($0)?" } ?? "write 185k, 185,000 or $185,000")
  }

  /// Two amounts with a dash: `180k-230k`.
  func range(_ text: String, of option: String) throws -> ClosedRange<Double> {
    let parts = text.replacing("–", with: "-").split(separator: "-", maxSplits: 1).map(String.init)
    guard parts.count == 2 else {
      throw UsageError("range-not-a-range", "\(option) \"\(text)\" is no range", cure: "write 180k-230k")
    }
    let ends = try parts.map { try amount($0, of: option) }
    guard ends[0] <= ends[1] else {
      throw UsageError("range-upside-down", "\(option) \"\(text)\" ends below its start", cure: "write 180k-230k")
    }
    return ends[0]...ends[1]
  }
}
