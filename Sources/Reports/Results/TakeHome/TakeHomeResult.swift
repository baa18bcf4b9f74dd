import Quantities
import Scenarios

/// Offers after tax, by their ids, and whose return it was.
public struct TakeHomeResult: Sendable {
  public let taxed: [String: TaxedOffer]
  /// Cities with an income tax of their own that offers say nothing of.
  let hints: [UntaxedCity]
  /// What states and localities are called, by their codes.
  let names: [String: String]
  let household: String
  /// Own money that is more than the law allows, in sentences.
  let limits: [String]
  /// Tables that rest on a forecast, by place.
  let projected: [String: [String]]

  /// Before tax: nothing is known of what is left.
  public static let pretax = TakeHomeResult(
    taxed: [:], hints: [], names: [:], household: "", limits: [], projected: [:])

  public init(
    taxed: [String: TaxedOffer], hints: [UntaxedCity], names: [String: String], household: String, limits: [String],
    projected: [String: [String]]
  ) {
    self.projected = projected
    self.limits = limits
    self.taxed = taxed
    self.hints = hints
    self.names = names
    self.household = household
  }
}

/// Whose taxes: `filing joint, 2 children, no own 401(k) money (me.deferral)`.
public struct HouseholdText {
  public let text: String

  /// `filing`: as stated, else nil for what is taken.
  public init(filing: String?, children: Int?, hasSpouseWages: Bool, deferral: Double) {
    var parts = [filing.map { "filing \($0)" } ?? "filing single, not stated (me.filing)"]
    if let children, children > 0 { parts.append(children == 1 ? "1 child" : "\(children) children") }
    if filing == "joint", !hasSpouseWages { parts.append("no pay of a spouse (me.spouse_wages)") }
    parts.append(
      deferral > 0
        ? "own 401(k) money \(NumberText.grouped(deferral)) a year" : "no own 401(k) money (me.deferral)")
    text = parts.joined(separator: ", ")
  }
}
