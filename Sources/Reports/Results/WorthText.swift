import Market
import Quantities

/// "Your worth" as a page and as JSON.
struct WorthText {
  let worth: Worth
  let currency: String

  private var percentile: String { NumberText.ordinal(Int((worth.probability * 100).rounded())) }

  var marker: CurveChart.Marker { .yours(worth.pay, "your worth") }

  var blocks: [Block] {
    var lines = worth.steps.map { step in
      KeyValue(
        step.factor.rawValue,
        step.isOff ? "off" : NumberText.percent(step.premium, decimals: 1, signed: true),
        note: step.detail + (step.isWeak && !step.isOff ? " (weak evidence: \(step.reference))" : ""))
    }
    lines.append(
      KeyValue(
        "aim for", NumberText.money(worth.pay, currency: currency), note: "\(percentile) percentile: " + reason,
        emphasis: true))
    return [.heading("Your worth"), .keyValues(lines), .space, .sentence(caution)]
  }

  private var reason: String {
    let z = NumberText.fixed(worth.z, decimals: 2)
    let sum = NumberText.percent(worth.premium, decimals: 1, signed: true)
    return worth.isCapped
      ? "\(sum) in all, held at z = \(z); more takes scope (budget, headcount, company size, on-call), not credentials"
      : "\(sum) in all over a typical holder, z = \(z)"
  }

  /// What the figure rests on.
  private var caution: String {
    var text =
      "These factors explain about \(NumberText.share(worth.explainedShare)) of the variation in pay inside a role and "
      + "state (\(worth.explainedBy)); switch one off with --without."
    if worth.steps.contains(where: { $0.factor == .certifications }) {
      text +=
        " Published gaps of \(NumberText.share(worth.certificationGap.lowerBound)) to "
        + "\(NumberText.share(worth.certificationGap.upperBound)) for certifications compare people who chose to "
        + "certify with others: not used."
    }
    return text
  }

  /// One line for a page that is about something else.
  var line: KeyValue {
    let counted = worth.steps.filter { !$0.isOff && $0.premium != 0 }.map(\.factor.rawValue)
    return KeyValue(
      "Your worth", NumberText.money(worth.pay, currency: currency),
      note: "\(percentile) percentile" + (counted.isEmpty ? "" : " by \(counted.joined(separator: ", "))")
        + "; weak evidence")
  }

  var json: JSONValue {
    [
      "percentile": .ratio(worth.probability * 100), "pay": .amount(worth.pay), "z": .ratio(worth.z),
      "premium": .ratio(worth.premium), "capped": .bool(worth.isCapped),
      "explained_share": .ratio(worth.explainedShare),
      "factors": .array(
        worth.steps.map {
          [
            "name": .string($0.factor.rawValue), "premium": .ratio($0.premium), "detail": .string($0.detail),
            "off": .bool($0.isOff), "weak": .bool($0.isWeak), "reference": .string($0.reference),
          ]
        }),
    ]
  }
}
