/// Reads a CSV file record by record, in constant memory.
///
///     let reader = try CSVReader(path: "pay.csv")
///     let run = reader.forEachRecord { record in
///       total += record.double(3) ?? 0
///     }
///     run.faults        // every record with a wrong number of fields, or why the reading ended
///
/// A gzip file is unpacked while it is read; lines and columns are those of its text.
/// A reader is a value that can be read any number of times, from any thread; libcsv does the parsing.
/// Blank lines, and lines of blanks only, are no records. Unquoted fields lose blanks on both sides.
public struct CSVReader: Sendable {
  /// How the file is being read, as given or as guessed: `reader.dialect.delimiter` is `.semicolon`.
  public var dialect: CSVDialect { source.dialect }
  /// What was guessed and why, or `nil` if the dialect was given: `reader.sniffing?.summary`.
  public let sniffing: CSVSniffing?
  /// The options it was made with: `reader.options.lenient` is `false`.
  public let options: CSVOptions
  /// The text, for columns and excerpts: `reader.source.excerpt(line: 4)`.
  public let source: CSVSource

  /// A reader of bytes in memory: `CSVReader(bytes: Array("a,b\n1,2\n".utf8), name: "-")`.
  ///
  /// - Parameter name: the file's name in faults.
  public init(bytes: [UInt8], name: String, options: CSVOptions = CSVOptions()) {
    let text = ByteSource.text(bytes)
    // What cannot be unpacked is told when it is read.
    let sample = (try? text.prefix(CSVSniffing.sampleSize)) ?? []
    let isWhole = sample.count < CSVSniffing.sampleSize || sample.count == bytes.count
    self.init(text, sample: sample, isWhole: isWhole, name: name, options: options)
  }

  /// A reader of a file: `try CSVReader(path: "pay.csv")`. A pipe is read into memory at once.
  ///
  /// - Parameter name: the file's name in faults, or `nil` for the path.
  /// - Throws: a fault named `unreadable-file`, or `damaged-gzip`.
  public init(path: String, name: String? = nil, options: CSVOptions = CSVOptions()) throws(CSVFault) {
    do throws(ReadFailure) {
      let bytes = try ByteSource.text(path: path)
      // Where nothing is to be guessed only a byte-order mark is looked for.
      let sample = try bytes.prefix(options.dialect == nil ? CSVSniffing.sampleSize : 4)
      let isWhole = sample.count < CSVSniffing.sampleSize
      self.init(bytes, sample: sample, isWhole: isWhole, name: name ?? path, options: options)
    } catch {
      throw CSVFault(unreadable: name ?? path, failure: error)
    }
  }

  private init(_ bytes: ByteSource, sample: [UInt8], isWhole: Bool, name: String, options: CSVOptions) {
    let sniffing = options.dialect == nil ? CSVSniffing(sample: sample, isWhole: isWhole) : nil
    var dialect = options.dialect ?? sniffing?.dialect ?? CSVDialect()
    let mark = dialect.encoding.byteOrderMark
    dialect.hasByteOrderMark = !mark.isEmpty && sample.starts(with: mark)
    self.sniffing = sniffing
    self.options = options
    source = CSVSource(
      name: name, bytes: bytes, dialect: dialect, textStart: dialect.hasByteOrderMark ? mark.count : 0)
  }

  /// What is wrong with a gzip file as a whole, whatever its text seems to say; nil for any other file.
  ///
  ///     reader.damage?.name        // .damagedGzip
  ///
  /// What was not read yet is unpacked for it, so this is for those who gave up before the end.
  public var damage: CSVFault? { source.bytes.damage.map { CSVFault(unreadable: source.name, failure: $0) } }

  /// Reads the whole file once, handing each record to `body` while it lasts.
  ///
  /// Records with a wrong number of fields are reported, all of them, and not delivered (when lenient: listed
  /// as repairs, and delivered). Text that cannot be parsed ends the reading: see `CSVRun.isComplete`.
  ///
  ///     var pay: [Double] = []
  ///     let run = reader.forEachRecord { record in
  ///       if record.ordinal > 0, let value = record.double(1) { pay.append(value) }
  ///     }
  ///
  /// - Throws: only what `body` throws, which also ends the reading.
  @discardableResult
  public func forEachRecord(_ body: (borrowing CSVRecord) throws -> Void) rethrows -> CSVRun {
    var pass = ReadingPass(source: source, options: options)
    try pass.run(body)
    return pass.result
  }
}
