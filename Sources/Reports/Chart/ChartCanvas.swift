/// A grid of styled signs, addressed by row and column.
struct ChartCanvas {
  private var cells: [[(sign: String, style: TextStyle)]] = []
  let width: Int

  init(width: Int) {
    self.width = width
  }

  /// Puts one sign; signs beyond the edges are dropped.
  mutating func put(_ sign: String, row: Int, column: Int, _ style: TextStyle) {
    guard row >= 0, (0..<width).contains(column) else { return }
    while cells.count <= row { cells.append(Array(repeating: (" ", .plain), count: width)) }
    cells[row][column] = (sign, style)
  }

  /// Puts text from a column on; a wide character takes the cell to its right as well.
  mutating func write(_ text: String, row: Int, column: Int, _ style: TextStyle) {
    var column = column
    for character in text {
      put(String(character), row: row, column: column, style)
      let characterWidth = DisplayWidth.of(character)
      if characterWidth == 2 { put("", row: row, column: column + 1, style) }
      column += characterWidth
    }
  }

  func isBlank(row: Int, columns: Range<Int>) -> Bool {
    guard cells.indices.contains(row) else { return true }
    return columns.allSatisfy { !cells[row].indices.contains($0) || cells[row][$0].sign == " " }
  }

  var lines: [StyledLine] {
    cells.map { row in
      row.reduce(into: StyledLine()) { $0.append($1.sign, $1.style) }
    }
  }
}
