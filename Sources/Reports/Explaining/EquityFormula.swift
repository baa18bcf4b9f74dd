/// The rule of each kind of equity, for each of its values, in words.
enum EquityFormula {
  static let titles: [String: String] = [
    "equity": "Restricted stock", "option": "Stock options", "sar": "Rights to the share's gain",
    "phantom": "Phantom shares", "psu": "Performance shares", "private_option": "Options in a private company",
    "private_shares": "Shares of a private company", "profits_interest": "Profits interest",
    "carried_interest": "Carried interest", "refreshers": "Yearly grants to come", "espp": "Stock purchase plan",
  ]

  /// Defaults that go into what comes with a grant, and not into its values.
  static let aside: Set<String> = [
    "dilution.round", "exit.multiple", "exit.odds", "exit.return", "option.election-days", "option.iso-window-months",
    "option.iso-yearly-limit", "option.window-months",
  ]

  private static let stays = "fair x s(m), the odds of still being there when it vests"

  static let rules: [String: [String: String]] = [
    "equity": [
      "headline": "units x stated price, as they vest", "fair": "units x price x e^(-qt), q = ln(1 + dividend yield)",
      "expected": "fair x s(m), the odds of still being there",
    ],
    "option": [
      "headline": "units that vest x max(price - strike, 0)",
      "fair":
        "units x what one option costs the company if it vests: Hull and White's tree (exercised at a multiple of "
        + "the strike, or on leaving once vested), or Black-Scholes for SAB 107's expected term; rates ln(1 + r), ln(1 + q)",
      "expected": stays,
    ],
    "sar": [
      "headline": "units that vest x max(price - strike, 0)",
      "fair":
        "units x Black-Scholes for SAB 107's expected term, (mean time to vest + term) / 2; rates ln(1 + r), ln(1 + q)",
      "expected": stays,
    ],
    "phantom": [
      "headline": "units x stated price, as they vest",
      "fair":
        "units x price x e^(-qt) x ((1 - a)^t + (1 - (1 - a)^t) x recovery), a the employer's odds of default a year",
      "expected": stays,
    ],
    "psu": [
      "headline": "target units x stated price, as they vest",
      "fair":
        "units x price x e^(-qt) x what a target share pays: the mean payout of own goals, or E[multiple x price] / "
        + "price by rank among equally volatile peers",
      "expected": stays,
    ],
    "refreshers": [
      "headline": "0: not promised",
      "fair": "the sum over grants of worth x d(day of the grant) x share vesting x e^(-qt)",
      "expected": "fair x odds of getting the grant x s(m)",
    ],
    "espp": [
      "headline": "contribution x discount / (1 - discount)",
      "fair": "C x ((e^(-rT) + call(1, 1)) / (1 - discount) - e^(-rT)) x d(start), the call only with a look-back",
      "expected": "fair x s(m), the odds of still being there at the purchase",
    ],
    "private_option": [
      "headline": "units that vest x max(last preferred price - strike, 0)",
      "fair":
        "units x the option's part of the equity by the option pricing method, the equity backsolved from the last "
        + "preferred price; without a cap table Black-Scholes on preferred price x the ratio of common to preferred",
      "expected": stays + ", x the odds of an exit before they expire, where vesting needs one",
    ],
    "private_shares": [
      "headline": "units x last preferred price, as they vest",
      "fair":
        "units x a common share's part of the equity by the option pricing method, the equity backsolved from the "
        + "last preferred price; without a cap table preferred price x the ratio of common to preferred",
      "expected": "fair x s(m) x the odds of an exit before they expire, where delivery needs one",
    ],
    "profits_interest": [
      "headline": "share x max(value today - threshold, 0), as it vests",
      "fair": "share x a call on all equity at the threshold", "expected": stays,
    ],
    "carried_interest": [
      "headline": "share x carry if the fund returns the stated multiple; else 0",
      "fair": "share x (catch-up x call at the hurdle - (catch-up - carry) x call where the manager has caught up)",
      "expected": stays,
    ],
  ]
}
