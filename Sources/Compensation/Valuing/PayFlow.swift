import Quantities

/// Money of one element at one month, read four ways; in the totals' currency, not rounded.
public struct PayFlow: Sendable {
  /// Months after day 0.
  public let month: Int
  /// What the paper says, not discounted.
  public internal(set) var headline = 0.0
  /// What it costs the company today.
  public internal(set) var fair = 0.0
  /// Fair value times the odds of getting it.
  public internal(set) var expected = 0.0
  /// The same for someone who quits as often as the average employee.
  public internal(set) var averageLeaver = 0.0
  /// Expected money at its date, not discounted; zero for what is in kind.
  public internal(set) var expectedCash = 0.0

  /// How it depends on chance: each element has to say so.
  let risk: PayRisk

  init(month: Int, risk: PayRisk) {
    self.month = month
    self.risk = risk
  }
}

/// How firmly a part of pay can be counted on.
public enum Certainty: String, CaseIterable, Sendable {
  case guaranteed, likely
  case hopedFor = "hoped_for"
}

/// An element before rounding: its flows, and what there is to say about it.
struct ElementFlows: Sendable {
  let component: String
  /// Whose rules it follows, where its name does not tell: `option` for an `equity[0]` of options.
  var family: String?
  let certainty: Certainty
  var isInKind = false
  var flows: [PayFlow]
  /// How it was computed, in a line.
  var detail: String
  /// Defaults that went into it.
  var defaults: [Parameter] = []
  /// What else a holder should know, in numbers.
  var facts: [ElementFact] = []
  /// What a part in a private company pays at exits of several sizes.
  var exits: ExitGrid?
  /// What vests or is paid after the window, in no total.
  var beyondHorizon: [LaterPart] = []
  /// What its terms leave open, as it turns out.
  var questions: [String] = []

  /// Whether leaving, or quitting, forfeits something.
  var isAtRisk: Bool {
    flows.withUnsafeBufferPointer { flows in
      flows.indices.contains {
        flows[$0].expected != flows[$0].fair || flows[$0].averageLeaver != flows[$0].expected
      }
    }
  }
}
