import CSVStream
import Market
import Quantities

/// Reads the rows of a list of jobs; each name is looked up once.
struct JobRowReader {
  var sheet: JobSheet
  var names: NameCache
  let industries: IndustryDirectory
  let datasets: [String]
  let options: JobSheetReader.Options
  private var notes: [String: Int] = [:]
  /// How names of the row at hand were read.
  private var readings: [String] = []
  /// The lines of each id, to tell those that several rows have.
  private var lines: [String: [Int]] = [:]
  private var known: [String: Result<SourceMatches, SourceMatches.Fault>] = [:]

  init(
    sheet: JobSheet, names: NameCache, industries: IndustryDirectory, datasets: [String],
    options: JobSheetReader.Options
  ) {
    self.sheet = sheet
    self.names = names
    self.industries = industries
    self.datasets = datasets
    self.options = options
  }

  /// The sheet, with each way a name was read said once.
  func finished() -> JobSheet {
    var sheet = sheet
    let twice = lines.filter { $0.value.count > 1 }.sorted { $0.value[0] < $1.value[0] }
    sheet.notes += twice.prefix(8).map { id, lines in
      "id \"\(id)\" is on \(NumberText.count(lines.count, "line")): \(lines.prefix(8).map(String.init).joined(separator: ", "))"
    }
    if twice.count > 8 { sheet.notes.append("\(NumberText.grouped(twice.count - 8)) more ids are on several lines") }
    sheet.notes += notes.sorted { ($0.value, $0.key) < ($1.value, $1.key) }.map(\.key)
    return sheet
  }

  mutating func take(_ record: borrowing CSVRecord) {
    let position = record.position
    if (0..<record.count).allSatisfy({ record.bytes($0).allSatisfy { $0 == UInt8(ascii: " ") } }) {
      sheet.leftOutCount += 1
      sheet.add(
        "empty-row", "the row has delimiters and nothing between them", 0, position, text: "",
        cure: "delete the row, or price the rest with --skip-bad")
      return
    }
    let before = sheet.faults.count
    readings = []
    let job = job(record)
    let place = place(record)
    let industry = industry(record)
    let (level, grade) = level(record)
    let spread = spread(record)
    let target = target(record)
    let pay = pay(record)
    let currency = text(record, .currency).isEmpty ? nil : text(record, .currency)
    let matches = matches(record)
    let premiums = premiums(record, matches)
    let levels = levels(record, matches)
    guard sheet.faults.count == before, let job, let place else {
      sheet.leftOutCount += 1
      return
    }
    var question = MarketQuestion(
      job: job, location: place, industry: industry, level: level, asOf: options.asOf, agingRate: options.agingRate,
      sources: options.sources)
    question.size = text(record, .size)
    question.blending.rule = options.rule
    if let matches {
      question.sources = matches.names
      question.blending.weights = matches.weights
    }
    question.blending.premiums = premiums
    question.levels = levels.mapValues(\.level)
    let mark = pay.flatMap { Self.mark($0.mark, column: currency) }
    let id = text(record, .id)
    if !id.isEmpty { lines[id, default: []].append(record.line) }
    sheet.rows.append(
      JobSheet.Row(
        id: id.isEmpty ? "line \(record.line)" : id,
        pricing: JobPricing(
          question: question, spread: spread ?? options.spread, grade: grade, target: target ?? options.target,
          pay: pay?.value),
        currencyMark: mark, currencyField: mark == pay?.mark ? .pay : .currency, line: record.line,
        position: position, readings: readings, levelFields: levels.mapValues(\.field), texts: texts(record)))
  }

  /// The mark beside the amount, else the column's; "$" beside a column that says which dollar is that dollar.
  private static func mark(_ mark: String?, column: String?) -> String? {
    guard let column else { return mark }
    return mark == nil || (mark == "$" && column.hasSuffix("D")) ? column : mark
  }

  private func text(_ record: borrowing CSVRecord, _ field: JobSheet.Field) -> String {
    guard let index = sheet.columns.index(of: field) else { return "" }
    return CSVWriter.unguarded(record.text(index))
  }

  /// The fields that only pricing can find at fault, as written; none are kept where nothing is listed.
  private func texts(_ record: borrowing CSVRecord) -> [JobSheet.Field: String] {
    var texts: [JobSheet.Field: String] = [:]
    guard options.skipsBadRows else { return texts }
    for field in [JobSheet.Field.location, .level, .size, .pay, .currency] { texts[field] = text(record, field) }
    return texts
  }

