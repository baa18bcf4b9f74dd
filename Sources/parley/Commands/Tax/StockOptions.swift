import ArgumentParser
import Quantities
import Taxation

/// Stock in a year's taxes.
struct StockOptions: ParsableArguments {
  @Option(name: .customLong("iso"), help: "Incentive options exercised and held: value less price.")
  var bargain: String?

  @Option(help: "Of the gain, on incentive shares exercised in an earlier year.")
  var isoSale: String?

  @Option(help: "Credit for alternative minimum tax of earlier years.")
  var amtCredit: String?

  @Option(help: "Income of purchase-plan shares, or of incentive options sold at once: pay without FICA.")
  var stockIncome: String?

  @Option(help: "Gain left out as of qualified small business stock (section 1202).")
  var qsbs: String?

  /// Options that were given.
  var given: [String] {
    [
      ("--iso", bargain), ("--iso-sale", isoSale), ("--amt-credit", amtCredit), ("--stock-income", stockIncome),
      ("--qsbs", qsbs),
    ].filter { $0.1 != nil }.map(\.0)
  }

  /// Puts them into a household; `amount` reads one.
  func apply(to household: inout Household, _ amount: (String?, String) throws -> Double) throws {
    household.incentiveBargain = try amount(bargain, "--iso")
    household.incentiveSale = try amount(isoSale, "--iso-sale")
    household.minimumTaxCredit = try amount(amtCredit, "--amt-credit")
    household.wagesWithoutFICA = try amount(stockIncome, "--stock-income")
    household.wages += household.wagesWithoutFICA
    household.smallBusinessGain = try amount(qsbs, "--qsbs")
    guard household.incentiveSale <= household.longTermGain else {
      throw UsageError(
        "value-out-of-range", "--iso-sale is more than --gain", cure: "it is a part of the gain: raise --gain")
    }
  }
}
