import Compensation
import Glibc
import Quantities
import Timing

/// `value-benchmark MARKETDATA [ROUNDS]`: offers valued a second, and a tree of 1,500 steps, one thread each.
@main
struct ValueBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: value-benchmark MARKETDATA [ROUNDS]")
      exit(64)
    }
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
    let parameters = try Defaults.table(arguments[1])
    guard let today = CalendarDate("2026-11-21") else { exit(70) }

    print("what, median, best, check")
    try report("offers a second, Black-Scholes options", rounds, of: 10_000) { count in
      try value(count, .blackScholes, parameters, today)
    }
    try report("offers a second, options on a tree", rounds, of: 200) { count in
      try value(count, .lattice, parameters, today)
    }
    let option = EmployeeOption(
      spot: 50, strike: 50, years: 10, vestingYears: 3, rate: 0.05, dividendYield: 0.025, volatility: 0.35,
      exitRate: 0.1, exerciseMultiple: 3)
    try report("trees of at least 1,500 steps a second", rounds, of: 20) { count in
      (0..<count).reduce(0) { sum, _ in sum + (option.alignedLatticePrice(steps: 1_500) ?? .nan) } / Double(count)
    }
  }

  /// The sum of all expected values, so that none is left out by the compiler.
  private static func value(
    _ count: Int, _ model: OptionTerms.Model, _ parameters: ParameterTable, _ today: CalendarDate
  ) throws -> Double {
    // New terms each round: they remember the prices they have been asked for.
    let terms = ValuationTerms(
      asOf: today, dayZero: today, months: 48, discountRate: 0.045, currency: .usd, parameters: parameters)
    return try (0..<count).reduce(0) { sum, number in
      sum + (try SampleOffers.offer(number, options: model).valued(under: terms).total(\.expected).amount)
    }
  }

  private static func report(_ name: String, _ rounds: Int, of count: Int, _ work: (Int) throws -> Double) throws {
    var check = 0.0
    var speeds: [Double] = []
    for _ in 0..<rounds { speeds.append(Double(count) / (try userSeconds { check = try work(count) })) }
    func rounded(_ speed: Double) -> Int { Int(speed.rounded()) }
    print("\(name), \(rounded(median(speeds))), \(rounded(speeds.max() ?? .nan)), \(check)")
  }
}
