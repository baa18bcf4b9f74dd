/// Finds a row and a side for every marker's label, so that no label covers another one or a stem.
///
///        walk-away $171,500 ┛ │ ┗ target $186,200
///                             └ p50 $186,000
///
/// A stem runs down from the axis and ends at its label, which stands to its right or left. So a label may be
/// placed in a row only when every stem it would cover has ended further up.
struct MarkerLabels {
  struct Label: Equatable {
    /// The column of the stem; none for a value outside the plot.
    var stem: Int?
    /// Columns the label may take, the stem's own included; the first choice first.
    var choices: [Range<Int>]
  }

  struct Place: Equatable {
    var row: Int
    var columns: Range<Int>
  }

  /// Every combination of sides is tried up to this many markers; more only with one change of sides.
  private static let mostTriedFully = 9

  /// A place for each label in the fewest rows, or nil if there is none.
  static func places(of labels: [Label]) -> [Place]? {
    guard labels.allSatisfy({ !$0.choices.isEmpty }) else { return nil }
    var best: [Place]?
    var fewest = (rows: Int.max, depth: Int.max)
    for sides in combinations(of: labels) {
      let columns = zip(labels, sides).map { $0.choices[min($1, $0.choices.count - 1)] }
      guard let rows = rows(for: columns, of: labels, atMost: fewest.rows) else { continue }
      let cost = (rows: (rows.max() ?? -1) + 1, depth: rows.reduce(0, +))
      if cost < fewest {
        fewest = cost
        best = zip(rows, columns).map { Place(row: $0, columns: $1) }
      }
    }
    return labels.isEmpty ? [] : best
  }

  private static func combinations(of labels: [Label]) -> [[Int]] {
    let count = labels.count
    guard count > mostTriedFully else {
      let sides = (0..<(1 << count)).map { mask in (0..<count).map { mask >> $0 & 1 } }
      return sides.filter { zip($0, labels).allSatisfy { $0 < $1.choices.count } }
    }
    // Labels come sorted: turning the lower ones left and the others right never makes two stems cross.
    return (0...count).map { turned in (0..<count).map { $0 < turned ? 1 : 0 } }
  }

  /// From the top row down, whatever covers no running stem; nil if labels wait for each other, or need more
  /// rows than another arrangement.
  private static func rows(for columns: [Range<Int>], of labels: [Label], atMost limit: Int) -> [Int]? {
    var rows: [Int?] = labels.map { _ in nil }
    var waiting = Array(labels.indices)
    var row = 0
    while !waiting.isEmpty {
      var taken: [Int] = []
      for index in waiting {
        let reach = reach(of: columns[index], stem: labels[index].stem)
        let coversStem = waiting.contains { other in
          guard other != index, let stem = labels[other].stem else { return false }
          return stem != labels[index].stem && reach.contains(stem)
        }
        let isFree = taken.allSatisfy { other in
          !reach.overlaps(columns[other])
            && !self.reach(of: columns[other], stem: labels[other].stem).overlaps(columns[index])
        }
        if !coversStem, isFree {
          taken.append(index)
          rows[index] = row
        }
      }
      if taken.isEmpty || row == limit { return nil }
      waiting.removeAll { taken.contains($0) }
      row += 1
    }
    return rows.compactMap { $0 }
  }

  /// The columns and a space beyond the text; at the stem's side two labels may stand close.
  private static func reach(of columns: Range<Int>, stem: Int?) -> Range<Int> {
    let low = stem == columns.lowerBound ? columns.lowerBound : columns.lowerBound - 1
    let high = stem == columns.upperBound - 1 ? columns.upperBound : columns.upperBound + 1
    return low..<high
  }
}
