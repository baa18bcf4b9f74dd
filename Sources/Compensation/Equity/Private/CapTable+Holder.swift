extension CapTable {
  /// The table with one holder's part as a class of its own, the last, so that the whole stays `fullyDiluted`.
  ///
  ///     let own = table.holding(210_000, strike: 1.85, fullyDiluted: 26_000_000)
  ///     own.totalShares    // 26,000,000
  ///
  /// What the table does not list is common: employees' shares and the pool. Where the list is already whole the part
  /// is taken out of its common shares and options, in proportion. A strike of nil makes it shares.
  func holding(_ units: Double, strike: Double?, fullyDiluted: Double) -> CapTable {
    let own = ShareClass(Self.ownName, strike.map { .option(strike: $0) } ?? .common, shares: units)
    let rest = fullyDiluted - totalShares
    if rest >= units {
      let others = rest > units ? [ShareClass("not listed", .common, shares: rest - units)] : []
      return CapTable(classes + others + [own])
    }
    let juniors = classes.filter { $0.preference == 0 }.reduce(0) { $0 + $1.shares }
    let kept = juniors > 0 ? max(0, 1 - (units - max(0, rest)) / juniors) : 1
    let thinned = classes.map { one in
      one.preference > 0 ? one : ShareClass(one.name, one.right, shares: one.shares * kept, rank: one.rank)
    }
    return CapTable(thinned + [own])
  }

  static let ownName = "this grant"
}

extension ShareClass {
  /// All that its payouts go by, in numbers.
  var inputs: [Double] {
    switch right {
    case .common: [shares, Double(rank), 0]
    case .option(let strike): [shares, Double(rank), 1, strike]
    case .nonparticipating(let preference): [shares, Double(rank), 2, preference]
    case .participating(let preference, let cap): [shares, Double(rank), 3, preference, cap ?? -1]
    }
  }
}
