/// What a part of pay is and how its values come about, in words.
///
///     ComponentRule.all["ltip"]?.title    // "Long-term cash"
struct ComponentRule {
  /// What leaving does to it, for the average leaver.
  enum Leaving {
    case keepsIt, takesIt
    /// It is paid when the job is lost.
    case paysIt
  }

  let title: String
  /// Fields of the offer that it is read from.
  let fields: [String]
  let headline: String
  let fair: String
  let expected: String
  let leaving: Leaving

  func text(_ value: String) -> String {
    switch value {
    case "headline": headline
    case "fair": fair
    case "expected": expected
    case "expected_average_leaver":
      switch leaving {
      case .keepsIt: "the same as expected: leaving does not take it back"
      case .takesIt: "as expected, with the odds of quitting too"
      case .paysIt: "as expected, at the odds of a layoff of someone who may have quit before"
      }
    default: "the sum of its payments"
    }
  }

  static let all = cash.merging(benefits) { $1 }.merging(leavingTerms) { $1 }

  static let sameAsFair = "the same as fair: what is earned as one works is not lost by leaving"
}
