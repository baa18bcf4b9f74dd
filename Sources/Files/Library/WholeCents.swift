/// Figures that are whole cents but for the dust of arithmetic: 60.9 an hour x 2,080.
enum WholeCents {
  /// The cents it is within a millionth of; any other figure as it is.
  ///
  ///     WholeCents.of(126_674.23999999999)    // 126674.24
  ///     WholeCents.of(200_000.333333333)      // as it is
  static func of(_ value: Double) -> Double {
    let cents = (value * 100).rounded() / 100
    return abs(cents - value) <= 1e-6 ? cents : value
  }
}
