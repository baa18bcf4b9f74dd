/// What a grant gives its holder, with the terms that only this kind has.
public enum EquityInstrument: Sendable, Equatable {
  /// Shares as they vest.
  case restrictedStock
  /// The right to buy shares at the strike.
  case option(OptionTerms)
  /// What a share gains over the strike, paid in money: a stock appreciation right, a phantom option.
  case appreciationRight(OptionTerms)
  /// The price of a share, paid in money: a promise of the employer's.
  case phantomShares(CreditTerms)
  /// Shares as many as the goals pay, from a target.
  case performanceShares(PerformanceTerms)
  /// Options on shares that nobody quotes.
  case privateOption(OptionTerms, PrivateCompany)
  /// Shares that nobody quotes, delivered as they vest or, with a double trigger, at an exit too.
  case privateShares(PrivateCompany, DoubleTrigger?)
  case profitsInterest(ProfitsInterestTerms)
  case carriedInterest(CarriedInterestTerms)

  /// Of a company without a share price.
  var isPrivate: Bool {
    switch self {
    case .privateOption, .privateShares, .profitsInterest, .carriedInterest: true
    default: false
    }
  }

  /// Whether the volatility of a listed share goes into its value.
  var needsVolatility: Bool {
    switch self {
    case .option, .appreciationRight, .performanceShares(.relativeReturn): true
    default: false
    }
  }

  /// What leaving takes away, in a word or two.
  var unvestedName: String {
    switch self {
    case .restrictedStock: "unvested RSU"
    case .option, .privateOption: "unvested options"
    case .appreciationRight: "unvested SAR"
    case .phantomShares: "unvested phantom shares"
    case .performanceShares: "unvested PSU"
    case .privateShares: "unvested shares"
    case .profitsInterest: "unvested profits interest"
    case .carriedInterest: "unvested carried interest"
    }
  }
}
