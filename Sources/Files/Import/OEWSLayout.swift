import CSVStream
import Market
import Quantities

/// Files of BLS Occupational Employment and Wage Statistics, 2019 to 2025, whatever the case of their headers.
struct OEWSLayout: SurveyLayout {
  private let file: SurveyFile
  private let columns: [Int]
  private let optional: (employment: Int?, prse: Int?, group: Int?, ownership: Int?)
  private let effective: CalendarDate
  private let caps: TopCodes
  private var cells: [SurveyCell] = []
  private var texts = OEWSTexts()
  /// Cells by what tells them apart; see ``OEWSTexts/cellKey``.
  private var places: [UInt64: Int] = [:]
  private var narrower = 0
  private var withheld = 0
  private var capped = 0

  private static let required = [
    "area", "area_type", "naics", "occ_code", "a_mean", "a_pct10", "a_pct25", "a_median", "a_pct75", "a_pct90",
  ]

  static func recognises(_ header: CSVHeader) -> Bool {
    required.dropFirst(3).allSatisfy { header.index(of: $0) != nil } && header.index(of: "area") != nil
  }

  init(header: CSVHeader, file: SurveyFile, parameters: ParameterTable) throws {
    self.file = file
    let missing = Self.required.filter { header.index(of: $0) == nil }
    guard missing.isEmpty else {
      throw BadInput([
        Diagnostic(
          name: "missing-column", message: "an OEWS file without \(missing.joined(separator: ", "))",
          cure: "use the file as BLS publishes it", file: file.path, line: 1, column: 1,
          excerpt: file.source.excerpt(line: 1), caret: 1)
      ])
    }
    columns = Self.required.compactMap { header.index(of: $0) }
    optional = (
      header.index(of: "tot_emp"), header.index(of: "mean_prse"), header.index(of: "o_group"),
      header.index(of: "own_code")
    )
    guard let date = file.options.effective ?? Self.year(in: file.path) else {
      throw BadInput([
        Diagnostic(
          name: "no-date", message: "the file name does not say which May the wages refer to",
          cure: "give the month: --effective 2025-05-01", file: file.path)
      ])
    }
    guard !file.options.isAhead(date) else {
      throw BadInput([
        Diagnostic(
          name: "date-in-the-future", message: "the file name says \(date.monthName), which is still to come",
          cure: "give the month the wages refer to: --effective 2025-05-01", file: file.path)
      ])
    }
    effective = date
    caps = try TopCodes(parameters: parameters, effective: date)
  }

  mutating func take(_ record: borrowing CSVRecord, faults: inout FaultList) {
    var cell = SurveyCell()
    let before = faults.count
    cell.line = record.line
    guard let location = texts.location(area: record.bytes(columns[0]), type: record.bytes(columns[1])) else {
      report(
        "bad-area", "\"\(record.text(columns[0]))\" of type \"\(record.text(columns[1]))\" is no OEWS area", 0,
        record, &faults, cure: "area codes keep their leading zeros: read the file as text")
      return
    }
    cell.location = location
    guard let occupation = texts.occupation(record.bytes(columns[3])) else {
      report(
        "bad-occupation-code", "\"\(record.text(columns[3]))\" is no occupation code", 3, record, &faults,
        cure: "codes look like 11-3021")
      return
    }
    cell.occupation = occupation
    cell.industry = texts.industry(record.bytes(columns[2]))
    if let group = optional.group { cell.isDetailed = record.bytes(group).elementsEqual("detailed".utf8) }
    cell.employment = optional.employment.flatMap { field in
      if case .number(let value) = SurveyFigure(record, field) { return value }
      return nil
    }
    cell.meanRelativeError = optional.prse.flatMap { record.double($0) }
    var marks = OEWSMarks()
    var highest = 0.0
    var isFalling = false
    for index in 0..<6 {
      let column = columns[4 + index]
      switch SurveyFigure(record, column) {
      case .number(let value) where value > 0 && value < 10_000_000:
        cell.figures[index] = value
        marks.append(index > 0 && value > caps.softAbove ?? .infinity ? "s" : ".")
      case .number(let value):
        report(
          "absurd-pay", "\(NumberText.grouped(value)) a year is no wage", 4 + index, record, &faults,
          cure: "annual wages lie between 1 and 10,000,000")
      case .capped:
        cell.figures[index] = caps.least(after: cell.figures[..<index].dropFirst())
        marks.append("#")
        capped += 1
      case .floored: marks.append("~")
      case .withheld:
        marks.append("*")
        withheld += 1
      case .absent: marks.append("*")
      case .unreadable:
        report(
          "pay-not-a-number", "\"\(record.text(column))\" is neither a number nor a marker", 4 + index, record,
          &faults, cure: Self.hint(record.text(column), accepting: { (1_000..<10_000_000).contains($0) }))
      }
      if index > 0, let pay = cell.figures[index] {
        isFalling = isFalling || pay < highest
        highest = pay
      }
    }
    if isFalling {
      report(
        "percentiles-out-of-order", "a higher percentile has a lower wage", 5, record, &faults,
        cure: "P10 to P90 never fall; check the row against the source")
    }
    guard faults.count == before else { return }
    cell.marks = marks.text
    keep(cell)
  }

