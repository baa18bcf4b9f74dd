import Market
import Quantities

/// The command that shows a priced job's figures step by step.
enum PriceTrace {
  /// `parley market show --role it-director --location US-19740 --blend arithmetic --as-of 2026-11-21`
  static func command(for estimate: MarketEstimate) -> String {
    let question = estimate.question
    var words = ["parley market show --role", question.job.id, "--location", question.location.id]
    if let industry = question.industry { words += ["--industry", industry.code] }
    if !question.level.isEmpty { words += ["--level", quoted(question.level)] }
    for (name, level) in question.levels.sorted(by: { $0.key < $1.key }) {
      words += ["--level", quoted("\(name)=\(level)")]
    }
    if !question.size.isEmpty { words += ["--size", quoted(question.size)] }
    let blending = question.blending
    for (name, weight) in blending.weights.sorted(by: { $0.key < $1.key }) {
      words += ["--weight", "\(name)=\(percent(weight))"]
    }
    for (name, premium) in blending.premiums.sorted(by: { $0.key < $1.key }) {
      words += ["--premium", "\(name)=\(percent(premium))"]
    }
    if blending.weights.isEmpty { words += question.sources.flatMap { ["--source", $0] } }
    if let rate = question.agingRate { words += ["--aging", percent(rate)] }
    // Of one source the page has every step as it is.
    if estimate.sources.count > 1 { words.append("--steps") }
    return (words + ["--blend", blending.rule.rawValue, "--as-of", question.asOf.description]).joined(separator: " ")
  }

  private static func quoted(_ text: String) -> String { text.contains(" ") ? "\"\(text)\"" : text }

  /// As precise as it was given: `33.33%`.
  private static func percent(_ share: Double) -> String {
    (DecimalText((share * 1e8).rounded() / 1e6)?.text ?? "0") + "%"
  }
}
