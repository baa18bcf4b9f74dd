import CSVStream
import Market
import Quantities

/// How single fields of the canonical CSV are read.
extension CanonicalLayout {
  /// A column's text, without a formula guard; empty when the file has no such column.
  func named(_ record: borrowing CSVRecord, _ column: Column) -> String {
    guard let index = columns[column.rawValue] else { return "" }
    return CSVWriter.unguarded(record.text(index))
  }

  /// Adds a fault of a field. What it says is made only while it is kept: near names take long to find.
  func fault(
    _ name: String, _ message: @autoclosure () -> String, _ column: String, _ record: borrowing CSVRecord,
    _ faults: inout FaultList, cure: @autoclosure () -> String
  ) {
    let position = record.position
    faults.add(name) {
      file.fault(name, message(), cure: cure(), field: header.index(of: column) ?? 0, at: position)
    }
  }

  static func suggest(_ text: String, _ names: [String]) -> String {
    let near = NearestName.suggestions(for: text, among: names, limit: 1)
    return near.first.map { "did you mean \($0)?" } ?? "one of " + names.joined(separator: ", ")
  }

  /// What a row says of its data set; the same words as in the row before are not read again.
  mutating func readFacts(
    _ record: borrowing CSVRecord, dataset: String, _ faults: inout FaultList
  ) -> DatasetFacts {
    let texts =
      [dataset] + [Column.currency, .effectiveDate, .sourceKind, .licence, .series].map { named(record, $0) }
    if let lastFacts, lastFacts.texts == texts { return lastFacts.facts }
    let before = faults.count
    let found = newFacts(record, dataset: dataset, &faults)
    lastFacts = faults.count == before ? (texts, found) : nil
    return found
  }

  private func newFacts(
    _ record: borrowing CSVRecord, dataset: String, _ faults: inout FaultList
  ) -> DatasetFacts {
    let code = named(record, .currency)
    let currency = code.isEmpty ? .usd : currencies.find(code)
    if currency == nil {
      fault(
        "unknown-currency", "\"\(code)\" is no currency", "currency", record, &faults,
        cure: Self.suggest(code, currencies.codes))
    }
    let written = named(record, .effectiveDate)
    var month: CalendarDate?
    if !written.isEmpty {
      month = CalendarDate(written) ?? CalendarDate(written + "-01")
      if let date = month, !(1990...2100).contains(date.year) { month = nil }
      if month == nil {
        fault(
          "date-not-a-date", "\"\(written)\" is no date", "effective_date", record, &faults,
          cure: "write year, month and day: 2026-03-01")
      }
      if let date = month, file.options.isAhead(date) {
        fault(
          "date-in-the-future", "\(date.monthName) is still to come", "effective_date", record, &faults,
          cure: "give the month the pay refers to")
      }
    }
    let source = readSource(record, dataset: dataset, &faults)
    guard var held = facts[dataset] else {
      let first = currency ?? .usd
      return DatasetFacts(month: month, currency: first, rowCurrency: first, source: source)
    }
    held.source = source
    if let month, let first = held.month, month.monthText != first.monthText {
      fault(
        "two-dates", "data set \(dataset) began with \(first.monthText)", "effective_date", record, &faults,
        cure: "one data set has one month: name the later one differently in the column dataset")
    }
    held.rowCurrency = currency ?? held.currency
    if code.isEmpty, let currency, currency != held.currency {
      fault(
        "two-currencies", "data set \(dataset) began with \(held.currency.code)", "currency", record, &faults,
        cure: "write the currency of this row too")
    }
    return held
  }

  func readBasis(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> PayBasis {
    let text = named(record, .basis)
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
    guard let field = columns[Column.value.rawValue] else { return nil }
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
