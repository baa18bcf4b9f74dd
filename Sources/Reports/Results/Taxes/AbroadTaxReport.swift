import Quantities
import Taxation

/// One earner's taxes of a year in another country, on one page.
public struct AbroadTaxReport {
  let tax: AbroadTax
  /// What taxes, contributions and savings take of the next 100 of pay.
  let marginal: Double
  let place: String
  let currency: String
  let year: Int
  /// The newest law that is known; nil for a rate that was given.
  let lawYear: Int?
  let showsBrackets: Bool

  public init(
    _ tax: AbroadTax, marginal: Double, place: String, currency: String, year: Int, lawYear: Int?, showsBrackets: Bool
  ) {
    self.tax = tax
    self.marginal = marginal
    self.place = place
    self.currency = currency
    self.year = year
    self.lawYear = lawYear
    self.showsBrackets = showsBrackets
  }

  public var report: Report {
    Report(schema: "parley.tax-abroad/1", json: json, blocks: blocks, sheet: rows)
  }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: currency) }
  private func percent(_ value: Double) -> String { NumberText.share((value * 1_000).rounded() / 1_000) }
  private var saved: Double { tax.earner.pension + tax.savings.total }

  private var blocks: [Block] {
    let share = tax.earner.pay > 0 ? tax.total / tax.earner.pay : 0
    let aside = saved > 0 ? ", beside \(money(saved)) that is saved" : ""
    var blocks: [Block] = [
      .verdict(
        "You keep \(money(tax.net)) of \(money(tax.earner.pay)) in \(place)\(aside): taxes take \(percent(share))."),
      .sheet(page, title: ""), .space,
      .sentence(
        "Of the next \(money(100)) of pay \(percent(marginal)) goes"
          + (tax.savings.isEmpty ? "." : ", savings with it.")),
    ]
    if showsBrackets {
      for table in tax.brackets { blocks.append(.sheet(table.sheet(currency: currency), title: table.title)) }
      blocks.append(.space)
    }
    blocks.append(.sentence(basis))
    if !tax.employer.isEmpty {
      let items = tax.employer.map { "\(Self.label($0.name).lowercased()) \(money($0.amount))" }
      blocks.append(.sentence("The employer pays on top: \(items.joined(separator: ", "))."))
    }
    return blocks
  }

  private var basis: String {
    guard let lawYear else { return "At the rate given: no tables of \(place) were used." }
    let law =
      lawYear == year ? "Law of \(year)" : "The law of \(year) is not known; that of \(lawYear) is used unchanged"
    return "\(law); one earner, resident all year, no other income."
  }

  /// `CPP`, `Income tax`
  private static func label(_ name: String) -> String {
    if ["cpp", "cpp2", "qpp", "qpp2", "ei", "qpip", "cpf", "epf", "usc", "prsi"].contains(name) {
      return name.uppercased()
    }
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  private var items: [(kind: String, item: AbroadTax.Item)] {
    tax.taxes.map { ("tax", $0) } + tax.contributions.map { ("contribution", $0) }
      + (tax.earner.pension > 0 ? [("saved", AbroadTax.Item("own_pension", tax.earner.pension))] : [])
      + tax.savings.map { ("saved", $0) }
  }

  /// Whole units that add up to what is earned.
  private var page: Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [Column("part", "Part"), Column("amount", "A year", kind), Column("kind", "Kind")])
    let shown = items.filter { abs($0.item.amount) >= 0.5 }
    let net = tax.net.rounded()
    let whole = WholeParts.rounded(shown.map(\.item.amount), to: tax.earner.pay.rounded() - net)
    for (row, amount) in zip(shown, whole) {
      sheet.append([.text(Self.label(row.item.name)), .number(amount), .text(row.kind)])
    }
    sheet.append(["Net", .number(net), .empty], style: .total)
    return sheet
  }

  private var rows: Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [
      Column("part", "Part"), Column("amount", "A year", kind), Column("kind", "Kind"), Column("currency", "Currency"),
    ])
    for (kind, item) in items { sheet.append([.text(item.name), .number(item.amount), .text(kind), .text(currency)]) }
    sheet.append(["net", .number(tax.net), .empty, .text(currency)], style: .total)
    return sheet
  }

  private var json: JSONValue {
    func object(_ items: [AbroadTax.Item]) -> JSONValue {
      .object(Dictionary(items.map { ($0.name, JSONValue.amount($0.amount)) }) { first, _ in first })
    }
    return [
      "place": .string(place), "year": .integer(year), "law": .orNull(lawYear) { .integer($0) },
      "currency": .string(currency), "pay": .amount(tax.earner.pay), "taxable": .amount(tax.taxable),
      "taxes": object(tax.taxes), "contributions": object(tax.contributions), "savings": object(tax.savings),
      "employer": object(tax.employer), "own_pension": .amount(tax.earner.pension), "total": .amount(tax.total),
      "net": .amount(tax.net), "marginal": .ratio(marginal),
    ]
  }
}
