import CSVStream
import Market
import Quantities

/// How single fields of the canonical CSV are read.
extension CanonicalLayout {
  /// A column's text, without a formula guard; empty when the file has no such column.
  func named(_ record: borrowing CSVRecord, _ column: String) -> String {
    guard let index = header.index(of: column) else { return "" }
    return CSVWriter.unguarded(record.text(index))
  }

  func fault(
    _ name: String, _ message: String, _ column: String, _ record: borrowing CSVRecord, _ faults: inout FaultList,
    cure: String
  ) {
    let position = record.position
    let field = header.index(of: column) ?? 0
    faults.add { file.fault(name, message, cure: cure, field: field, at: position) }
  }

  static func suggest(_ text: String, _ names: [String]) -> String {
    let near = NearestName.suggestions(for: text, among: names, limit: 1)
    return near.first.map { "did you mean \($0)?" } ?? "one of " + names.joined(separator: ", ")
  }

  mutating func readJob(_ record: borrowing CSVRecord, _ key: inout CellKey, _ faults: inout FaultList) {
    let role = named(record, "role")
    let code = named(record, "soc")
    if role.isEmpty, code.isEmpty {
      fault(
        "no-job", "the row names neither a role nor a SOC code", "role", record, &faults,
        cure: "fill in role or soc")
      return
    }
    if !code.isEmpty {
      if RoleDirectory.isOccupationCode(code) {
        key.occupation = code
      } else {
        fault(
          "bad-occupation-code", "\"\(code)\" is no occupation code", "soc", record, &faults,
          cure: "codes look like 11-3021")
      }
    }
    guard !role.isEmpty else { return }
    switch names.job(role) {
    case .success(let found):
      if case .role(let known) = found.value { key.role = known.id } else { key.occupation = found.value.id }
      if let note = found.note { readings["role \(role)"] = note }
    case .failure(let unknown):
      fault("unknown-role", "there is no role \"\(role)\"", "role", record, &faults, cure: unknown.cure)
    }
  }

  mutating func readPlace(_ record: borrowing CSVRecord, _ key: inout CellKey, _ faults: inout FaultList) {
    let text = named(record, "location")
    guard !text.isEmpty else {
      fault("no-place", "the row names no location", "location", record, &faults, cure: "a city, a state, or US")
      return
    }
    let asked = named(record, "location_kind") == "country" ? "country:\(text)" : text
    switch names.place(asked) {
    case .success(let found):
      key.location = found.value.id
      if let note = found.note { readings["place \(text)"] = note }
    case .failure(let unknown):
      fault("unknown-place", "there is no place \"\(text)\"", "location", record, &faults, cure: unknown.cure)
    }
  }

  func readFacts(
    _ record: borrowing CSVRecord, dataset: String, _ faults: inout FaultList
  ) -> DatasetFacts {
    let code = named(record, "currency")
    let currency = code.isEmpty ? .usd : currencies.find(code)
    if currency == nil {
      fault(
        "unknown-currency", "\"\(code)\" is no currency", "currency", record, &faults,
        cure: Self.suggest(code, currencies.codes))
    }
    let written = named(record, "effective_date")
    var month: CalendarDate?
    if !written.isEmpty {
      month = CalendarDate(written) ?? CalendarDate(written + "-01")
      if let date = month, !(1990...2100).contains(date.year) { month = nil }
      if month == nil {
        fault(
          "date-not-a-date", "\"\(written)\" is no date", "effective_date", record, &faults,
          cure: "write year, month and day: 2026-03-01")
      }
    }
    guard let held = facts[dataset] else { return DatasetFacts(month: month, currency: currency ?? .usd) }
    if let month, let first = held.month, month.monthText != first.monthText {
      fault(
        "two-dates", "data set \(dataset) began with \(first.monthText)", "effective_date", record, &faults,
        cure: "one data set has one month: name the later one differently in the column dataset")
    }
    if let currency, currency != held.currency {
      fault(
        "two-currencies", "data set \(dataset) began with \(held.currency.code)", "currency", record, &faults,
        cure: "one data set has one currency: name the other one differently in the column dataset")
    }
    return held
  }

  func readBasis(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> PayBasis {
    let text = named(record, "basis")
    if text.isEmpty { return .annual }
    if let basis = PayBasis(rawValue: text.lowercased()) { return basis }
    fault(
      "unknown-basis", "\"\(text)\" is no pay basis", "basis", record, &faults,
      cure: Self.suggest(text, PayBasis.allCases.map(\.rawValue)))
    return .annual
  }

  /// A figure or a count; a marker gives an inner nil: there is a row, but no figure was released.
  func readValue(
    _ record: borrowing CSVRecord, isMoney: Bool, accepting isFine: (Double) -> Bool, _ faults: inout FaultList
  ) -> Double?? {
    guard let field = header.index(of: "value") else { return nil }
    switch SurveyFigure(record, field) {
    case .number(let value):
      let limit: Double = isMoney ? 100_000_000 : 1_000_000_000
      if value < 0 || (isMoney && value == 0) || value > limit {
        fault(
          isMoney && value < 0 ? "negative-pay" : "absurd-pay", "\(NumberText.grouped(value)) cannot be right",
          "value", record, &faults,
          cure: "figures lie between 0 and \(NumberText.grouped(limit)); check the row")
        return nil
      }
      return .some(value)
    case .withheld, .floored: return .some(nil)
    case .capped:
      fault(
        "top-code-without-cap", "\"#\" needs to say which cap it stands for", "value", record, &faults,
        cure: "leave the row out, or write the cap and say so in note")
      return nil
    case .absent:
      fault("no-value", "the row has no value", "value", record, &faults, cure: "write a number, or * if withheld")
      return nil
    case .unreadable:
      let text = record.text(field)
      fault(
        "pay-not-a-number", "value is \"\(text)\"", "value", record, &faults,
        cure: OEWSLayout.hint(text, accepting: isFine))
      return nil
    }
  }
}

/// Names already looked up: survey files repeat a few of them thousands of times.
struct NameCache {
  private let roles: RoleDirectory
  private let places: PlaceDirectory
  private var jobs: [String: Result<Resolution<PricedJob>, UnknownName>] = [:]
  private var found: [String: Result<Resolution<Location>, UnknownName>] = [:]

  init(roles: RoleDirectory, places: PlaceDirectory) {
    self.roles = roles
    self.places = places
  }

  mutating func job(_ text: String) -> Result<Resolution<PricedJob>, UnknownName> {
    if let held = jobs[text] { return held }
    let answer = Self.result(kind: "role", text) { try roles.find(text) }
    jobs[text] = answer
    return answer
  }

  mutating func place(_ text: String) -> Result<Resolution<Location>, UnknownName> {
    if let held = found[text] { return held }
    let answer = Self.result(kind: "place", text) { try places.find(text) }
    found[text] = answer
    return answer
  }

  private static func result<Value>(
    kind: String, _ text: String, _ look: () throws -> Resolution<Value>
  ) -> Result<Resolution<Value>, UnknownName> {
    do { return .success(try look()) } catch let error as UnknownName { return .failure(error) } catch {
      return .failure(UnknownName(kind: kind, text: text, suggestions: []))
    }
  }
}
