import CSVStream
import Quantities

/// Writes the offers of a scenario as a CSV that a spreadsheet can compute with.
///
///     field,unit,current,seattle
///     base,USD/year,178000,228000
///     bonus,%,12%,
///
/// Amounts are plain decimals, shares have their sign, dates are ISO; everything else is as it was written.
public struct SheetExport: Sendable {
  public enum Layout: String, CaseIterable, Sendable {
    /// One offer a column, one field a row.
    case sheet
    /// One value a row: offer, field, value, unit.
    case tidy
  }

  /// A value with the unit that its row states, when it can.
  struct Item {
    let path: FieldPath
    let text: String
    let unit: String
  }

  let offers: [(id: String, items: [Item])]

  /// Takes the offers of a scenario that reads well, in its order; `only` names the wanted ones.
  public init(_ document: ScenarioDocument, scenario: Scenario, only ids: [String] = []) {
    let wanted = scenario.offers.filter { ids.isEmpty || ids.contains($0.id) }
    offers = wanted.map { offer in
      let items = document.listed.leaves.compactMap { leaf -> Item? in
        guard !leaf.node.isEmpty, let path = try? FieldPath(leaf.path), path.root == offer.id,
          let field = path.afterRoot, field.description != "id", let text = leaf.node.text
        else { return nil }
        return SheetExport.item(field, text, currency: offer.baseSalary.currency.code)
      }
      return (offer.id, items)
    }
  }

  /// The whole file; `delimiter` is a tab for a `.tsv`.
  public func text(as layout: Layout, delimiter: UInt8 = UInt8(ascii: ",")) -> String {
    let writer = CSVWriter(delimiter: delimiter)
    if layout == .tidy {
      let header = writer.line(["offer", "field", "value", "unit"].map { .text($0) })
      return offers.reduce(header) { text, offer in
        offer.items.reduce(text) { text, item in
          text
            + writer.line([
              .text(offer.id), .text(item.path.description), field(item.text, item.path), .text(item.unit),
            ])
        }
      }
    }
    let header = writer.line([.text("field"), .text("unit")] + offers.map { .text($0.id) })
    return rows.reduce(header) { text, path in
      let found = offers.map { $0.items.first { $0.path == path } }
      // The unit of the first offer that has one counts for the row; the others name their own.
      let unit = found.compactMap { $0 }.first?.unit ?? ""
      let cells = found.map { item in
        item.map { field(SheetExport.cell($0, rowUnit: unit), path) } ?? CSVField.empty
      }
      return text + writer.line([.text(path.description), .text(unit)] + cells)
    }
  }

  private func field(_ text: String, _ path: FieldPath) -> CSVField {
    SheetStyle.field(text, kind: SheetField.kind(of: path))
  }

  /// All fields in the order of an offer's keys, those of each key in the order the offers have them.
  private var rows: [FieldPath] {
    var groups: [String: [FieldPath]] = [:]
    for offer in offers {
      var last: FieldPath?
      for path in offer.items.map(\.path) {
        var group = groups[path.root] ?? []
        if !group.contains(path) {
          let above = last.flatMap { group.firstIndex(of: $0) }.map { $0 + 1 }
          group.insert(path, at: above ?? group.count)
          groups[path.root] = group
        }
        last = path
      }
    }
    return OfferFields.table.keys.flatMap { key in SheetExport.byItem(groups[key] ?? []) }
  }

  /// Items of a list in the order of their numbers, whatever order the offers brought them in.
  private static func byItem(_ paths: [FieldPath]) -> [FieldPath] {
    paths.enumerated().sorted { a, b in
      let (left, right) = (number(a.element), number(b.element))
      return left == right ? a.offset < b.offset : left < right
    }.map(\.element)
  }

  private static func number(_ path: FieldPath) -> Int { path.segments[0].indices.first.flatMap { Int($0) } ?? -1 }

  // MARK: Values

  private static func item(_ path: FieldPath, _ text: String, currency: String) -> Item {
    let (value, unit) = plain(path, text, currency: currency)
    return Item(path: path, text: value, unit: unit)
  }

  /// The unit of a new row.
  static func unit(of path: FieldPath, text: String, currency: String?) -> String {
    plain(path, text, currency: currency ?? "").unit
  }

  /// The value as a spreadsheet reads it, and its unit; what is not of one piece stays text.
  private static func plain(_ path: FieldPath, _ text: String, currency: String) -> (text: String, unit: String) {
    let kind = SheetField.kind(of: path, like: text)
    switch kind {
    case .salary:
      guard let found = amount(text, currency) else { return (text, currency.isEmpty ? "" : "\(currency)/year") }
      return (found, currency.isEmpty ? "" : "\(currency)/year")
    case .amount: return (amount(text, currency) ?? text, currency)
    case .periodicAmount:
      guard let split = Entry.split(period: text), let number = amount(split.number, currency) else {
        return (text, "text")
      }
      let periods: [PayBasis: String] = [.monthly: "month", .annual: "year"]
      guard let period = periods[split.basis] else { return (text, "text") }
      return (number, currency.isEmpty ? "" : "\(currency)/\(period)")
    case .share: return (share(text) ?? text, "%")
    case .shareOrAmount:
      if let share = share(text) { return (share, "%") }
      return (amount(text, currency) ?? text, currency)
    case .date: return (text, "date")
    case .number: return (QuantityText.decimal(text).flatMap(decimal) ?? text, "number")
    case .months: return (text, "months")
    case .days: return (text, "days")
    case .flag: return (text, "flag")
    case .range: return (text, currency.isEmpty ? "text" : "\(currency)/year")
    case .text: return (text, "text")
    }
  }

  /// A plain decimal; nil for what is none, or in another currency, which then stays as it is written.
  private static func amount(_ text: String, _ currency: String) -> String? {
    guard let found = QuantityText.amount(text) else { return nil }
    let symbols = ["USD": "$", "EUR": "€", "GBP": "£"]
    if let mark = found.mark, mark.uppercased() != currency, symbols[currency] != mark { return nil }
    return decimal(found.value)
  }

  private static func share(_ text: String) -> String? {
    QuantityText.share(text).flatMap { decimal($0 * 100) }.map { $0 + "%" }
  }

  /// Three decimals become four: where points part thousands, a spreadsheet would take 1.234 for 1234.
  private static func decimal(_ value: Double) -> String? {
    guard let text = DecimalText(value, atMost: 9)?.text else { return nil }
    return text.split(separator: ".").dropFirst().first?.count == 3 ? text + "0" : text
  }

  /// A cell whose unit differs from its row's says its own.
  private static func cell(_ item: Item, rowUnit: String) -> String {
    guard item.unit != rowUnit, item.unit != "text", !item.unit.isEmpty else { return item.text }
    let unit = SheetUnit(item.unit)
    guard let currency = unit.currency, item.text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "." || $0 == "-") })
    else { return item.text }
    let isPeriodic = SheetField.kind(of: item.path) == .periodicAmount
    return "\(currency) \(item.text)" + (isPeriodic ? unit.period.map { "/" + $0 } ?? "" : "")
  }
}
