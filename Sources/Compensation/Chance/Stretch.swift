import Simulation

/// Room for what is drawn for an offer and what it comes to, for as many draws as a processor keeps at hand.
///
/// It is made once and filled over and over; each step of the arithmetic goes through all draws of it at once.
final class Stretch {
  static let length = 1_024

  /// Draws in use; the rest of each column is left over.
  var count = 0
  /// Numbers between 0 and 1, by place.
  let numbers: Columns
  /// Standard normals: those that a share price is made of, and its levels and changes.
  let normals: Columns
  let rows: Columns
  /// What each part that depends on chance comes to, by slot.
  let values: Columns
  /// What the whole offer comes to, and a column for work in progress.
  private let sums: Columns
  /// The month of the layoff, from 0; the last for none.
  let layoffs: UnsafeMutableBufferPointer<Int>

  init(numbers: Int, normals: Int, rows: Int, slots: Int) {
    self.numbers = Columns(numbers, length: Stretch.length)
    self.normals = Columns(normals, length: Stretch.length)
    self.rows = Columns(rows, length: Stretch.length)
    values = Columns(slots, length: Stretch.length)
    sums = Columns(2, length: Stretch.length)
    layoffs = .allocate(capacity: Stretch.length)
    layoffs.initialize(repeating: 0)
  }

  deinit { layoffs.deallocate() }

  var totals: UnsafeMutableBufferPointer<Double> { used(sums[0]) }
  var work: UnsafeMutableBufferPointer<Double> { used(sums[1]) }

  /// The part of a column that holds draws.
  func used(_ column: UnsafeMutableBufferPointer<Double>) -> UnsafeMutableBufferPointer<Double> {
    UnsafeMutableBufferPointer(rebasing: column[..<count])
  }
}
