/// What taxes take of the next dollars of pay, part by part.
public struct MarginalRate: Sendable, Equatable {
  public let federal: Double
  public let social: Double
  /// Of home and work, less credits.
  public let state: Double
  /// The state's payroll items and the localities.
  public let other: Double

  public var total: Double { federal + social + state + other }

  init(from low: UnitedStatesTax, to high: UnitedStatesTax, dollars: Double) {
    federal = (high.federal.total - low.federal.total) / dollars
    social = (high.social.total - low.social.total) / dollars
    state = (high.incomeTaxOfStates - low.incomeTaxOfStates) / dollars
    other = (high.payroll + high.localTaxes - low.payroll - low.localTaxes) / dollars
  }

  /// Whether two are one rate to a reader: no part differs by 0.7 percentage points, nor all together by 0.6.
  func isLike(_ other: MarginalRate) -> Bool {
    abs(total - other.total) < 0.006 && zip(parts, other.parts).allSatisfy { abs($0 - $1) < 0.007 }
  }

  private var parts: [Double] { [federal, social, state, other] }
}

/// A stretch of wages on which taxes take much the same of each further dollar.
public struct MarginalBand: Sendable, Equatable {
  public let from: Double
  public let to: Double
  /// Over the whole stretch, so that steps of credits are averaged.
  public let rate: MarginalRate
}

extension UnitedStatesLaw {
  /// The rate on the next 100 dollars of the first earner's pay.
  public mutating func marginalRate(_ household: Household, sites: WorkSites, year: Int) -> MarginalRate {
    var more = household
    more.wages += 100
    let low = tax(household, sites: sites, year: year)
    let high = tax(more, sites: sites, year: year)
    return MarginalRate(from: low, to: high, dollars: 100)
  }

  /// The rates by the first earner's pay between two amounts, all else equal. Rates are taken over stretches of 1,000
  /// dollars, the width of the steps in which most credits fade; where two rates meet inside a stretch, it is cut there.
  public mutating func marginalBands(
    _ household: Household, pay range: ClosedRange<Double>, sites: WorkSites, year: Int
  ) -> [MarginalBand] {
    let width = 1_000.0
    let first = Int((range.lowerBound / width).rounded(.down))
    let last = max(first + 1, Int((range.upperBound / width).rounded(.up)))
    let taxes = (first...last).map { step -> UnitedStatesTax in
      var other = household
      other.wages = Double(step) * width
      return tax(other, sites: sites, year: year)
    }
    func rate(_ from: Int, _ to: Int) -> MarginalRate {
      MarginalRate(from: taxes[from - first], to: taxes[to - first], dollars: Double(to - from) * width)
    }
    var stretches: [(from: Int, to: Int)] = []
    for step in first..<last {
      if let open = stretches.last, rate(open.from, open.to).isLike(rate(step, step + 1)) {
        stretches[stretches.count - 1].to = step + 1
      } else {
        stretches.append((step, step + 1))
      }
    }
    let bands = stretches.map {
      MarginalBand(from: Double($0.from) * width, to: Double($0.to) * width, rate: rate($0.from, $0.to))
    }
    return MarginalBand.cut(bands, width: width)
  }
}

extension MarginalBand {
  /// A stretch of one width in which the rates of both neighbours meet is shared out between them.
  static func cut(_ bands: [MarginalBand], width: Double) -> [MarginalBand] {
    var cut: [MarginalBand] = []
    var index = 0
    while index < bands.count {
      let band = bands[index]
      guard let before = cut.last, index + 1 < bands.count, band.to - band.from <= width else {
        cut.append(band)
        index += 1
        continue
      }
      let after = bands[index + 1]
      let gap = after.rate.total - before.rate.total
      let share = gap == 0 ? -1 : (after.rate.total - band.rate.total) / gap
      guard (0...1).contains(share) else {
        cut.append(band)
        index += 1
        continue
      }
      let edge = band.from + (share * width).rounded()
      cut[cut.count - 1] = MarginalBand(from: before.from, to: edge, rate: before.rate)
      cut.append(MarginalBand(from: edge, to: after.to, rate: after.rate))
      index += 2
    }
    return cut
  }
}