  /// A number as written, with a decimal point also where the file has decimal commas: `185.000,50` is `185,000.50`.
  private func number(_ record: borrowing CSVRecord, _ field: JobSheet.Field) -> String {
    Self.withPoint(text(record, field), hasDecimalComma: record.hasDecimalComma)
  }

  private static func withPoint(_ text: String, hasDecimalComma: Bool) -> String {
    hasDecimalComma ? String(text.map { $0 == "." ? "," : $0 == "," ? "." : $0 }) : text
  }

  private mutating func fault(
    _ name: String, _ message: String, _ field: JobSheet.Field, _ record: borrowing CSVRecord,
    cure: @autoclosure () -> String
  ) {
    sheet.add(
      name, message, sheet.columns.index(of: field) ?? 0, record.position, text: text(record, field), cure: cure())
  }

  private mutating func note(_ text: String?, _ record: borrowing CSVRecord) {
    guard let text else { return }
    readings.append(text)
    if notes[text] == nil { notes[text] = record.line }
  }

  /// The role; where it is not known and there is a SOC code, the occupation.
  private mutating func job(_ record: borrowing CSVRecord) -> PricedJob? {
    let title = text(record, .role)
    let code = text(record, .soc)
    if title.isEmpty, code.isEmpty {
      fault(
        "no-job", "the row names neither a role nor a SOC code", .role, record, cure: "fill in role, title or soc")
      return nil
    }
    if !code.isEmpty, !RoleDirectory.isOccupationCode(code) {
      fault("bad-occupation-code", "\"\(code)\" is no occupation code", .soc, record, cure: "codes look like 11-3021")
      return nil
    }
    guard !title.isEmpty else { return occupation(code) }
    switch names.job(title) {
    case .success(let found):
      note(found.note, record)
      guard code.isEmpty || found.value.mayBeCoded(as: code) else {
        let occupation = names.occupation(code).map { " (\($0.title))" } ?? ""
        fault(
          "job-contradicts-code", "\(found.value.title) is no job of \(code)\(occupation)", .soc, record,
          cure: "correct one of the two, or leave soc empty: it would be \(found.value.baseOccupation)")
        return nil
      }
      if !code.isEmpty, code != found.value.baseOccupation {
        note(
          "soc \(code) is not used for \(found.value.title): the role is priced, from "
            + "\(found.value.baseOccupation)", record)
      }
      return found.value
    case .failure(let unknown):
      if !code.isEmpty {
        note("\"\(title)\" is no role that is known: priced as \(code), a whole occupation", record)
        return occupation(code)
      }
      fault("unknown-role", "there is no role \"\(title)\"", .role, record, cure: unknown.cure)
      return nil
    }
  }

  private func occupation(_ code: String) -> PricedJob {
    .occupation(names.occupation(code) ?? Occupation(code: code, title: code))
  }

  private mutating func place(_ record: borrowing CSVRecord) -> Location? {
    let written = text(record, .location)
    guard !written.isEmpty else {
      fault("no-place", "the row names no location", .location, record, cure: "a city, a state, or US")
      return nil
    }
    switch names.place(written, kind: nil) {
    case .success(let found):
      note(found.note, record)
      return found.value
    case .failure(let unknown):
      if let wider = unknown.widened {
        note(wider.note, record)
        return wider.value
      }
      fault("unknown-place", "there is no place \"\(written)\"", .location, record, cure: unknown.cure)
      return nil
    }
  }

  private mutating func industry(_ record: borrowing CSVRecord) -> Industry? {
    let written = text(record, .industry)
    guard !written.isEmpty else { return nil }
    switch names.industry(written) {
    case .success(let code): return try? industries.find(code).value
    case .failure(let unknown):
      fault("unknown-industry", "there is no industry \"\(written)\"", .industry, record, cure: unknown.cure)
      return nil
    }
  }

  /// `technical`, `manager` and `executive` choose the default spread; anything else is a level of the sources.
  private func level(_ record: borrowing CSVRecord) -> (String, JobPricing.Grade?) {
    let written = text(record, .level)
    let grade = JobPricing.Grade(rawValue: written.lowercased())
    return (grade == nil ? written : "", grade)
  }

  private mutating func spread(_ record: borrowing CSVRecord) -> Double? {
    let written = text(record, .spread)
    guard !written.isEmpty else { return nil }
    if let spread = JobText.spread(number(record, .spread)) { return spread }
    fault(
      "share-not-a-percent", "\"\(written)\" is no range spread", .spread, record,
      cure: "(maximum - minimum) / minimum, from 0% to 300%: write 50%")
    return nil
  }

