import CSVStream
import Market
import Quantities

/// Reads a survey file in a layout it knows from the header: the canonical CSV, or BLS OEWS.
///
///     let reader = SurveyReader(roles: roles, places: places, parameters: parameters)
///     let survey = try reader.read(path: "pay.csv", options: .init(name: "acme-2026"))
public struct SurveyReader: Sendable {
  public struct Options: Sendable {
    /// Name of the data set; nil for the file's own, or its file name.
    public var name: String?
    /// Month the pay refers to, when the file does not say.
    public var effective: CalendarDate?
    public var isLenient: Bool
    /// Leave unreadable rows out, listed, instead of refusing the file.
    public var skipsBadRows: Bool
    public var faultLimit: Int
    /// The day of the import: pay that refers to a time after the month that follows it is a mistake.
    public var asOf: CalendarDate?

    public init(
      name: String? = nil, effective: CalendarDate? = nil, isLenient: Bool = false, skipsBadRows: Bool = false,
      faultLimit: Int = 50, asOf: CalendarDate? = nil
    ) {
      self.name = name
      self.effective = effective
      self.isLenient = isLenient
      self.skipsBadRows = skipsBadRows
      self.faultLimit = faultLimit
      self.asOf = asOf
    }

    /// Whether a date is too far ahead for anyone to know the pay of it.
    public func isAhead(_ date: CalendarDate) -> Bool { asOf.map { date > $0.addingMonths(1) } ?? false }
  }

  /// Layouts that are read without a profile, as the library names them.
  enum Layout: String, CaseIterable {
    case canonical
    case oews = "bls-oews"
  }

  let roles: RoleDirectory
  let places: PlaceDirectory
  let industries: IndustryDirectory
  let currencies: CurrencyDirectory
  let parameters: ParameterTable
  let titleWords: TitleWords

  public init(
    roles: RoleDirectory, places: PlaceDirectory, industries: IndustryDirectory, currencies: CurrencyDirectory,
    parameters: ParameterTable, titleWords: TitleWords
  ) {
    self.roles = roles
    self.titleWords = titleWords
    self.places = places
    self.industries = industries
    self.currencies = currencies
    self.parameters = parameters
  }

  /// The data sets of a file. Throws ``BadInput`` with every fault, ``FileTrouble`` when it cannot be read.
  public func read(path: String, options: Options) throws -> [ReadSurvey] {
    let (reader, digest) = try open(path, options: options)
    return try reader.tellingDamage { try read(reader, digest: digest, path: path, options: options) }
  }

  private func read(
    _ reader: CSVReader, digest: String, path: String, options: Options
  ) throws -> [ReadSurvey] {
    var layout: (any SurveyLayout)?
    var faults = FaultList(limit: options.faultLimit)
    var headerFaults = 0
    var skippedRows = 0
    var leftOut: [String: Int] = [:]
    var rows = 0
    let run = try reader.forEachRecord { record in
      guard record.ordinal > 0 else {
        let header = CSVHeader(record, in: reader.source)
        for fault in header.faults { faults.add { Diagnostic(fault) } }
        headerFaults = header.faults.count
        layout = try self.layout(
          header: header, path: path, digest: digest, source: reader.source, options: options)
        return
      }
      rows += 1
      let before = faults.count
      faults.beginRow()
      if record.isBlank {
        let position = record.position
        faults.add("empty-row") { SurveyReader.emptyRow(at: position, in: reader.source, path: path) }
      } else {
        layout?.take(record, faults: &faults)
      }
      if faults.count > before {
        skippedRows += 1
        leftOut[faults.reason ?? "other", default: 0] += 1
      }
    }
    if options.skipsBadRows {
      for fault in run.faults where fault.endsReading { faults.add { Diagnostic(fault) } }
    } else {
      faults.add(run.faults, of: run.faultCount)
    }
    let before = faults.count
    faults.beginRow()
    var surveys = try layout?.finish(faults: &faults) ?? []
    skippedRows += faults.count - before + run.faultCount
    if let reason = faults.reason { leftOut[reason, default: 0] += faults.count - before }
    if run.faultCount > 0 { leftOut["wrong-field-count", default: 0] += run.faultCount }
    let isRefused = !options.skipsBadRows || surveys.isEmpty || !run.isComplete || headerFaults > 0
    if isRefused { try faults.throwIfAny() }
    // Nothing found and nothing wrong: said aloud, since silence would look like success.
    if surveys.isEmpty { throw BadInput([SurveyReader.noRows(rows, path: path)]) }
    let guessed = reader.sniffing.map { "read as: \($0.summary)" }
    let repairs = run.repairs.map { "line \($0.line): repaired: \($0.what)" }
    let short = options.skipsBadRows ? run.faults.map { Diagnostic($0) } : []
    for index in surveys.indices {
      surveys[index].notes = [guessed].compactMap { $0 } + repairs + surveys[index].notes
      surveys[index].skipped = (faults.sorted + short).sorted { $0.line < $1.line }.map(\.asWarning)
      surveys[index].skippedRows = skippedRows
      surveys[index].leftOut = leftOut
      surveys[index].source = path == "-" ? path : Folder.absolute(path)
      surveys[index].isNamedByUser = options.name != nil
    }
    return surveys
  }

