import CSVBaseline
import CSVStream
import Glibc
import Timing

/// `csv-benchmark FILE [RUNS]`: libcsv alone against the typed reading, alternating in one process.
@main
struct Benchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1 else {
      print("usage: csv-benchmark FILE [RUNS] [--only baseline|typed]")
      exit(64)
    }
    let path = arguments[1]
    let runs = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
    let only = arguments.count > 4 && arguments[3] == "--only" ? arguments[4] : nil
    var status = stat()
    guard stat(path, &status) == 0 else {
      print("cannot read \(path)")
      exit(66)
    }
    let megabytes = Double(status.st_size) / 1e6

    var baseline: [Double] = []
    var plain: [Double] = []
    var streamed: [Double] = []
    var kept: [Double] = []
    var checks: Set<String> = []
    func readTyped(keepingAll: Bool) throws {
      let table = try TypedTable(path: path, keepingAll: keepingAll)
      checks.insert("\(table.recordCount) records, \(table.distinctCount) distinct texts, sum \(table.sum)")
    }
    for _ in 0..<runs {
      if only != "typed" {
        baseline.append(userSeconds { if csv_baseline(path) != 0 { exit(65) } })
      }
      if only != "baseline" {
        streamed.append(try userSeconds { try readTyped(keepingAll: false) })
      }
      if only == nil {
        plain.append(try userSeconds { _ = try CSVReader(path: path).forEachRecord { _ in } })
        kept.append(try userSeconds { try readTyped(keepingAll: true) })
      }
    }
    if only != nil { return }
    print("what, median MB/s, best MB/s, median ratio")
    report("libcsv with callbacks that do nothing", baseline, megabytes, of: baseline)
    report("CSVStream records only", plain, megabytes, of: baseline)
    report("CSVStream all columns typed", streamed, megabytes, of: baseline)
    report("CSVStream all columns typed and kept", kept, megabytes, of: baseline)
    print(checks.sorted().joined(separator: "; "))
  }

  private static func report(_ name: String, _ seconds: [Double], _ megabytes: Double, of base: [Double]) {
    let speed = Int((megabytes / median(seconds)).rounded())
    // Each round's ratio, then the median: a slow spell of the machine strikes both halves of a round.
    let ratio = (median(zip(base, seconds).map { $0 / $1 }) * 1000).rounded() / 1000
    let fastest = Int((megabytes / (seconds.min() ?? 1)).rounded())
    print("\(name), \(speed), \(fastest), \(ratio)")
  }
}
