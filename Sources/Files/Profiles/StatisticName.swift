/// Which percentile of which element of pay a column's header names.
///
///     StatisticName(["base", "salary", "p25"])        // p25 of base
///     StatisticName(["total", "cash", "25th"])        // p25 of total cash
///     StatisticName(["target", "bonus", "p50"])       // nil: no level of pay
struct StatisticName {
  /// `p10` to `p90`, or `mean`.
  let id: String
  /// `base`, `total cash` or `total direct`.
  let element: String

  var isPercentile: Bool { id != "mean" }

  private static let percentiles: [(id: String, words: Set<String>)] = [
    ("p10", ["p10", "10th", "pct10", "10p"]), ("p25", ["p25", "25th", "pct25", "25p", "q1"]),
    ("p50", ["p50", "50th", "pct50", "50p", "median", "q2"]), ("p75", ["p75", "75th", "pct75", "75p", "q3"]),
    ("p90", ["p90", "90th", "pct90", "90p"]),
  ]
  /// Words of columns that hold percentiles of something else than yearly pay.
  private static let others: Set<String> = [
    "bonus", "sti", "lti", "ltip", "equity", "stock", "variable", "incentive", "allowance", "age", "experience",
    "tenure",
    "ratio", "compa", "difference", "change", "increase",
  ]

  /// Of a header in words without its unit; nil for one that names none.
  init?(_ words: [String]) {
    let set = Set(words)
    guard set.isDisjoint(with: Self.others) else { return nil }
    if let found = Self.percentiles.first(where: { !$0.words.isDisjoint(with: set) }) {
      id = found.id
    } else if !set.isDisjoint(with: ["mean", "average", "avg"]), words.count <= 3 {
      id = "mean"
    } else {
      return nil
    }
    element = Self.element(set)
  }

  /// The element of pay that a header's words name: base where none does.
  static func element(_ words: Set<String>) -> String {
    guard !words.isDisjoint(with: ["total", "ttc", "tcc"]) else { return "base" }
    return words.contains("direct") ? "total direct" : "total cash"
  }
}
