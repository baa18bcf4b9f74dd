/// Sums over draws, around expected values so that no digits are lost.
struct Moments: Sendable {
  private(set) var count = 0.0
  private(set) var apart = 0.0
  private(set) var squares = 0.0
  /// By slot: its own differences, and those times the total's.
  private(set) var own: [Double]
  private(set) var products: [Double]

  init(slots: Int) {
    own = [Double](repeating: 0, count: slots)
    products = own
  }

  mutating func add(_ stretch: Stretch, of paths: OfferPaths) {
    let apart = stretch.work
    let totals = stretch.totals
    for draw in apart.indices {
      apart[draw] = totals[draw] - paths.expected
      self.apart += apart[draw]
      squares += apart[draw] * apart[draw]
    }
    count += Double(apart.count)
    for (slot, expected) in paths.slots.map(\.expected).enumerated() {
      let values = stretch.values[slot]
      var (sum, product) = (0.0, 0.0)
      for draw in apart.indices {
        let difference = values[draw] - expected
        sum += difference
        product += difference * apart[draw]
      }
      own[slot] += sum
      products[slot] += product
    }
  }

  mutating func add(_ other: Moments) {
    count += other.count
    apart += other.apart
    squares += other.squares
    for slot in own.indices {
      own[slot] += other.own[slot]
      products[slot] += other.products[slot]
    }
  }

  /// Cov(X_i, X) / Var(X); 0 where nothing varies.
  func share(of slot: Int) -> Double {
    let variance = squares - apart * apart / count
    return variance > 0 ? (products[slot] - own[slot] * apart / count) / variance : 0
  }

  var deviation: Double { max(0, (squares - apart * apart / count) / count).squareRoot() }
}
