import Synchronization

/// Prices computed before, by all that went into them.
///
///     memo.values(for: .init("employee option", [50, 50, 10, ...])) { option.pricesIfVested(at: times) }
///
/// A search for a base or a breaking point values the same offer hundreds of times, and most of its grants do not
/// change in between. A price depends on its inputs alone, so that remembering it changes no figure.
final class PriceMemo: Sendable {
  /// The model and its inputs.
  struct Key: Hashable, Sendable {
    let model: String
    let inputs: [Double]

    init(_ model: String, _ inputs: [Double]) {
      self.model = model
      self.inputs = inputs
    }
  }

  private let known = Mutex<[Key: [Double]]>([:])

  func values(for key: Key, compute: () -> [Double]) -> [Double] {
    if let values = known.withLock({ $0[key] }) { return values }
    let values = compute()
    // A search over prices would fill memory with figures that nobody asks for again.
    known.withLock { known in
      if known.count >= 4_096 { known.removeAll() }
      known[key] = values
    }
    return values
  }
}
