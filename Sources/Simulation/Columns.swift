/// Columns of numbers side by side in one piece of memory: what a simulation fills and reads over and over, and makes
/// once.
///
///     let columns = Columns(3, length: 1_024)
///     columns[2][0] = 0.5
///
/// A column is valid as long as its owner.
public final class Columns {
  public let count: Int
  public let length: Int
  private let numbers: UnsafeMutablePointer<Double>

  /// All zero.
  public init(_ count: Int, length: Int) {
    self.count = count
    self.length = length
    numbers = .allocate(capacity: max(1, count * length))
    numbers.initialize(repeating: 0, count: max(1, count * length))
  }

  deinit { numbers.deallocate() }

  public subscript(column: Int) -> UnsafeMutableBufferPointer<Double> {
    precondition(column >= 0 && column < count, "no such column")
    return UnsafeMutableBufferPointer(start: numbers + column * length, count: length)
  }
}
