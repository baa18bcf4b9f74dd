import CSVStream
import Glibc
import Quantities
import Taxation
import Timing

/// `tax-benchmark MARKETDATA [ROUNDS]`: household-years taxed a second, one thread, all states in turn.
@main
struct TaxBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: tax-benchmark MARKETDATA [ROUNDS]")
      exit(64)
    }
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
    let states = Self.states
    var facts = try Self.facts("\(arguments[1])/taxes/US.csv")
    for state in states { facts += try Self.facts("\(arguments[1])/taxes/US-\(state).csv") }
    var law = UnitedStatesLaw(TaxLaw(facts))
    let count = 200_000
    var sum = 0.0
    var speeds: [Double] = []
    for _ in 0..<rounds {
      sum = 0
      let seconds = try userSeconds {
        for number in 0..<count {
          let filing = FilingStatus.allCases[number % 3]
          var household = Household(filing: filing, wages: 40_000 + Double(number % 9_973) * 100)
          household.children = number % 4
          if filing == .joint, number % 2 == 0 { household.spouseWages = 90_000 }
          if number % 5 == 0 { household.longTermGain = 25_000 }
          sum += law.tax(household, state: states[number % states.count], year: 2025 + number % 2).net()
        }
      }
      speeds.append(Double(count) / seconds)
    }
    print("what, median, best, check")
    print("household-years a second, \(Int(median(speeds).rounded())), \(Int((speeds.max() ?? 0).rounded())), \(sum)")
  }

  private static let states = """
    AL AK AZ AR CA CO CT DE DC FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC \
    SD TN TX UT VT VA WA WV WI WY
    """.split(separator: " ").map(String.init)

  private static func facts(_ path: String) throws -> [TaxFact] {
    var facts: [TaxFact] = []
    _ = try CSVReader(path: path).forEachRecord { record in
      guard record.ordinal > 0, let day = CalendarDate(record.text(3)), let floor = Double(record.text(4)) else {
        return
      }
      facts.append(
        TaxFact(
          place: record.text(0), name: record.text(1), filing: FilingStatus(rawValue: record.text(2)),
          effectiveFrom: day, floor: floor, rate: Double(record.text(5)), amount: Double(record.text(6)),
          step: Double(record.text(7)), status: TaxFact.Status(rawValue: record.text(8)) ?? .recalled, reference: "",
          note: ""))
    }
    return facts
  }
}
