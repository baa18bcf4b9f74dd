/// A typed table that knows nothing of what it is about; every output format starts from it.
///
///     let median = Column("p50", "Median", .money(currency: "USD"))
///     var sheet = Sheet(columns: [Column("place", "Place"), median])
///     sheet.append(["Denver, CO", 186_000])
public struct Sheet: Sendable, Hashable {
  /// One row: as many cells as there are columns.
  public struct Row: Sendable, Hashable {
    /// How a row stands out for people.
    public enum Style: Sendable { case plain, strong, total }

    public var cells: [Cell]
    public var style: Style
  }

  public let columns: [Column]
  public private(set) var rows: [Row]

  /// A sheet with rows of plain style.
  ///
  ///     Sheet(columns: columns, rows: places.map { [.text($0.name), .number($0.median)] })
  public init(columns: [Column], rows: [[Cell]] = []) {
    self.columns = columns
    self.rows = []
    for row in rows { append(row) }
  }

  /// Adds a row; a total gets a rule above it.
  ///
  ///     sheet.append(["Total", 372_000], style: .total)
  public mutating func append(_ cells: [Cell], style: Row.Style = .plain) {
    precondition(cells.count == columns.count, "a row has \(cells.count) cells, not \(columns.count)")
    rows.append(Row(cells: cells, style: style))
  }

  /// The sheet with these columns only, in this order; a field named twice is taken once.
  ///
  ///     try sheet.select(fields: ["p50", "place"])
  ///
  /// - Throws: `UnknownChoice`, which lists the valid fields and the nearest one.
  public func select(fields: [String]) throws(UnknownChoice) -> Sheet {
    var chosen: [Int] = []
    for field in fields {
      guard let index = columns.firstIndex(where: { $0.id == field }) else {
        throw UnknownChoice(kind: "field", given: field, valid: columns.map(\.id))
      }
      if !chosen.contains(index) { chosen.append(index) }
    }
    return keeping(chosen)
  }

  /// The same for the text after `--fields`.
  ///
  ///     try sheet.select(fieldList: "p50, place")
  public func select(fieldList: String) throws(UnknownChoice) -> Sheet {
    let names = fieldList.split(separator: ",", omittingEmptySubsequences: false)
    return try select(fields: names.map { String($0.drop { $0 == " " }.prefix { $0 != " " }) })
  }

  func keeping(_ indices: [Int]) -> Sheet {
    var sheet = Sheet(columns: indices.map { columns[$0] })
    for row in rows { sheet.append(indices.map { row.cells[$0] }, style: row.style) }
    return sheet
  }
}
