import Quantities
import Taxation

/// Taxes of many households, a row each: the columns of the file, then what was computed.
public struct TaxBatchReport {
  /// Whose taxes a row is about.
  public enum Result: Sendable {
    case unitedStates(UnitedStatesTax)
    case abroad(AbroadTax)
  }

  /// Everything that is written beside the columns of a file, and so not passed on from one.
  public static let computed =
    UnitedStatesColumns.names + MinimumTaxCreditColumns.names + ElsewhereColumns.all + AbroadColumns.names

  private let columns: [String]
  private let rows: [(fields: [String], result: Result)]
  /// What states and localities are called.
  private let names: [String: String]

  public init(columns: [String], rows: [(fields: [String], result: Result)], names: [String: String] = [:]) {
    self.names = names
    self.columns = columns
    self.rows = rows
  }

  public var report: Report {
    let sheet = sheet
    return Report(
      schema: "parley.tax-batch/1", json: ["rows": .array(sheet.rows.map { sheet.json(of: $0) })],
      blocks: [.sheet(shown, title: "")], sheet: sheet)
  }

  private var hasUnitedStates: Bool {
    rows.contains { if case .unitedStates = $0.result { true } else { false } }
  }
  private var hasElsewhere: Bool {
    rows.contains { if case .unitedStates(let tax) = $0.result { tax.elsewhere != nil } else { false } }
  }
  private var hasCredit: Bool {
    rows.contains {
      guard case .unitedStates(let tax) = $0.result else { return false }
      return tax.household.minimumTaxCredit + tax.household.incentiveBargain > 0
    }
  }
  private var hasAbroad: Bool {
    rows.contains { if case .abroad = $0.result { true } else { false } }
  }

  /// All columns, for programs: of the United States, of other countries, or both, empty where they do not apply.
  private var sheet: Sheet {
    let hasElsewhere = hasElsewhere
    let american =
      (hasUnitedStates || !hasAbroad ? UnitedStatesColumns.names : [])
      + (hasCredit ? MinimumTaxCreditColumns.names : []) + (hasElsewhere ? ElsewhereColumns.names : [])
    let names = american + (hasAbroad ? AbroadColumns.names.filter { !american.contains($0) } : [])
    var sheet = Sheet(
      columns: columns.map { Column($0, $0) } + names.map { Column($0, $0, .money(currency: "USD")) }
        + (hasElsewhere ? [Column(ElsewhereColumns.rules, ElsewhereColumns.rules)] : []))
    for row in rows {
      let figures =
        switch row.result {
        case .unitedStates(let tax):
          UnitedStatesColumns.figures(tax) + MinimumTaxCreditColumns.figures(tax) + ElsewhereColumns.figures(tax)
        case .abroad(let tax): AbroadColumns.figures(tax)
        }
      let byName = Dictionary(figures) { first, _ in first }
      sheet.append(
        row.fields.map { .text($0) } + names.map { .orEmpty(byName[$0]) }
          + (hasElsewhere ? [.text(rules(row.result))] : []))
    }
    return sheet
  }

  /// The rules applied to a row, in sentences.
  private func rules(_ result: Result) -> String {
    guard case .unitedStates(let tax) = result, let there = tax.elsewhere else { return "" }
    let text = SourcingText(names: names, home: there.homeState)
    return there.rules.map(text.sentence).joined(separator: " ")
  }

  /// What fits a page: who, where, and the taxes by whom they are paid to.
  private var shown: Sheet {
    let hasAbroad = hasAbroad
    let money = hasAbroad ? ColumnKind.number(decimals: 0) : ColumnKind.money(currency: "USD")
    let wanted = [
      "id", "jurisdiction", "year", "country", "region", "state", "locality", "work_state", "status", "wages", "salary",
    ]
    let named = wanted.compactMap { columns.firstIndex(of: $0) }
    let headings = named.map { Column(columns[$0], columns[$0].prefix(1).uppercased() + columns[$0].dropFirst()) }
    let parts =
      hasAbroad
      ? [("income_tax", "Income tax"), ("social", "Social"), ("savings", "Savings"), ("net", "Net")]
      : [
        ("federal_income_tax", "Federal"), ("fica", "FICA"), ("state_income_tax", "State"),
        ("state_payroll", "Payroll"),
        ("local_tax", "Local"), ("net", "Net"),
      ]
    var sheet = Sheet(columns: headings + parts.map { Column($0.0, $0.1, money) })
    for row in rows {
      sheet.append(
        named.map { Cell.text(row.fields[$0]) } + paid(row.result, besideAbroad: hasAbroad).map { Cell.number($0) })
    }
    return sheet
  }

