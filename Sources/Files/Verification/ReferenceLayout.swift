import CSVStream
import Market
import Quantities
import Verification

/// Where the columns of a reference file are, and how one of its rows is read and recomputed.
struct ReferenceLayout {
  let header: CSVHeader
  let file: String
  let source: CSVSource
  /// Columns that are written out again, with their place in the file.
  let passedOn: [(name: String, field: Int)]

  /// Nil, with a fault for each, when columns are missing.
  init?(header: CSVHeader, file: String, source: CSVSource, faults: inout FaultList) {
    self.header = header
    self.file = file
    self.source = source
    passedOn = header.names.enumerated().compactMap { field, name in
      ReferenceReader.added.contains(name.lowercased()) ? nil : (name.isEmpty ? "column\(field + 1)" : name, field)
    }
    let missing = ReferenceReader.required.filter { header.index(of: $0) == nil }
    for name in missing {
      let near = NearestName.suggestions(for: name, among: header.names, limit: 1).first
      faults.add {
        Diagnostic(
          name: "missing-column", message: "there is no column \(name)",
          cure: near.map { "did you mean \(name) where it says \($0)?" }
            ?? "the columns are \(ReferenceReader.required.joined(separator: ", ")), and any others",
          file: file, line: 1, column: 1, excerpt: source.excerpt(line: 1), caret: 1)
      }
    }
    if !missing.isEmpty { return nil }
  }

  /// The row and what the models make of it; nil, with its faults, when it cannot be used.
  func row(_ record: borrowing CSVRecord, faults: inout FaultList) throws -> VerifiedRows.Row? {
    let before = faults.count
    let inputs = inputs(record, &faults)
    let isEmpty = text(record, "expected").isEmpty
    let expected = isEmpty ? nil : number(record, "expected", "expected-not-a-number", &faults)
    let tolerance = tolerance(record, &faults)
    let type = toleranceType(record, &faults)
    guard let inputs, let tolerance, let type, faults.count == before else { return nil }
    let reference = ReferenceRow(
      id: text(record, "id"), kind: text(record, "kind"), inputs: inputs, output: text(record, "output"),
      expected: expected, tolerance: tolerance, toleranceType: type)
    do {
      return VerifiedRows.Row(
        reference: reference, outcome: try Verifier.check(reference),
        fields: passedOn.map { CSVWriter.unguarded(record.text($0.field)) }, line: record.line)
    } catch let wrong as InputFault {
      fault(wrong.name.rawValue, wrong.message, "inputs", record, &faults, cure: wrong.cure)
    }
    return nil
  }

  private func inputs(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> [String: InputValue]? {
    let text = text(record, "inputs")
    if let values = InputsText.values(in: text) { return values }
    fault(
      "invalid-inputs", text.isEmpty ? "the row has no inputs" : "the inputs are no JSON object", "inputs", record,
      &faults, cure: "write names in double quotes, each followed by a colon and its value: {\"S\": 60, \"K\": 65}")
    return nil
  }

  private func tolerance(_ record: borrowing CSVRecord, _ faults: inout FaultList) -> Double? {
    guard let value = number(record, "tolerance", "tolerance-not-a-number", &faults) else { return nil }
    if value >= 0 { return value }
    fault(
      "negative-tolerance", "the tolerance \(text(record, "tolerance")) is below zero", "tolerance", record, &faults,
      cure: "give the largest difference that is still right: 0.0001")
    return nil
  }

  private func toleranceType(
    _ record: borrowing CSVRecord, _ faults: inout FaultList
  ) -> ReferenceRow.ToleranceType? {
    let text = text(record, "tol_type")
    if let type = ReferenceRow.ToleranceType(rawValue: text) { return type }
    fault(
      "unknown-tolerance-type", "\"\(text)\" is no type of tolerance", "tol_type", record, &faults,
      cure: "abs: an amount; rel: a share of what is expected")
    return nil
  }

  /// A number as programs write it: 17.15, -0.5, 1e-06.
  private func number(
    _ record: borrowing CSVRecord, _ column: String, _ name: String, _ faults: inout FaultList
  ) -> Double? {
    let text = text(record, column)
    if let field = header.index(of: column), let value = record.double(field) { return value }
    if let value = ReferenceLayout.scientific(text) { return value }
    fault(
      name, text.isEmpty ? "\(column) is empty" : "\(column) is \"\(text)\"", column, record, &faults,
      cure: QuantityText.withLettersRead(text).map { "did you mean \($0)?" }
        ?? "write a plain number: 0.0001, or 1e-4")
    return nil
  }

  /// Digits, a point, an exponent; not the words and hexadecimals that `Double` takes too.
  static func scientific(_ text: String) -> Double? {
    let allowed = text.utf8.allSatisfy { byte in
      (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "+-.eE".utf8.contains(byte)
    }
    guard allowed, let value = Double(text), value.isFinite else { return nil }
    return value
  }

  private func text(_ record: borrowing CSVRecord, _ column: String) -> String {
    header.index(of: column).map { CSVWriter.unguarded(record.text($0)) } ?? ""
  }

  private func fault(
    _ name: String, _ message: String, _ column: String, _ record: borrowing CSVRecord, _ faults: inout FaultList,
    cure: String
  ) {
    let place = source.location(ofField: header.index(of: column) ?? 0, at: record.position)
    faults.add {
      Diagnostic(
        name: name, message: message, cure: cure, file: file, line: place.line, column: place.column,
        excerpt: place.excerpt, caret: place.caret)
    }
  }
}
