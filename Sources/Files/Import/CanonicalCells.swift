import CSVStream
import Market

/// The cells of a canonical file while it is read: millions of rows, a few hundred bytes a cell.
///
/// What tells cells apart is kept as numbers instead of texts, and of each statistic the line that said it.
struct CanonicalCells {
  /// A statistic's place in a cell: the six figures, then four counts, then the ends of the median's interval.
  static let statistics = [
    "mean", "p10", "p25", "p50", "p75", "p90", "n_incumbents", "n_organizations", "employment", "mean_prse", "p50_low",
    "p50_high",
  ]

  /// What tells one cell from the others, in words.
  struct Name {
    var dataset, role, occupation, location, industry, level, size, element: String

    fileprivate var texts: [String] { [dataset, role, occupation, location, industry, level, size, element] }
  }

  /// The same in numbers of texts.
  fileprivate typealias Key = InlineArray<8, Int32>

  fileprivate struct Cell {
    let key: Key
    let line: Int32
    var currency: Int32
    var values = InlineArray<12, Double>(repeating: .nan)
    /// The line each statistic was read from; 0 for none yet.
    var lines = InlineArray<12, Int32>(repeating: 0)
    var marks = InlineArray<6, UInt8>(repeating: UInt8(ascii: "."))
    var isBroken = false
  }

  private var texts = [CSVInterner](repeating: CSVInterner(), count: 8)
  private var currencies = CSVInterner()
  private var cells: [Cell] = []
  /// Open addressing, a power of two long and at most half full: places in `cells`, or -1.
  private var table = [Int32](repeating: -1, count: 1 << 10)
  /// The cell of the row before: a cell's statistics stand together in most files.
  private var last = -1

  /// The number of a cell, new if no row named it before.
  ///
  /// `currency`: that of the row, which a new cell gets.
  mutating func index(of name: borrowing Name, currency: String, line: Int) -> Int {
    var key = Key(repeating: 0)
    for (place, text) in name.texts.enumerated() { key[place] = texts[place].id(for: text) }
    if last >= 0, Self.areEqual(cells[last].key, key) { return last }
    var slot = Self.hash(key) & (table.count - 1)
    while table[slot] >= 0 {
      if Self.areEqual(cells[Int(table[slot])].key, key) {
        last = Int(table[slot])
        return last
      }
      slot = (slot + 1) & (table.count - 1)
    }
    last = cells.count
    cells.append(Cell(key: key, line: Int32(truncatingIfNeeded: line), currency: currencies.id(for: currency)))
    if cells.count * 2 > table.count { grow() } else { table[slot] = Int32(last) }
    return last
  }

  /// The line that said a statistic of a cell; nil for none.
  func line(_ statistic: Int, of cell: Int) -> Int? {
    let line = Int(cells[cell].lines[statistic])
    return line > 0 ? line : nil
  }

  func value(_ statistic: Int, of cell: Int) -> Double? {
    let value = cells[cell].values[statistic]
    return value.isNaN ? nil : value
  }

  /// The code of a cell's currency.
  func currency(of cell: Int) -> String { currencies.string(cells[cell].currency) }

  /// Sets a statistic; nil where the publisher gives none.
  mutating func set(_ value: Double?, _ statistic: Int, of cell: Int, line: Int) {
    cells[cell].values[statistic] = value ?? .nan
    cells[cell].lines[statistic] = Int32(truncatingIfNeeded: line)
  }

  /// Marks a figure; see ``LibrarySchema``.
  mutating func mark(_ mark: UInt8, figure: Int, of cell: Int) { cells[cell].marks[figure] = mark }

  /// Leaves a cell out: its rows contradict each other.
  mutating func dismiss(_ cell: Int) { cells[cell].isBroken = true }

  /// The sound cells of a data set, in the order their first rows came in.
  func cells(of dataset: String) -> [SurveyCell] {
    var names = texts
    let id = names[0].id(for: dataset)
    var found: [SurveyCell] = []
    found.reserveCapacity(cells.count)
    for cell in cells where cell.key[0] == id && !cell.isBroken { found.append(surveyCell(cell)) }
    return found
  }

  private func surveyCell(_ cell: Cell) -> SurveyCell {
    func text(_ place: Int) -> String { texts[place].string(cell.key[place]) }
    func value(_ statistic: Int) -> Double? { cell.values[statistic].isNaN ? nil : cell.values[statistic] }
    var made = SurveyCell(
      location: text(3), occupation: text(2), role: text(1), industry: text(4), level: text(5),
      organizationSize: text(6), payElement: text(7), line: Int(cell.line))
    made.currency = currencies.string(cell.currency)
    for figure in 0..<6 { made.figures[figure] = value(figure) }
    (made.incumbents, made.organizations, made.employment) = (value(6), value(7), value(8))
    made.meanRelativeError = value(9)
    if let low = value(10), let high = value(11), low <= high { made.medianInterval = low...high }
    made.marks = String(decoding: (0..<6).map { cell.marks[$0] }, as: UTF8.self)
    return made
  }

  private mutating func grow() {
    table = [Int32](repeating: -1, count: table.count * 2)
    for (index, cell) in cells.enumerated() {
      var slot = Self.hash(cell.key) & (table.count - 1)
      while table[slot] >= 0 { slot = (slot + 1) & (table.count - 1) }
      table[slot] = Int32(index)
    }
  }

  private static func areEqual(_ one: Key, _ other: Key) -> Bool {
    for place in one.indices where one[place] != other[place] { return false }
    return true
  }

  /// Multiply and fold each number into the hash.
  private static func hash(_ key: Key) -> Int {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in key.indices {
      let (high, low) = (hash ^ UInt64(UInt32(bitPattern: key[place])))
        .multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
      hash = high ^ low
    }
    return Int(truncatingIfNeeded: hash >> 1)
  }
}
