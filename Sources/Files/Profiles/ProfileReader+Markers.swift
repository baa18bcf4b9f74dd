import Market
import Quantities

/// What texts in place of figures mean.
extension ProfileReader {
  private static let cappedAt = "capped at "

  /// The block `markers`: a kind of marker each, a top code with the figure that it hides what is above of.
  ///
  ///     markers: {"*": withheld, "#": capped at 239200}
  mutating func readMarkers(_ node: YAMLNode, _ profile: inout SurveyProfile) {
    (profile.markers, profile.caps) = ([:], [:])
    for (mark, value) in pairs(node, known: nil, what: "markers") {
      let key = mark.lowercased()
      guard let written = value.text, written.hasPrefix(Self.cappedAt) else {
        profile.markers[key] = choice(value, "the marker \(mark)")
        continue
      }
      let amount = QuantityText.amount(String(written.dropFirst(Self.cappedAt.count).drop { $0 == " " }))
      guard let amount, amount.mark == nil, amount.value > 0 else {
        fault(
          "bad-profile-value", "the marker \(mark) cannot be \"\(written)\"", value,
          cure: "write what it stands for at least, in the units of its column: capped at 239200")
        continue
      }
      profile.markers[key] = .capped
      profile.caps[key] = amount.value
    }
  }
}