  /// Industries come whole and by ownership, and a few occupations as a group and as its only member: the broadest
  /// row is the cell, and of two alike the detailed one.
  private mutating func keep(_ cell: SurveyCell) {
    guard let index = places[texts.cellKey] else {
      places[texts.cellKey] = cells.count
      cells.append(cell)
      return
    }
    narrower += 1
    let (held, new) = (cells[index].employment ?? 0, cell.employment ?? 0)
    if new > held || (new == held && cell.isDetailed && !cells[index].isDetailed) { cells[index] = cell }
  }

  func finish(faults: inout FaultList) throws -> [ReadSurvey] {
    guard !cells.isEmpty else { return [] }
    let name = file.options.name ?? "bls-oews-\(effective.monthText)-\(file.stem)"
    let dataset = MarketDataset(
      name: name, title: "BLS OEWS \(effective.monthName)", series: "bls-oews", sourceKind: .oews,
      publisher: "US Bureau of Labor Statistics", release: effective.monthName, effective: effective,
      currency: "USD", licence: "US government work, public domain", reference: "https://www.bls.gov/oes/",
      digest: file.digest, isShipped: false, rows: cells.count)
    var notes = ["BLS OEWS layout, \(effective.monthName): annual wages in USD"]
    if capped > 0 {
      notes.append(
        "\(NumberText.count(capped, "figure")) at the top code (#): read as at least \(NumberText.grouped(caps.annual))"
      )
    }
    if narrower > 0 {
      notes.append(
        "\(NumberText.count(cells.count + narrower, "row")) = \(NumberText.count(cells.count, "cell")) + "
          + "\(NumberText.count(narrower, "row")) of a cell's parts by ownership, or told twice, left out")
    }
    if withheld > 0 { notes.append("\(NumberText.count(withheld, "figure")) withheld (*)") }
    return [
      ReadSurvey(dataset: dataset, cells: cells, notes: notes, skipped: [], profile: SurveyReader.Layout.oews.rawValue)
    ]
  }

  private func report(
    _ name: String, _ message: String, _ column: Int, _ record: borrowing CSVRecord, _ faults: inout FaultList,
    cure: String
  ) {
    let position = record.position
    faults.add(name) { file.fault(name, message, cure: cure, field: columns[column], at: position) }
  }

  /// `18O,000` was probably 180,000.
  static func hint(_ text: String, accepting isFine: (Double) -> Bool = { $0 > 0 }) -> String {
    guard let mended = QuantityText.withLettersRead(text, accepting: isFine) else {
      return "write a plain number, or # (at the cap), * (withheld)"
    }
    // A survey's figures are written in full.
    let full = mended.hasSuffix("k") ? QuantityText.amount(mended).map { NumberText.fixed($0.value, decimals: 0) } : nil
    return "did you mean \(full ?? mended)?"
  }

  /// Place id of an area code: `99` is the nation, two digits a state, five a metro, seven the rest of a state.
  static func location(area: String, type: String) -> String? {
    guard !area.isEmpty, area.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    let number = Int(area) ?? 0
    switch type {
    case "1": return number == 99 || number == 0 ? "US" : nil
    case "2", "3": return StateCodes.postal[number].map { "US-" + $0 }
    case "4", "5": return "US-" + String(repeating: "0", count: max(0, 5 - area.count)) + area
    case "6": return "US-" + String(repeating: "0", count: max(0, 7 - area.count)) + area
    default: return nil
    }
  }

  /// May of the year in a name such as `national_M2024.csv` or `oews-2025-all.csv`.
  static func year(in path: String) -> CalendarDate? {
    let name = Array(path.split(separator: "/").last ?? "")
    guard name.count >= 4 else { return nil }
    for start in 0...(name.count - 4) {
      let isLone =
        (start == 0 || !name[start - 1].isNumber) && (start + 4 == name.count || !name[start + 4].isNumber)
      if isLone, let year = Int(String(name[start..<(start + 4)])), (1997...2100).contains(year) {
        return CalendarDate(year: year, month: 5, day: 1)
      }
    }
    return nil
  }
}

/// Postal codes by the state numbers of FIPS, which OEWS uses as area codes.
enum StateCodes {
  static let postal: [Int: String] = [
    1: "AL", 2: "AK", 4: "AZ", 5: "AR", 6: "CA", 8: "CO", 9: "CT", 10: "DE", 11: "DC", 12: "FL", 13: "GA", 15: "HI",
    16: "ID", 17: "IL", 18: "IN", 19: "IA", 20: "KS", 21: "KY", 22: "LA", 23: "ME", 24: "MD", 25: "MA", 26: "MI",
    27: "MN", 28: "MS", 29: "MO", 30: "MT", 31: "NE", 32: "NV", 33: "NH", 34: "NJ", 35: "NM", 36: "NY", 37: "NC",
    38: "ND", 39: "OH", 40: "OK", 41: "OR", 42: "PA", 44: "RI", 45: "SC", 46: "SD", 47: "TN", 48: "TX", 49: "UT",
    50: "VT", 51: "VA", 53: "WA", 54: "WV", 55: "WI", 56: "WY", 66: "GU", 72: "PR", 78: "VI",
  ]
}
