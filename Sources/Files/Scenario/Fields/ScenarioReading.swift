import Market
import Quantities
import Taxation

/// The lists of names a scenario is read against.
struct ScenarioNames: Sendable {
  let roles: RoleDirectory
  let places: PlaceDirectory
  /// To tell the state of a suburb.
  let localities: TaxLocalities
  let industries: IndustryDirectory
  let currencies: CurrencyDirectory
  let parameterKeys: [String]
  let hazardKinds: [String]
  let hours: UsualHours
  let keyHints: KeyHints
}

/// One reading of one file: collects its faults and notes.
final class ScenarioReading {
  private struct Found {
    let text: FaultText
    let offset: Int
  }

  let source: SourceText
  /// The sheet that the offers are in, when they are not in `source`; its offsets follow those of `source`.
  let sheet: SourceText?
  let names: ScenarioNames
  /// `assumptions.as_of`, once read.
  var asOf: CalendarDate?
  /// The currency of amounts without a mark.
  var currency: Currency
  /// Hours of the defaults, or of the assumptions once read.
  var hours: UsualHours
  /// The user's own notes.
  var userNotes: [String] = []
  /// What a reader should know that is no fault.
  private(set) var notes: [String] = []
  private var noted: Set<String> = []
  private var found: [Found] = []
  private var uncollected = 0
  // A name is looked up once, however often it stands in the file.
  private var jobs: [String: Result<Resolution<PricedJob>, any Error>] = [:]
  private var places: [String: Result<Resolution<Location>, any Error>] = [:]
  /// Reading stops after so many faults: naming more of them helps nobody, and near names take time to find.
  static let ceiling = 500

  init(source: SourceText, sheet: SourceText? = nil, names: ScenarioNames) {
    self.source = source
    self.sheet = sheet
    self.names = names
    hours = names.hours
    currency = names.currencies.find("USD") ?? .usd
  }

  func fault(_ text: FaultText, at node: YAMLNode) { fault(text, atScalar: node.offset) }

  func fault(_ text: FaultText, atScalar offset: Int) {
    if isFull { uncollected += 1 } else { found.append(Found(text: text, offset: offset)) }
  }

  /// Whether nothing more need be read.
  var isFull: Bool { found.count >= ScenarioReading.ceiling }

  func note(_ text: String) {
    if noted.insert(text).inserted { notes.append(text) }
  }

  func job(_ text: String) throws -> Resolution<PricedJob> {
    if let known = jobs[text] { return try known.get() }
    let found = Result { try names.roles.find(text) }
    jobs[text] = found
    return try found.get()
  }

  func place(_ text: String) throws -> Resolution<Location> {
    if let known = places[text] { return try known.get() }
    let found = Result { try names.places.findOrWiden(text) }
    places[text] = found
    return try found.get()
  }

  /// The line of a node, for messages that name two places.
  func line(of node: YAMLNode) -> Int {
    let (text, offset) = text(of: node.offset)
    return text.line(ofScalar: offset)
  }

  /// What is added to the offsets of the sheet.
  var sheetBase: Int { source.scalarCount + 1 }

  /// The file that an offset is in, and the offset there.
  private func text(of offset: Int) -> (SourceText, Int) {
    if let sheet, offset >= sheetBase { return (sheet, offset - sheetBase) }
    return (source, offset)
  }

  /// Throws all faults in the file's order, the text of the first `limit` of them.
  func throwIfFaulty(limit: Int) throws {
    guard !found.isEmpty else { return }
    let inOrder = found.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    var distinct: [Found] = []
    for (_, fault) in inOrder {
      // An anchored block is read once for each alias; its faults are the same.
      var index = distinct.count - 1
      while index >= 0, distinct[index].offset == fault.offset, distinct[index].text != fault.text {
        index -= 1
      }
      if index < 0 || distinct[index].offset != fault.offset { distinct.append(fault) }
    }
    throw BadInput(
      distinct.prefix(limit).map { found in
        let (text, offset) = text(of: found.offset)
        return ScenarioReading.diagnostic(found.text, at: text.place(ofScalar: offset), text)
      },
      count: distinct.count + uncollected)
  }

  static func diagnostic(_ text: FaultText, at place: SourceText.Place?, _ source: SourceText) -> Diagnostic {
    Diagnostic(
      name: text.fault.rawValue, message: text.message, cure: text.cure, file: source.file,
      line: place?.line ?? 0,
      column: place?.column ?? 0, excerpt: place?.excerpt ?? "", caret: place?.caret ?? 0)
  }
}
