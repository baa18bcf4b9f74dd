import Quantities
import Scenarios

/// What a ranking goes by, in words.
struct MeasureText {
  let comparison: Comparison

  private var home: String { comparison.taxed.values.compactMap(\.prices?.home.place).min() ?? "home" }

  /// `after tax, at prices of Denver, CO`; empty before tax.
  var basis: String {
    switch comparison.measure {
    case .beforeTax: ""
    case .afterTax: "after tax"
    case .purchasingPower: "after tax, at prices of \(home)"
    }
  }

  /// `certain value, after tax, at prices of Denver, CO`
  func value(of name: String) -> String { basis.isEmpty ? name : "\(name), \(basis)" }

  /// `a sure $902,437 over 48 months (after tax, at prices of Denver, CO)`
  func amount(_ text: String) -> String { basis.isEmpty ? text : "\(text) (\(basis))" }
}
