import Compensation
import Quantities

/// What vests or is paid after the planned stay, in words and for programs.
enum LaterText {
  /// `After the window, in no total: $60,000 (equity[0] 45,000, match 15,000), lost by leaving at its end.`
  static func sentence(_ valuation: Valuation, currency: String) -> String? {
    words(valuation, currency: currency).map { "After the window, in no total: \($0)." }
  }

  /// `After the window, in no total: seattle $60,000 (...) still to vest ...; denver $20,000 (match) ...`
  static func sentence(_ valuations: [Valuation], currency: String) -> String? {
    let parts = valuations.compactMap { valuation in
      words(valuation, currency: currency).map { "\(valuation.offer.id) \($0)" }
    }
    return parts.isEmpty ? nil : "After the window, in no total: \(parts.joined(separator: "; "))."
  }

  private static func words(_ valuation: Valuation, currency: String) -> String? {
    let promised = sum(valuation, currency) { $0.isPromised }
    let hopes = sum(valuation, currency) { !$0.isPromised }
    let words = [
      promised.map { "\($0) still to vest or to be paid, lost by leaving at its end" },
      hopes.map { "\($0) of grants to come, not promised" },
    ].compactMap { $0 }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// `$60,000 (equity[0] 45,000, match 15,000)`; nil where there is nothing.
  private static func sum(
    _ valuation: Valuation, _ currency: String, _ belongs: (LaterPart) -> Bool
  ) -> String? {
    let later = valuation.beyondHorizon.filter(belongs)
    let parts = valuation.elements.map(\.component).compactMap { component -> (name: String, sum: Double)? in
      let own = later.filter { $0.component == component }
      return own.isEmpty ? nil : (component, own.reduce(0) { $0 + $1.fair })
    }
    guard !parts.isEmpty else { return nil }
    let whole = WholeParts.rounded(parts.map(\.sum))
    let names =
      parts.count == 1
      ? parts[0].name : zip(parts, whole).map { "\($0.name) \(NumberText.grouped($1))" }.joined(separator: ", ")
    return "\(NumberText.money(whole.reduce(0, +), currency: currency)) (\(names))"
  }

  static func json(_ valuation: Valuation) -> JSONValue {
    .array(
      valuation.beyondHorizon.map {
        [
          "part": .string($0.component), "date": .string($0.date.description), "headline": .amount($0.headline),
          "fair": .amount($0.fair),
        ]
      })
  }
}
