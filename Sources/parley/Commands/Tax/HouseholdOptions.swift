import ArgumentParser
import Market
import Quantities
import Taxation

/// Whose taxes, where, in which year.
struct HouseholdOptions: ParsableArguments {
  @Option(help: "Pay of a year: 185k.")
  var wages: String?

  @Option(help: "The state: CO, or Colorado.")
  var state: String?

  @Option(help: "A city or county with an income tax of its own: NYC, \"Marion County\".")
  var locality: String?

  @Option(help: "The share of wages another locality takes: 1.5%.")
  var localRate: String?

  @Option(
    help: "single, joint (married, one return) or hoh (head of household).",
    completion: .list(["single", "joint", "hoh"]))
  var status: String = FilingStatus.single.rawValue

  @Option(help: "The tax year; the one of --as-of unless given.")
  var year: String?

  @Option(help: "Children under 17.")
  var children: String = "0"

  @Option(help: "Pay of the spouse.")
  var spouseWages: String?

  @Option(name: .customLong("deferral"), help: "Your own money into a 401(k), a year.")
  var deferral: String?

  @Option(help: "Into a health savings account through payroll, a year.")
  var hsa: String?

  @Option(help: "Health premiums and other section 125 choices, a year.")
  var premiums: String?

  @Option(help: "Long-term capital gain.")
  var gain: String?

  @OptionGroup var stock: StockOptions

  struct Question {
    var household: Household
    var state: String?
    var locality: TaxLocalities.Locality?
    var localRate: Double
    var year: Int

    var site: TaxSite { TaxSite(state: state ?? "", locality: locality?.place, localRate: localRate) }
  }

  /// `named`: the state of a place named otherwise.
  func question(
    in named: String?, states: [String], localities: TaxLocalities, year: Int
  ) throws -> Question {
    guard let wages else {
      throw UsageError("missing-argument", "whose taxes?", cure: "write --wages 185k --state CO, or --input FILE")
    }
    guard let filing = FilingStatus(rawValue: status.lowercased()) else {
      throw UsageError(
        "unknown-filing-status", "--status \"\(status)\" is no filing status", cure: "single, joint or hoh")
    }
    var household = Household(filing: filing, wages: try amount(wages, of: "--wages"))
    household.children = try whole(children, of: "--children", in: 0...20)
    household.spouseWages = try amount(spouseWages, of: "--spouse-wages")
    household.deferral401k = try amount(deferral, of: "--deferral")
    household.hsa = try amount(hsa, of: "--hsa")
    household.premiums = try amount(premiums, of: "--premiums")
    household.longTermGain = try amount(gain, of: "--gain")
    try stock.apply(to: &household) { try amount($0, of: $1) }
    if household.spouseWages > 0, filing != .joint {
      throw UsageError("option-without-use", "--spouse-wages with --status \(status)", cure: "write --status joint")
    }
    if household.deferral401k + household.hsa + household.premiums > household.wages {
      throw UsageError("value-out-of-range", "more is put aside than is earned", cure: "lower --deferral or --hsa")
    }
    if named != nil, state != nil {
      throw UsageError("option-without-use", "--state beside --location", cure: "leave one of them out")
    }
    let state = try stateCode(states, localities) ?? named
    return Question(
      household: household, state: state, locality: try place(in: state, localities),
      localRate: try Self.rate(localRate, of: "--local-rate"),
      year: try taxYear(year))
  }

  /// Options that were given and mean nothing elsewhere.
  var optionsOfTheUnitedStates: [String] {
    let given = [
      ("--spouse-wages", spouseWages), ("--deferral", deferral), ("--hsa", hsa), ("--premiums", premiums),
      ("--gain", gain), ("--local-rate", localRate),
    ]
    return given.filter { $0.1 != nil }.map(\.0) + stock.given
  }

  /// The year given, else that of a day.
  func taxYear(of day: CalendarDate) throws -> Int { try taxYear(day.year) }

  private func taxYear(_ usual: Int) throws -> Int {
    try year.map { try whole($0, of: "--year", in: 2025...2100) } ?? max(2025, usual)
  }

  private func stateCode(_ known: [String], _ localities: TaxLocalities) throws -> String? {
    guard let state else { return nil }
    guard let code = localities.state(state), known.contains("US-\(code)") else {
      throw UsageError("unknown-state", "--state \"\(state)\" is no state", cure: "write its two letters: CO")
    }
    return code
  }

  private func place(in state: String?, _ localities: TaxLocalities) throws -> TaxLocalities.Locality? {
    guard let locality else { return nil }
    guard let state else {
      throw UsageError("missing-argument", "--locality without --state", cure: "name the state: --state NY")
    }
    return try Self.locality(locality, in: state, localities)
  }

  /// `rate`: the option that takes the rate of a place that is not known.
  static func locality(
    _ text: String, in state: String, _ localities: TaxLocalities, rate: String = "--local-rate"
  ) throws -> TaxLocalities.Locality {
    if let found = localities.find(text, in: state) { return found }
    let near = NearestName.suggestions(for: text, among: localities.localities(of: state).map(\.name), limit: 1)
    throw UsageError(
      "unknown-locality", "\"\(text)\" has no tax tables in \(state)",
      cure: near.first.map { "did you mean \($0)?" } ?? "give its rate: \(rate) 1.5%")
  }

  static func rate(_ text: String?, of option: String) throws -> Double {
    guard let text else { return 0 }
    guard let share = QuantityText.share(text), (0...0.2).contains(share) else {
      throw UsageError("share-not-a-percent", "\(option) \"\(text)\" is no share of wages", cure: "write 1.5%")
    }
    return share
  }

  private func amount(_ text: String?, of option: String) throws -> Double {
    guard let text else { return 0 }
    guard let read = QuantityText.amount(text), read.mark == nil || read.mark == "$" || read.mark == "USD" else {
      throw UsageError(
        "pay-not-a-number", "\(option) \"\(text)\" is no amount in dollars",
        cure: QuantityText.withLettersRead(text).map { "did you mean \($0)?" } ?? "write 185k or 185,000")
    }
    guard (0...1e12).contains(read.value) else {
      throw UsageError("value-out-of-range", "\(option) \"\(text)\" is below zero or too large", cure: "write 185k")
    }
    return read.value
  }

  func whole(_ text: String, of option: String, in range: ClosedRange<Int>) throws -> Int {
    guard let value = Int(text), range.contains(value) else {
      throw UsageError(
        "value-out-of-range",
        "\(option) \"\(text)\" is no whole number from \(range.lowerBound) to \(range.upperBound)",
        cure: "write \(option) \(range.lowerBound)")
    }
    return value
  }
}
