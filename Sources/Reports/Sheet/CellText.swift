import Quantities

extension Cell {
  /// The cell as people read it.
  ///
  ///     Cell.number(0.128).text(in: .percent(decimals: 1))    // "12.8%"
  func text(in kind: ColumnKind) -> String {
    switch self {
    case .text(let text), .absent(let text): text
    case .number(let value): Self.text(value, in: kind)
    case .verbatim(let decimal): decimal.text
    case .integer(let value):
      switch kind {
      case .money, .percent, .number: Self.text(Double(value), in: kind)
      case .integer: NumberText.grouped(value)
      case .exact, .text, .date, .flag: value.description
      }
    case .flag(let flag): flag ? "yes" : "no"
    case .money(let value, let currency): NumberText.money(value, currency: currency)
    case .empty: ""
    }
  }

  /// The cell as programs read it, rounded as its column says.
  ///
  ///     Cell.absent("withheld").json(in: .integer)            // null
  func json(in kind: ColumnKind) -> JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let value):
      switch kind {
      case .money: .amount(value)
      case .number, .percent: .ratio(value)
      case .integer: .orNull(DecimalText(value, atMost: 0)) { .number($0) }
      case .exact, .text, .date, .flag: .orNull(DecimalText(value)) { .number($0) }
      }
    case .verbatim(let decimal): .number(decimal)
    case .integer(let value): .integer(value)
    case .flag(let flag): .bool(flag)
    case .money(let value, _): .amount(value)
    case .absent, .empty: .null
    }
  }

  private static func text(_ value: Double, in kind: ColumnKind) -> String {
    switch kind {
    case .money(let currency): NumberText.money(value, currency: currency)
    case .number(let decimals): NumberText.grouped(value, decimals: decimals)
    case .percent(let decimals): NumberText.percent(value, decimals: decimals)
    case .integer: NumberText.grouped(value)
    case .exact, .text, .date, .flag: DecimalText(value)?.text ?? "n/a"
    }
  }
}

extension Sheet {
  /// A row as a JSON object, one key a column.
  ///
  ///     sheet.json(of: sheet.rows[0])       // {"p50": 186000, "place": "Denver, CO"}
  public func json(of row: Row) -> JSONValue {
    let members = zip(columns, row.cells).map { ($0.id, $1.json(in: $0.kind)) }
    return .object(Dictionary(members, uniquingKeysWith: { first, _ in first }))
  }
}
