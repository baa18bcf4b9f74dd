import CSVStream

/// The faults of a list's rows that were left out, as they come: some are found only when all else is read.
struct RejectedJobs {
  private var faults: [(name: String, place: (line: Int, column: Int), text: String)] = []

  mutating func add(_ name: String, text: String, at place: (line: Int, column: Int)) {
    faults.append((name, place, text))
  }

  /// Faults of the CSV text itself.
  mutating func add(_ found: [CSVFault]) {
    for fault in found { add(fault.name.rawValue, text: fault.excerpt, at: (fault.line, fault.column)) }
  }

  /// All of them in the order of the list; nil for none.
  func file(of path: String, source: CSVSource) -> RejectsFile? {
    if faults.isEmpty { return nil }
    let file = RejectsFile(of: path, source: source)
    let order = faults.indices.sorted {
      (faults[$0].place.line, faults[$0].place.column, $0) < (faults[$1].place.line, faults[$1].place.column, $1)
    }
    for index in order { file.add(faults[index].name, at: faults[index].place, text: faults[index].text) }
    return file
  }
}
