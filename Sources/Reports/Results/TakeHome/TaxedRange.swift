import Quantities
import Scenarios

/// What the figures of a range leave after tax, a year, and what that buys.
public struct TaxedRange: Sendable {
  /// `walk_away`, `offer`, `target`, `opening_ask`
  let figures: [(name: String, value: TaxedBase)]
  /// The base at which this offer leaves what the alternative leaves.
  let walkAway: Double?
  let measure: Measure
  /// Whose prices count, and whose return it was.
  let home: String
  let household: String
  /// Whether the figures are of whole packages, not of the base alone.
  let isPackage: Bool

  public init(
    figures: [(name: String, value: TaxedBase)], walkAway: Double?, measure: Measure, home: String, household: String,
    isPackage: Bool
  ) {
    self.figures = figures
    self.walkAway = walkAway
    self.measure = measure
    self.home = home
    self.household = household
    self.isPackage = isPackage
  }

  func value(_ name: String) -> TaxedBase? { figures.first { $0.name == name }?.value }

  private var hasPrices: Bool { figures.contains { $0.value.purchasingPower != nil } }

  func blocks(currency: String, alternative: String) -> [Block] {
    let money = ColumnKind.money(currency: currency)
    var columns = [Column("figure", "A year"), Column("base", "Base", money)]
    if isPackage { columns.append(Column("package", "Package", money)) }
    columns.append(Column("after_tax", "After tax", money))
    if hasPrices {
      columns.append(
        Column("local_purchasing_power", home == "the nation" ? "Buys, US prices" : "Buys, as at home", money))
    }
    var sheet = Sheet(columns: columns)
    for (name, value) in figures {
      var cells: [Cell] = [.text(Self.label(name)), .number(value.base)]
      if isPackage { cells.append(.number(value.package)) }
      cells.append(.number(value.afterTax))
      if hasPrices { cells.append(.orEmpty(value.purchasingPower)) }
      sheet.append(cells)
    }
    var text = household.prefix(1).uppercased() + household.dropFirst() + "."
    if let walkAway {
      let basis = measure == .purchasingPower ? "After tax, at prices of \(home)," : "After tax"
      text =
        "\(basis) this offer equals \(alternative) at a base of \(NumberText.money(walkAway, currency: currency)). "
        + text
    }
    return [.space, .sheet(sheet, title: ""), .sentence(text)]
  }

  private static func label(_ name: String) -> String {
    let words = name.replacing("_", with: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }

  var json: JSONValue {
    [
      "walk_away_base": .orNull(walkAway) { .amount($0) }, "measure": .string(measure.rawValue),
      "household": .string(household), "home": .string(home),
      "figures": .array(
        figures.map { name, value in
          [
            "figure": .string(name), "base": .amount(value.base), "package": .amount(value.package),
            "after_tax": .amount(value.afterTax),
            "local_purchasing_power": .orNull(value.purchasingPower) { .amount($0) },
          ]
        }),
    ]
  }
}
