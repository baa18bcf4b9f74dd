/// The figures of a cell: mean, then p10, p25, p50, p75, p90. They lie in the cell, since a large survey has hundreds
/// of thousands of them and an array each would cost as much memory again.
struct SurveyFigures: Sendable, Equatable, RandomAccessCollection, MutableCollection {
  /// NaN where there is no figure.
  private var values = InlineArray<6, Double>(repeating: .nan)

  var startIndex: Int { 0 }
  var endIndex: Int { 6 }

  subscript(index: Int) -> Double? {
    get { values[index].isNaN ? nil : values[index] }
    set { values[index] = newValue ?? .nan }
  }

  init() {}

  /// All six, in their order; those beyond are dropped.
  init(_ figures: some Sequence<Double?>) {
    for (index, figure) in figures.prefix(6).enumerated() { self[index] = figure }
  }

  static func == (left: SurveyFigures, right: SurveyFigures) -> Bool { left.elementsEqual(right) }
}

extension SurveyFigures: ExpressibleByArrayLiteral {
  /// `[nil, nil, nil, 300_000, nil, nil]`: all six, in their order.
  init(arrayLiteral figures: Double?...) { self.init(figures) }
}
