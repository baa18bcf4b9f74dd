import Compensation
import Quantities

/// Which parts of an offer get a line of their own, and which go into one line together.
///
/// A page is for what decides: parts whose fair and expected values are below a hundredth of the offer's are summed up in
/// a line, if there are two or more of them.
struct FoldedParts {
  /// Positions in the valuation's elements.
  let shown: [Int]
  let folded: [Int]

  /// Of the offer's expected value; below it a part is small.
  private static let smallShare = 0.01

  init(_ valuation: Valuation, all: Bool) {
    let line = Self.smallShare * abs(valuation.total(\.expected).amount)
    let small = valuation.elements.indices.filter { index in
      let element = valuation.elements[index]
      return element.component != "base"
        && [\YearValue.fair, \.expected].allSatisfy {
          abs(element.total($0, valuation.currency).amount) < line
        }
    }
    folded = all || small.count < 2 ? [] : small
    let hidden = Set(folded)
    shown = valuation.elements.indices.filter { !hidden.contains($0) }
  }

  /// `4 smaller parts`
  var name: String { NumberText.count(folded.count, "smaller part") }
}
