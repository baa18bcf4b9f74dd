import Taxation

/// A year's pay in a place and what becomes of it, in the place's currency.
///
/// Pay and other income less taxes, what is saved and premiums is net.
public struct TaxedPay: Sendable, Equatable {
  /// The first earner's, before anything comes off.
  public let pay: Double
  /// A spouse's pay and capital gain.
  public let otherIncome: Double
  /// With social contributions that buy cover and no savings.
  public let taxes: Double
  /// What stays one's own: deferrals, pension accounts, CPF, EPF.
  public let saved: Double
  /// Health premiums paid out of pay.
  public let premiums: Double
  /// What is left to live on.
  public let net: Double

  public init(
    pay: Double, otherIncome: Double = 0, taxes: Double, saved: Double = 0, premiums: Double = 0, net: Double
  ) {
    self.pay = pay
    self.otherIncome = otherIncome
    self.taxes = taxes
    self.saved = saved
    self.premiums = premiums
    self.net = net
  }

  public init(_ tax: UnitedStatesTax) {
    let household = tax.household
    self.init(
      pay: household.wages, otherIncome: household.spouseWages + household.longTermGain, taxes: tax.total,
      saved: household.deferral401k + household.hsa, premiums: household.premiums, net: tax.net())
  }

  public init(_ tax: AbroadTax) {
    self.init(
      pay: tax.earner.pay, taxes: tax.total, saved: tax.earner.pension + tax.savings.total, net: tax.net)
  }
}
