/// What is known of someone who earns in another country, in its currency.
///
///     var earner = AbroadEarner(place: "GB-SCT", pay: 90_000)
///     earner.pension = 5_000
public struct AbroadEarner: Sendable, Equatable {
  /// A country or one of its parts: `GB`, `GB-SCT`, `CA-ON`.
  public var place: String
  /// Pay of a year before anything comes off.
  public var pay: Double
  /// One's own money into a pension that comes off before income tax, and not before social contributions.
  public var pension = 0.0
  /// Married, with the other earning nothing: counts where couples are taxed together.
  public var isMarried = false
  public var children = 0
  /// The 30 % ruling of the Netherlands.
  public var hasRuling = false

  public init(place: String, pay: Double) {
    self.place = place
    self.pay = pay
  }

  /// `GB`
  public var country: String { String(place.prefix(2)) }
}

/// Taxes of a year in another country, in its currency.
public struct AbroadTax: Sendable, Equatable {
  /// A tax, a contribution, or savings, by its name in the field: `income_tax`, `national_insurance`.
  public struct Item: Sendable, Equatable {
    public let name: String
    public let amount: Double

    public init(_ name: String, _ amount: Double) {
      self.name = name
      self.amount = amount
    }
  }

  public let earner: AbroadEarner
  /// What income tax falls on.
  public let taxable: Double
  public let taxes: [Item]
  /// Social contributions that buy cover and no savings of one's own.
  public let contributions: [Item]
  /// Contributions that stay one's own: pension accounts, CPF, EPF.
  public let savings: [Item]
  /// What the employer pays on top into those; in no sum.
  public let employer: [Item]
  /// The brackets behind the income tax, for who asks.
  public let brackets: [TaxBrackets]

  public init(
    _ earner: AbroadEarner, taxable: Double, taxes: [Item], contributions: [Item] = [], savings: [Item] = [],
    employer: [Item] = [], brackets: [TaxBrackets] = []
  ) {
    self.earner = earner
    self.taxable = taxable
    self.taxes = taxes
    self.contributions = contributions
    self.savings = savings
    self.employer = employer
    self.brackets = brackets
  }

  /// Taxes and contributions, without savings.
  public var total: Double { (taxes + contributions).reduce(0) { $0 + $1.amount } }

  /// Pay less taxes, contributions, savings and the own pension.
  public var net: Double { earner.pay - earner.pension - total - savings.reduce(0) { $0 + $1.amount } }

  /// An item of any kind by name; 0 where there is none.
  public subscript(_ name: String) -> Double {
    (taxes + contributions + savings).first { $0.name == name }?.amount ?? 0
  }
}

extension [AbroadTax.Item] {
  /// All of them together.
  public var total: Double { reduce(0) { $0 + $1.amount } }
}
