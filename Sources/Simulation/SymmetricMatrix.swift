import Glibc

/// A small symmetric matrix and its eigenvectors, by Jacobi's rotations: slow for large ones, and exact to the last digits.
///
///     SymmetricMatrix([[2, 1], [1, 2]]).eigenpairs.map(\.value)    // 1 and 3
///
/// Reference: Golub and Van Loan, Matrix Computations, section 8.5.
struct SymmetricMatrix {
  private let rows: [[Double]]

  init(_ rows: [[Double]]) { self.rows = rows }

  /// Eigenvalues with unit eigenvectors, in no order.
  var eigenpairs: [(value: Double, vector: [Double])] {
    let size = rows.count
    var matrix = rows
    var vectors = rows.indices.map { row in rows.indices.map { $0 == row ? 1.0 : 0 } }
    let scale = matrix.reduce(0) { $0 + $1.reduce(0) { $0 + $1 * $1 } }
    for _ in 0..<60 {
      var rest = 0.0
      for first in 0..<size {
        for second in 0..<first { rest += matrix[first][second] * matrix[first][second] }
      }
      if rest <= scale * 1e-32 { break }
      for first in 0..<size {
        for second in 0..<first where matrix[first][second] != 0 {
          // The rotation that makes this pair's entry zero.
          let slope = (matrix[second][second] - matrix[first][first]) / (2 * matrix[first][second])
          let tangent = (slope < 0 ? -1 : 1) / (abs(slope) + (slope * slope + 1).squareRoot())
          let cosine = 1 / (tangent * tangent + 1).squareRoot()
          let sine = tangent * cosine
          for k in 0..<size {
            let (left, right) = (matrix[k][first], matrix[k][second])
            matrix[k][first] = cosine * left - sine * right
            matrix[k][second] = sine * left + cosine * right
          }
          for k in 0..<size {
            let (left, right) = (matrix[first][k], matrix[second][k])
            matrix[first][k] = cosine * left - sine * right
            matrix[second][k] = sine * left + cosine * right
            let (own, other) = (vectors[first][k], vectors[second][k])
            vectors[first][k] = cosine * own - sine * other
            vectors[second][k] = sine * own + cosine * other
          }
        }
      }
    }
    return (0..<size).map { (matrix[$0][$0], vectors[$0]) }
  }
}
