import CSVStream

/// Collects faults while a file is read; keeps the text of the first ones and counts the rest.
struct FaultList {
  let limit: Int
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var count = 0
  /// The name of the first fault since the last `beginRow()`.
  private(set) var reason: String?

  init(limit: Int) { self.limit = limit }

  var isEmpty: Bool { count == 0 }

  /// Forgets the last row's reason.
  mutating func beginRow() { reason = nil }

  /// Adds a fault of a name; the closure runs only while its text will be kept, since finding columns re-reads the file.
  mutating func add(_ name: String = "other", _ make: () -> Diagnostic) {
    count += 1
    if reason == nil { reason = name }
    if diagnostics.count < limit { diagnostics.append(make()) }
  }

  /// Adds the faults of the CSV text itself: those that the reader kept, and the number of all of them.
  mutating func add(_ kept: [CSVFault], of total: Int) {
    for fault in kept { add { Diagnostic(fault) } }
    count += max(0, total - kept.count)
  }

  /// Faults in the file's order.
  var sorted: [Diagnostic] {
    diagnostics.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }.map(\.element)
  }

  /// Throws everything found, if anything was.
  func throwIfAny() throws {
    if !isEmpty { throw BadInput(sorted, count: count) }
  }
}
