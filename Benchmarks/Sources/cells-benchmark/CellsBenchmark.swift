import CSVStream
import Glibc

/// `cells-benchmark FILE ROLE LOCATION PAY OUT`: count, p25, p50, p75, p90 of every role x location.
///
/// Reading, interning, the lists of pay and their percentiles are the program's own code; see ../README.md.
@main
struct CellsBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments
    guard arguments.count == 6 else {
      print("usage: cells-benchmark FILE ROLE LOCATION PAY OUT")
      exit(64)
    }
    var cells = PayByCell()
    let run = try CSVReader(path: arguments[1]).forEachRecord { record in
      if record.ordinal == 0 {
        let names = (0..<record.count).map { record.text($0) }
        cells.columns = arguments[2...4].compactMap { names.firstIndex(of: $0) }
        guard cells.columns.count == 3 else {
          print("the columns are \(names.joined(separator: ", "))")
          exit(65)
        }
      } else {
        cells.add(record)
      }
    }
    if let fault = run.faults.first { throw fault }
    guard let out = fopen(arguments[5], "w") else { exit(73) }
    fputs(cells.text, out)
    fclose(out)
  }
}

/// Pay by role and location, in the order of their first appearance.
struct PayByCell {
  /// Role, location, pay.
  var columns = [0, 1, 2]
  private var roles = CSVInterner()
  private var places = CSVInterner()
  /// Lists by role, then by location.
  private var lists: [[SampleList]] = []

  mutating func add(_ record: borrowing CSVRecord) {
    guard let pay = record.double(columns[2]) else { return }
    let role = Int(roles.id(for: record.bytes(columns[0])))
    let place = Int(places.id(for: record.bytes(columns[1])))
    while lists.count <= role { lists.append([]) }
    while lists[role].count <= place { lists[role].append(SampleList()) }
    lists[role][place].append(pay)
  }

  var text: String {
    let writer = CSVWriter()
    var text = ""
    for (role, lists) in lists.enumerated() {
      for (place, list) in lists.enumerated() where list.count > 0 {
        let sample = SortedSample([list])
        let figures = [0.25, 0.5, 0.75, 0.9].map { CSVField.number("\(sample.quantile($0) ?? .nan)") }
        text += writer.line(
          [.text(roles.string(Int32(role))), .text(places.string(Int32(place))), .number("\(list.count)")] + figures)
      }
    }
    return text
  }
}