  private mutating func target(_ record: borrowing CSVRecord) -> Double? {
    let written = text(record, .target)
    guard !written.isEmpty else { return nil }
    if let target = JobText.percentile(number(record, .target)) { return target }
    fault(
      "not-a-percentile", "\"\(written)\" is no percentile", .target, record, cure: "from p1 to p99: write p50 or p62.5"
    )
    return nil
  }

  private mutating func pay(_ record: borrowing CSVRecord) -> QuantityText.Amount? {
    let written = text(record, .pay)
    guard !written.isEmpty else { return nil }
    guard let amount = QuantityText.amount(number(record, .pay)) else {
      let mended = QuantityText.withLettersRead(written, accepting: { (1_000...100_000_000).contains($0) })
      fault(
        "pay-not-a-number", "pay is \"\(written)\"", .pay, record,
        cure: mended.map { "did you mean \($0)?" } ?? "base pay a year: 185000 or 185k")
      return nil
    }
    guard (1_000...100_000_000).contains(amount.value) else {
      fault(
        "absurd-pay", "\(NumberText.grouped(amount.value)) a year cannot be pay", .pay, record,
        cure: "base pay a year, in full: 185000 or 185k")
      return nil
    }
    return amount
  }

  /// Levels by data set, from the matches and from the columns `level:`, each with the column that gave it.
  private mutating func levels(
    _ record: borrowing CSVRecord, _ matches: SourceMatches?
  ) -> [String: (level: String, field: Int)] {
    let column = sheet.columns.index(of: .sources) ?? 0
    var levels = (matches?.levels ?? [:]).mapValues { (level: $0, field: column) }
    let named = matches?.names ?? options.sources
    for (dataset, index) in sheet.columns.levels {
      let level = CSVWriter.unguarded(record.text(index))
      guard !level.allSatisfy({ $0 == " " }) else { continue }
      if let other = levels[dataset]?.level, other.lowercased() != level.lowercased() {
        sheet.add(
          "match-twice", "\(dataset) has two levels, \(other) and \(level)", index, record.position, text: level,
          cure: "give each data set one level, here or among the sources")
      }
      if !named.isEmpty, !named.contains(dataset) {
        sheet.add(
          "level-without-match", "\(dataset) has a level and is not among the sources", index, record.position,
          text: level,
          cure: "match it too, or leave its level out")
      }
      levels[dataset] = (level, index)
    }
    return levels
  }

  /// Premiums by data set, from the matches and from the columns `premium:`, which need no weight beside them.
  private mutating func premiums(_ record: borrowing CSVRecord, _ matches: SourceMatches?) -> [String: Double] {
    var known = matches ?? SourceMatches(of: options.sources.isEmpty ? datasets : options.sources)
    for (dataset, index) in sheet.columns.premiums where !record.isAbsent(index) {
      let written = CSVWriter.unguarded(record.text(index))
      let text = Self.withPoint(written, hasDecimalComma: record.hasDecimalComma)
      let wrong: SourceMatches.Fault?
      switch SourceMatches.premium(of: dataset, text) {
      case .success(0): wrong = nil
      case .success(let premium): wrong = known.add(premium: premium, of: dataset)
      case .failure(let fault): wrong = fault
      }
      if let wrong { sheet.add(wrong.name, wrong.message, index, record.position, text: written, cure: wrong.cure) }
    }
    return known.premiums
  }

  /// Matches of the row, from the column `sources` or from the columns `weight:`; nil for none.
  private mutating func matches(_ record: borrowing CSVRecord) -> SourceMatches? {
    var text = text(record, .sources)
    var column = sheet.columns.index(of: .sources) ?? 0
    if text.isEmpty {
      // Written as the other form, so that there is one reader of weights.
      let hasComma = record.hasDecimalComma
      for (dataset, index) in sheet.columns.weights where !record.isAbsent(index) {
        if text.isEmpty { column = index }
        let weight = Self.withPoint(record.text(index), hasDecimalComma: hasComma)
        text += (text.isEmpty ? "" : ";") + "\(dataset):\(weight)"
      }
    }
    guard !text.isEmpty else { return nil }
    let result = known[text] ?? SourceMatches.read(text, datasets: datasets)
    known[text] = result
    switch result {
    case .success(let found): return found
    case .failure(let wrong):
      sheet.add(wrong.name, wrong.message, column, record.position, text: text, cure: wrong.cure)
      return nil
    }
  }

  /// What to write in place of a data set that does not exist.
  static func nearest(_ name: String, _ datasets: [String]) -> String {
    NearestName.suggestions(for: name, among: datasets, limit: 1).first.map { "did you mean \($0)?" }
      ?? "`parley market list` lists them"
  }
}
