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

  /// `certain value after tax, at prices of Denver, CO`
  func value(of name: String) -> String { basis.isEmpty ? name : "\(name) \(basis)" }

  /// `after tax, at prices of Denver, CO, a sure $902,398`
  func amount(_ text: String) -> String { basis.isEmpty ? text : "\(basis), \(text)" }

  /// Offers without which all would be ranked after tax.
  var untaxed: [String] {
    comparison.measure == .beforeTax && !comparison.taxed.isEmpty
      ? comparison.ranking.map(\.offer.id).filter { comparison.taxed[$0] == nil } : []
  }
}
