import Taxation

extension TaxBrackets {
  /// The bands that an income reaches, a row each.
  func sheet(currency: String) -> Sheet {
    let kind = ColumnKind.money(currency: currency)
    var sheet = Sheet(columns: [
      Column("from", "From", kind), Column("to", "To", kind), Column("rate", "Rate", .percent(decimals: 2)),
      Column("tax", "Tax", kind),
    ])
    for band in bands { sheet.append([.number(band.from), .number(band.to), .number(band.rate), .number(band.tax)]) }
    return sheet
  }
}
