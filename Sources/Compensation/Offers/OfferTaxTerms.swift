/// What is stated of where an offer's pay is taxed, beyond its places.
///
///     taxes: {locality: NYC}
///     taxes: {locality: Columbus, work_locality: Cincinnati}
///     taxes: {effective_rate: 28%}
public struct OfferTaxTerms: Sendable, Equatable {
  /// A city or county with an income tax of its own, at home: `NYC`.
  public var locality: String?
  /// The same where one works, if that is another place.
  public var workLocality: String?
  /// A share of wages that another locality takes.
  public var localRate: Double?
  /// A part of a country with taxes of its own: `ON`.
  public var region: String?
  /// The 30 % ruling of the Netherlands.
  public var hasRuling = false
  /// All taxes as a share of pay, in place of the law.
  public var effectiveRate: Double?

  public init() {}
}
