/// The brackets that an income reached: where each begins and ends, its rate, and its tax.
public struct TaxBrackets: Sendable, Equatable {
  public struct Band: Sendable, Equatable {
    public let from: Double
    public let to: Double
    public let rate: Double
    public let tax: Double
  }

  /// `Federal income tax on $147,800 of pay`
  public let title: String
  public let bands: [Band]
  /// Whether the table rests on a forecast.
  public let isProjected: Bool

  init?(_ title: String, _ table: TaxTable?, on income: Double) {
    guard let table, income > 0 else { return nil }
    self.title = title
    bands = table.bands(of: income).map { Band(from: $0.from, to: $0.to, rate: $0.rate, tax: $0.tax) }
    isProjected = table.isProjected
  }
}

extension UnitedStatesLaw {
  /// The brackets behind a household's income taxes, federal first.
  public func brackets(of tax: UnitedStatesTax, state: String, year: Int) -> [TaxBrackets] {
    func table(_ name: String, _ place: String) -> TaxTable? {
      law.table(name, in: place, filing: tax.household.filing, year: year)
    }
    return [
      TaxBrackets("Federal income tax", table("bracket", "US"), on: tax.federal.ordinaryIncome),
      TaxBrackets("\(state) income tax", table("bracket", "US-\(state)"), on: tax.state.taxable),
    ].compactMap { $0 }
  }

  /// Whether a locality takes anything of those who live or work there: some tax employers only.
  public func taxesPay(in locality: String, year: Int) -> Bool {
    law.tables("local.", in: locality, filing: .single, year: year).contains { name, table in
      table.rows.contains { $0.rate > 0 } || name == "flat"
    }
  }

  /// Whether a locality takes anything of those who only work there.
  public mutating func taxesNonresidents(in locality: String, livingInState: Bool, year: Int) -> Bool {
    localRules(locality, .single, year)?.taxesNonresidents(livingInState: livingInState) ?? false
  }

  /// Names of the state's tables that rest on a forecast in a year.
  public func projected(in place: String, filing: FilingStatus, year: Int) -> [String] {
    law.tables("", in: place, filing: filing, year: year).filter(\.table.isProjected).map(\.name)
  }
}