  private func paid(_ result: Result, besideAbroad hasAbroad: Bool) -> [Double] {
    switch result {
    case .unitedStates(let tax) where hasAbroad:
      [tax.federal.total + tax.incomeTaxOfStates + tax.localTaxes, tax.social.total + tax.payroll, 0, tax.net()]
    case .unitedStates(let tax):
      [tax.federal.total, tax.social.total, tax.incomeTaxOfStates, tax.payroll, tax.localTaxes, tax.net()]
    case .abroad(let tax):
      [tax.taxes.total, tax.contributions.total, tax.savings.total, tax.net]
    }
  }
}

/// Columns of households in the United States, with the standard deduction; what itemizing makes of it stands last.
private enum UnitedStatesColumns {
  static let names = [
    "federal_income_tax", "of_which_amt", "of_which_niit", "child_tax_credit", "eitc", "oasdi", "medicare",
    "additional_medicare", "state_income_tax", "state_eitc", "state_payroll", "local_tax", "net", "salt_deduction",
    "federal_if_itemizing_salt",
  ]

  static func figures(_ tax: UnitedStatesTax) -> [(String, Double)] {
    let federal = tax.standard
    let values = [
      federal.total, federal.alternativeMinimum, federal.netInvestment, federal.childCredit,
      federal.earnedIncomeCredit, tax.social.oasdi, tax.social.medicare, tax.social.additionalMedicare, tax.state.total,
      tax.state.earnedCredit, tax.payroll, tax.local, tax.netByStandardDeduction(), tax.deductible, tax.itemized.total,
    ]
    return Array(zip(names, values))
  }
}

/// Credit for alternative minimum tax, in files that have any.
private enum MinimumTaxCreditColumns {
  static let names = ["amt_credit_used", "amt_credit_left"]

  static func figures(_ tax: UnitedStatesTax) -> [(String, Double)] {
    Array(zip(names, [tax.standard.minimumTaxCreditUsed, tax.standard.minimumTaxCreditLeft]))
  }
}

/// Columns of households that work in another place than home, in files that have any; the state and local tax beside them
/// are those of home, before credits.
private enum ElsewhereColumns {
  static let names = [
    "work_state_income_tax", "work_local_tax", "credit_at_home", "local_credit_at_home", "credit_at_work",
  ]
  static let rules = "rules"
  static let all = names + [rules]

  static func figures(_ tax: UnitedStatesTax) -> [(String, Double)] {
    guard let there = tax.elsewhere else { return [] }
    let values = [
      there.stateTax, there.localTax, there.creditAtHome, there.localCreditAtHome, there.creditAtWork,
    ]
    return Array(zip(names, values))
  }
}

/// Columns of earners in other countries, with the names that reference files give them.
private enum AbroadColumns {
  static let names = [
    "income_tax", "national_insurance", "income_tax_plus_cpp_qpp_ei_qpip", "social_contributions", "savings",
    "taxes_total", "net",
  ]

  static func figures(_ tax: AbroadTax) -> [(String, Double)] {
    var figures = [
      ("income_tax", tax.taxes.total), ("social_contributions", tax.contributions.total),
      ("savings", tax.savings.total), ("taxes_total", tax.total), ("net", tax.net),
    ]
    if tax.earner.country == "GB" { figures.append(("national_insurance", tax["national_insurance"])) }
    if tax.earner.country == "CA" { figures.append(("income_tax_plus_cpp_qpp_ei_qpip", tax.total)) }
    return figures
  }
}