  func open(
    _ path: String, options: Options, fieldCount: CSVOptions.FieldCount = .sameAsFirst
  ) throws -> (reader: CSVReader, digest: String) {
    let csv = CSVOptions(lenient: options.isLenient, fieldCount: fieldCount, faultLimit: options.faultLimit)
    guard path == "-" || Folder.exists(path) else {
      throw FileTrouble(.missing, path: path, message: "there is no such file", cure: Self.nearFile(path))
    }
    // Standard input and pipes can be read only once, so they are held.
    if path == "-" || !(Folder.isPlainFile(path) || Folder.isFolder(path)) {
      let bytes = try Folder.bytes(of: path)
      try CompressedFile.refuse(bytes, file: path, unpacking: ["gzip"])
      return (CSVReader(bytes: bytes, name: path, options: csv), Digest.sha256(of: bytes))
    }
    if Folder.isPlainFile(path) {
      try CompressedFile.refuse(try Folder.bytes(of: path, limit: 0), file: path, unpacking: ["gzip"])
    }
    do {
      return (try CSVReader(path: path, options: csv), try Digest.sha256(ofFile: path))
    } catch let fault as CSVFault {
      if fault.name == .damagedGzip { throw BadInput([Diagnostic(fault)]) }
      throw FileTrouble(.missing, path: path, message: fault.message, cure: fault.cure)
    }
  }

  /// A file of a like name in the same folder: `wide.csv` for `wide.cvs`.
  private static func nearFile(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    let folder = String(path.dropLast(name.count))
    let files = Folder.names(in: folder.isEmpty ? "." : folder).filter {
      !$0.hasSuffix(".profile.yaml") && !$0.hasSuffix(".rejects.csv") && Folder.isPlainFile(folder + $0)
    }
    let near = NearestName.suggestions(for: name, among: files, limit: 1).first
    return near.map { "did you mean \(folder)\($0)?" } ?? "check the name; - is standard input"
  }

  private func layout(
    header: CSVHeader, path: String, digest: String, source: CSVSource, options: Options
  ) throws -> any SurveyLayout {
    let file = SurveyFile(path: path, digest: digest, source: source, options: options)
    if OEWSLayout.recognises(header) {
      return try OEWSLayout(header: header, file: file, parameters: parameters)
    }
    if CanonicalLayout.recognises(header) {
      return CanonicalLayout(
        header: header, file: file,
        names: NameCache(roles: roles, places: places, industries: industries, titleWords: titleWords),
        places: places, currencies: currencies)
    }
    throw BadInput([
      UnknownLayout.diagnostic(columns: header.names, path: path, excerpt: source.excerpt(line: 1))
    ])
  }
}

extension SurveyReader {
  fileprivate static func emptyRow(at position: CSVPosition, in source: CSVSource, path: String) -> Diagnostic {
    let place = source.location(ofField: 0, at: position)
    return Diagnostic(
      name: "empty-row", message: "the row has delimiters and nothing between them",
      cure: "delete the row, or import the rest with --skip-bad", file: path, line: place.line, column: place.column,
      excerpt: place.excerpt, caret: place.caret)
  }

  fileprivate static func noRows(_ rows: Int, path: String) -> Diagnostic {
    Diagnostic(
      name: "no-rows",
      message: rows == 0 ? "the file has a header and no rows" : "none of \(NumberText.count(rows, "row")) holds pay",
      cure: "export it again with its rows, or check that it is the right file", file: path)
  }
}

extension CSVRecord {
  /// Whether there is nothing but blanks in any field, as spreadsheets leave rows below the last one.
  var isBlank: Bool {
    for field in 0..<count where !bytes(field).allSatisfy({ $0 == UInt8(ascii: " ") }) { return false }
    return true
  }
}

/// The file a layout reads from.
struct SurveyFile {
  let path: String
  let digest: String
  let source: CSVSource
  let options: SurveyReader.Options

  /// A fault of one field of a record.
  func fault(
    _ name: String, _ message: String, cure: String, field: Int, at position: CSVPosition
  ) -> Diagnostic {
    let place = source.location(ofField: field, at: position)
    return Diagnostic(
      name: name, message: message, cure: cure, file: path, line: place.line, column: place.column,
      excerpt: place.excerpt, caret: place.caret)
  }

  /// A name for the data set from the file's: `Pay Survey 2026.csv` gives `pay-survey-2026`.
  var stem: String {
    var name = path.split(separator: "/").last.map(String.init) ?? path
    if name.hasSuffix(".gz") { name.removeLast(3) }
    let base = name.lastIndex(of: ".").map { String(name[..<$0]) } ?? name
    let stem = base.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "-")
    return stem.isEmpty ? "survey" : stem
  }
}

/// A way survey files are laid out: takes record after record, then gives data sets.
protocol SurveyLayout {
  mutating func take(_ record: borrowing CSVRecord, faults: inout FaultList)
  func finish(faults: inout FaultList) throws -> [ReadSurvey]
}
