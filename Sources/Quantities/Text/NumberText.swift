/// Numbers for people, the same in every locale; always rounded half away from zero.
///
///     NumberText.money(203_340, currency: "USD")   // "$203,340"
///     NumberText.percent(0.128)                    // "12.8%"
///     NumberText.ordinal(41)                       // "41st"
///
/// A number that is not finite reads "n/a".
public enum NumberText {
  /// A fixed number of decimals, no grouping.
  ///
  ///     NumberText.fixed(2.345, decimals: 2)         // "2.35"
  public static func fixed(_ value: Double, decimals: Int) -> String {
    text(DecimalDigits(value), decimals: decimals, separator: "")
  }

  /// Thousands parted by commas.
  ///
  ///     NumberText.grouped(203_340.4)                // "203,340"
  ///     NumberText.grouped(1234.5, decimals: 2)      // "1,234.50"
  public static func grouped(_ value: Double, decimals: Int = 0) -> String {
    text(DecimalDigits(value), decimals: decimals, separator: ",")
  }

  /// A whole number, thousands parted by commas.
  ///
  ///     NumberText.grouped(1_071_210)                // "1,071,210"
  public static func grouped(_ value: Int) -> String {
    DecimalDigits(value).text(separator: ",")
  }

  /// An amount with its currency: the symbol in front for dollar, euro and pound, else the code behind.
  ///
  ///     NumberText.money(-1_200, currency: "USD")    // "-$1,200"
  ///     NumberText.money(85_000, currency: "SEK")    // "85,000 SEK"
  ///     NumberText.money(4_000, currency: "EUR", signed: true)   // "+€4,000"
  public static func money(
    _ value: Double, currency: String, decimals: Int = 0, signed: Bool = false
  ) -> String {
    guard let digits = DecimalDigits(value)?.rounded(toDecimals: decimals) else { return notFinite }
    let sign = digits.isNegative ? "-" : signed && !digits.digits.isEmpty ? "+" : ""
    var magnitude = digits
    magnitude.isNegative = false
    let amount = magnitude.text(minimumDecimals: decimals, separator: ",")
    guard let symbol = symbol(of: currency) else {
      return currency.isEmpty ? sign + amount : "\(sign)\(amount) \(currency)"
    }
    return sign + symbol + amount
  }

  /// A ratio as percent.
  ///
  ///     NumberText.percent(0.5, decimals: 0)         // "50%"
  ///     NumberText.percent(0.041, signed: true)      // "+4.1%"
  public static func percent(_ ratio: Double, decimals: Int = 1, signed: Bool = false) -> String {
    guard let digits = DecimalDigits(ratio)?.shifted(by: 2).rounded(toDecimals: decimals) else {
      return notFinite
    }
    let plus = signed && !digits.isNegative && !digits.digits.isEmpty ? "+" : ""
    return plus + digits.text(minimumDecimals: decimals, separator: ",") + "%"
  }

  /// A ratio as percent with at most one decimal, for running text.
  ///
  ///     NumberText.share(0.78)                       // "78%"
  ///     NumberText.share(0.045)                      // "4.5%"
  public static func share(_ ratio: Double) -> String {
    guard let digits = DecimalDigits(ratio)?.shifted(by: 2).rounded(toDecimals: 1) else { return notFinite }
    return digits.text(separator: ",") + "%"
  }

  /// A factor, three decimals.
  ///
  ///     NumberText.factor(1.1284)                    // "1.128"
  public static func factor(_ value: Double) -> String { fixed(value, decimals: 3) }

  /// A number with at most one decimal, for running text.
  ///
  ///     NumberText.short(6.6667)                     // "6.7"
  public static func short(_ value: Double) -> String {
    DecimalDigits(value)?.rounded(toDecimals: 1).text(separator: ",") ?? notFinite
  }

  /// A count with its noun, in the plural where it must be.
  ///
  ///     NumberText.count(1, "cell")                  // "1 cell"
  ///     NumberText.count(1_403, "cell")              // "1,403 cells"
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(grouped(number)) \(noun)\(number == 1 ? "" : "s")"
  }

  /// A rank, for example of a percentile.
  ///
  ///     NumberText.ordinal(112)                      // "112th"
  ///     NumberText.ordinal(23)                       // "23rd"
  public static func ordinal(_ value: Int) -> String {
    let (lastTwo, last) = (value.magnitude % 100, value.magnitude % 10)
    let suffix =
      switch last {
      case _ where (11...13).contains(lastTwo): "th"
      case 1: "st"
      case 2: "nd"
      case 3: "rd"
      default: "th"
      }
    return "\(value)\(suffix)"
  }

  /// A short form for axes and captions, at most three decimals of the unit.
  ///
  ///     NumberText.compact(140_000)                  // "140k"
  ///     NumberText.compact(1_250_000)                // "1.25M"
  public static func compact(_ value: Double) -> String {
    guard let digits = DecimalDigits(value) else { return notFinite }
    let (places, unit) =
      switch value.magnitude {
      case 999_999.5...: (6, "M")
      case 1_000...: (3, "k")
      default: (0, "")
      }
    return digits.shifted(by: -places).rounded(toDecimals: 3).text(separator: ",") + unit
  }

  private static let notFinite = "n/a"

  private static func text(_ digits: DecimalDigits?, decimals: Int, separator: String) -> String {
    digits?.rounded(toDecimals: decimals).text(minimumDecimals: decimals, separator: separator) ?? notFinite
  }

  /// Only signs that stand for one currency here; "¥" or "kr" would be a guess.
  private static func symbol(of currency: String) -> String? {
    switch currency {
    case "USD": "$"
    case "EUR": "€"
    case "GBP": "£"
    default: nil
    }
  }
}
