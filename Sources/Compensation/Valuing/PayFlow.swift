/// Money of one element at one month, read four ways; in the totals' currency, not rounded.
struct PayFlow: Sendable {
  /// Months after day 0.
  let month: Int
  /// What the paper says, not discounted.
  var headline = 0.0
  /// What it costs the company today.
  var fair = 0.0
  /// Fair value times the odds of getting it.
  var expected = 0.0
  /// The same for someone who quits as often as the average employee.
  var averageLeaver = 0.0
  /// Expected money at its date, not discounted; zero for what is in kind.
  var expectedCash = 0.0
}

/// How firmly a part of pay can be counted on.
public enum Certainty: String, CaseIterable, Sendable {
  case guaranteed, likely
  case hopedFor = "hoped_for"
}

/// An element before rounding: its flows, and what there is to say about it.
struct ElementFlows: Sendable {
  let component: String
  let certainty: Certainty
  var isInKind = false
  var flows: [PayFlow]
  /// How it was computed, in a line.
  var detail: String
}
