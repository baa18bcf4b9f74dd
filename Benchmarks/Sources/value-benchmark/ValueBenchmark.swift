import Compensation
import Glibc
import Quantities
import Timing

/// `value-benchmark MARKETDATA [ROUNDS | --courses]`: offers valued a second, and a tree of 1,500 steps, one thread each.
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

    if arguments.contains("--courses") { return try courses(1 << 18, parameters, today) }
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

  /// Simulates one offer of base and shares: the count, the CPU seconds, the mean and its error, for a program that
  /// compares them (see `simulation.py`).
  private static func courses(_ count: Int, _ parameters: ParameterTable, _ today: CalendarDate) throws {
    let terms = terms(parameters, today)
    let offer = SampleOffers.baseAndShares
    let valuation = try offer.valued(under: terms)
    var found: SimulatedTotal?
    let seconds = try userSeconds {
      found = try OfferSimulation(
        of: [valuation], among: [offer], under: terms, courses: Courses(runs: count, seed: 1)
      ).valuations[0].simulated
    }
    guard let found else { return }
    let figures = [seconds, valuation.total(\.expected).amount, found.mean.amount, found.standardError.amount]
    print(([String(count)] + figures.map { "\($0)" }).joined(separator: ","))
  }

  private static func terms(_ parameters: ParameterTable, _ today: CalendarDate) -> ValuationTerms {
    ValuationTerms(
      asOf: today, dayZero: today, months: 48, discountRate: 0.045, currency: .usd, parameters: parameters)
  }

  /// The sum of all expected values, so that none is left out by the compiler.
  private static func value(
    _ count: Int, _ model: OptionTerms.Model, _ parameters: ParameterTable, _ today: CalendarDate
  ) throws -> Double {
    // New terms each round: they remember the prices they have been asked for.
    let terms = terms(parameters, today)
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
