import CSVStream
import Glibc

/// The rows that were left out, as a CSV that names why and where.
///
/// Lines are gathered while the file is read: the first megabytes in memory, what is more in a file without a name,
/// so that a survey of ten million bad rows costs no more memory than one of ten.
public final class RejectsFile {
  private static let heldBytes = 4 << 20

  private let path: String
  private let source: CSVSource
  private let writer = CSVWriter()
  private var held: [UInt8] = []
  /// Holds what was too much for the memory; -1 until then.
  private var overflow: Int32 = -1
  private var trouble: FileTrouble?
  /// Whether no row was left out.
  public private(set) var isEmpty = true

  /// The rejects of a file at a path.
  init(of file: String, source: CSVSource) {
    path = Self.path(of: file)
    self.source = source
    held = Array(writer.line(["reason", "line", "column", "text"].map { .text($0) }).utf8)
  }

  deinit {
    if overflow >= 0 { close(overflow) }
  }

  /// Where the rejects of a file go: `pay.csv.rejects.csv`.
  public static func path(of file: String) -> String { file + ".rejects.csv" }

  func add(_ reason: LeftOut, position: CSVPosition, field: Int, text: String) {
    add(reason.rawValue, position: position, field: field, text: text)
  }

  /// One row by the name of its fault, and the text of the field that is to blame.
  func add(_ reason: String, position: CSVPosition, field: Int, text: String) {
    add(reason, at: source.place(ofField: field, at: position), text: text)
  }

  /// The same where the place is known.
  func add(_ reason: String, at place: (line: Int, column: Int), text: String) {
    let line = writer.line([
      .text(reason), .number(String(place.line)), .number(String(place.column)), .text(text),
    ])
    held.append(contentsOf: line.utf8)
    isEmpty = false
    if held.count >= Self.heldBytes { spill() }
  }

  /// Writes them all, whole or not at all. Throws ``FileTrouble``.
  public func write(to path: String) throws {
    if let trouble { throw trouble }
    try AtomicFile.write(to: path) { append in
      if overflow >= 0 {
        var block = [UInt8](repeating: 0, count: 1 << 20)
        var offset: off_t = 0
        while true {
          let count = block.withUnsafeMutableBytes { pread(overflow, $0.baseAddress, $0.count, offset) }
          guard count > 0 else { break }
          try append(block[..<count])
          offset += off_t(count)
        }
      }
      try append(held[...])
    }
  }

  /// All of it as text, for those who know that it is short.
  var text: String {
    guard overflow < 0 else { return "" }
    return String(decoding: held, as: UTF8.self)
  }

  /// Moves what is held to the file without a name. What goes wrong is told when the rejects are asked for.
  private func spill() {
    if overflow < 0 {
      // Beside the file that they go to, where there must be room for them.
      var name = Array("\(path).tmp-XXXXXX".utf8CString)
      overflow = mkstemp(&name)
      if overflow >= 0 { unlink(name) }
    }
    var offset = 0
    while offset < held.count, overflow >= 0 {
      let count = held[offset...].withUnsafeBytes { Glibc.write(overflow, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR { break }
      offset += max(0, count)
    }
    if offset < held.count {
      trouble = FileTrouble(
        .unwritable, path: path, message: "there is no room for the rows left out", cure: "make room and try again")
    }
    held.removeAll(keepingCapacity: true)
  }
}
