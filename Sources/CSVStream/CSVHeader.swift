/// The names of a file's columns, from its first record.
///
///     let header = CSVHeader(record, in: reader.source)
///     header.index(of: "A_MEDIAN")        // 27
///     header.faults                       // [] unless a name occurs twice
public struct CSVHeader: Sendable {
  /// The names as written, without blanks around them: `["AREA", "AREA_TITLE"]`.
  public let names: [String]
  /// A `duplicate-column` fault for each name that occurred before; `[]` if all differ. Columns without a
  /// name may repeat.
  public let faults: [CSVFault]

  private let indexes: [String: Int]
  private let isIgnoringCase: Bool

  /// The header that a record is: `CSVHeader(record, in: reader.source)`.
  ///
  /// - Parameters:
  ///   - ignoringCase: whether `Area` and `AREA` are one name, in every locale alike.
  ///   - rename: what the columns are called in place of what is written; as many names.
  public init(
    _ record: borrowing CSVRecord, in source: CSVSource, ignoringCase: Bool = true,
    rename: ([String]) -> [String] = { $0 }
  ) {
    let names = rename((0..<record.count).map { CSVHeader.trimmed(record.text($0)) })
    var indexes: [String: Int] = [:]
    var faults: [CSVFault] = []
    for (field, name) in names.enumerated() where !name.isEmpty {
      let key = ignoringCase ? name.lowercased() : name
      if let first = indexes[key] {
        let place = source.location(ofField: field, at: record.position)
        faults.append(.duplicateColumn(source, place, title: name, first: first))
      } else {
        indexes[key] = field
      }
    }
    self.names = names
    self.indexes = indexes
    self.faults = faults
    isIgnoringCase = ignoringCase
  }

  /// The first column of that name, from 0, or `nil` if there is none: `header.index(of: "area")` is 0.
  public func index(of name: String) -> Int? {
    let name = CSVHeader.trimmed(name)
    return indexes[isIgnoringCase ? name.lowercased() : name]
  }

  /// Without white space around it, no-break spaces and stray byte-order marks included.
  private static func trimmed(_ name: String) -> String {
    let isBlank = { (scalar: UnicodeScalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    var scalars = Substring(name).unicodeScalars
    while let first = scalars.first, isBlank(first) { scalars.removeFirst() }
    while let last = scalars.last, isBlank(last) { scalars.removeLast() }
    return String(scalars)
  }
}
