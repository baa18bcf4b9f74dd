import Quantities
import Taxation

/// Taxes of many households, a row each: the columns of the file, then what was computed.
public struct TaxBatchReport {
  /// What is written of each row, beside the columns of the file.
  public static let computed = [
    "federal_income_tax", "of_which_amt", "of_which_niit", "child_tax_credit", "eitc", "oasdi", "medicare",
    "additional_medicare", "state_income_tax", "state_eitc", "state_payroll", "local_tax", "net", "salt_deduction",
    "federal_if_itemizing_salt",
  ]

  private let columns: [String]
  private let rows: [(fields: [String], tax: UnitedStatesTax)]

  public init(columns: [String], rows: [(fields: [String], tax: UnitedStatesTax)]) {
    self.columns = columns
    self.rows = rows
  }

  public var report: Report {
    let sheet = sheet
    return Report(
      schema: "parley.tax-batch/1", json: ["rows": .array(sheet.rows.map { sheet.json(of: $0) })],
      blocks: [.sheet(shown, title: "")], sheet: sheet)
  }

  /// All columns, for programs.
  private var sheet: Sheet {
    var sheet = Sheet(
      columns: columns.map { Column($0, $0) } + Self.computed.map { Column($0, $0, .money(currency: "USD")) })
    for row in rows { sheet.append(row.fields.map { .text($0) } + figures(row.tax).map { .number($0) }) }
    return sheet
  }

  /// With the standard deduction, as the columns are defined; what itemizing makes of it stands last.
  private func figures(_ tax: UnitedStatesTax) -> [Double] {
    let federal = tax.standard
    return [
      federal.total, federal.alternativeMinimum, federal.netInvestment, federal.childCredit,
      federal.earnedIncomeCredit, tax.social.oasdi, tax.social.medicare, tax.social.additionalMedicare,
      tax.state.total, tax.state.earnedCredit, tax.payroll, tax.local, tax.net(with: federal), tax.deductible,
      tax.itemized.total,
    ]
  }

  /// What fits a page: who, where, and the taxes by whom they are paid to.
  private var shown: Sheet {
    let money = ColumnKind.money(currency: "USD")
    let named = ["id", "year", "state", "locality", "status", "wages"].compactMap { columns.firstIndex(of: $0) }
    var sheet = Sheet(
      columns: named.map { Column(columns[$0], columns[$0].prefix(1).uppercased() + columns[$0].dropFirst()) } + [
        Column("federal_income_tax", "Federal", money), Column("fica", "FICA", money),
        Column("state_income_tax", "State", money), Column("state_payroll", "Payroll", money),
        Column("local_tax", "Local", money), Column("net", "Net", money),
      ])
    for row in rows {
      let tax = row.tax
      let paid = [tax.federal.total, tax.social.total, tax.state.total, tax.payroll, tax.local, tax.net()]
      sheet.append(named.map { Cell.text(row.fields[$0]) } + paid.map { Cell.number($0) })
    }
    return sheet
  }
}
