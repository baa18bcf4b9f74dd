import Quantities

/// A number that comes with a part of pay and is no value of it: what leaving would cost, the price at which it pays.
///
///     ElementFact("cheque_on_leaving", 48_000, .money, "To keep what has vested ...", "units vested x strike")
public struct ElementFact: Sendable, Equatable {
  public enum Unit: String, Sendable {
    /// In the totals' currency.
    case money
    /// In the totals' currency, for one share.
    case moneyPerShare
    case share
    case count
    case months
  }

  /// `cheque_on_leaving`, as paths name it: `seattle.equity[0].facts.cheque_on_leaving`.
  public let name: String
  public let value: Double
  public let unit: Unit
  public let meaning: String
  public let formula: String
  /// Names of the defaults that it goes by.
  public let defaults: [String]
  /// Defaults of its own, which the part's values do not go by.
  public let rows: [Parameter]
  /// What it is computed from, number by number.
  public let inputs: [Input]

  /// A number that a fact is computed from, and where it comes from.
  ///
  ///     Input("beta", 1.2, .share, field: "equity[0].beta", default: "equity.beta")
  public struct Input: Sendable, Equatable {
    public let name: String
    public let value: Double
    public let unit: Unit
    /// The field that may state it: of the offer, or beginning with `me.` or `assumptions.`; empty for none.
    public let field: String
    /// The default that stands in where it does not; empty for none.
    public let parameter: String
    /// How it is computed, or what silence means.
    public let text: String

    init(
      _ name: String, _ value: Double, _ unit: Unit, field: String = "", default parameter: String = "",
      _ text: String = ""
    ) {
      self.name = name
      self.value = value
      self.unit = unit
      self.field = field
      self.parameter = parameter
      self.text = text
    }
  }

  init(
    _ name: String, _ value: Double, _ unit: Unit, _ meaning: String, _ formula: String, defaults: [String] = [],
    rows: [Parameter] = [], inputs: [Input] = []
  ) {
    self.rows = rows
    self.inputs = inputs
    self.name = name
    self.value = value
    self.unit = unit
    self.meaning = meaning
    self.formula = formula
    self.defaults = defaults
  }
}
