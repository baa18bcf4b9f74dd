// Each fault's words: what is wrong, and the cure.
extension CSVFault {
  init(unreadable file: String, failure: ReadFailure) {
    self.init(
      name: failure.damage == nil ? .unreadableFile : .damagedGzip, file: file,
      location: CSVLocation(line: 1, textBefore: "", textFrom: ""),
      message: failure.damage ?? "cannot read the file: \(failure.message)", cure: failure.cure)
  }

  private init(
    _ name: Name, _ source: CSVSource, _ location: CSVLocation, _ message: String, cure: String
  ) {
    self.init(name: name, file: source.name, location: location, message: message, cure: cure)
  }

  static func emptyFile(_ source: CSVSource) -> CSVFault {
    CSVFault(
      .emptyFile, source, CSVLocation(line: 1, textBefore: "", textFrom: ""),
      "there is no record in the file",
      cure: "write a line of column names and one line for each record")
  }

  static func strayQuote(
    _ source: CSVSource, _ field: CSVLocation, at quote: CSVLocation, isQuoted: Bool
  ) -> CSVFault {
    let place = "line \(quote.line), column \(quote.column)"
    return CSVFault(
      .strayQuote, source, field,
      isQuoted
        ? "text follows the field's closing quote at \(place)"
        : "the field has a quote in it at \(place) but does not begin with one",
      cure: "quote the whole field and double each quote inside it (\"say \"\"hi\"\"\"), or repair it with --lenient")
  }

  static func unclosedQuote(_ source: CSVSource, _ field: CSVLocation) -> CSVFault {
    CSVFault(
      .unclosedQuote, source, field, "the quoted field that begins here is never closed",
      cure: "add the closing quote, and double each quote inside the field")
  }

  static func fieldTooLarge(_ source: CSVSource, _ field: CSVLocation, limit: Int) -> CSVFault {
    CSVFault(
      .fieldTooLarge, source, field, "the field has more than \(limit) bytes",
      cure: "look for a missing closing quote at or before this line")
  }

  static func recordTooLarge(_ source: CSVSource, _ record: CSVLocation) -> CSVFault {
    CSVFault(
      .recordTooLarge, source, record, "the record has more than \(RecordParser.recordLimit) bytes",
      cure: "check that the file is a CSV file, with one record a line")
  }

  static func tooManyFields(_ source: CSVSource, _ record: CSVLocation) -> CSVFault {
    CSVFault(
      .tooManyFields, source, record, "the record has more than \(RecordParser.fieldCountLimit) fields",
      cure: "check that the file is a CSV file, with one record a line")
  }

  static func notText(
    _ source: CSVSource, _ place: CSVLocation, _ oddity: BlockDecoder.Oddity
  ) -> CSVFault {
    let encoding = source.dialect.encoding.rawValue
    let cure =
      switch oddity.name {
      case .nulByte: "check that the file is text; save it as UTF-8"
      case .invalidUTF8: "save the file as UTF-8, or name its encoding if it is another, such as Windows-1252"
      default: "save the file as UTF-8, or repair it with --lenient"
      }
    return CSVFault(oddity.name, source, place, "\(oddity.what) is not \(encoding) text", cure: cure)
  }

  static func wrongFieldCount(
    _ source: CSVSource, _ place: CSVLocation, count: Int, expected: Int
  ) -> CSVFault {
    let delimiter = source.dialect.delimiter.title
    return CSVFault(
      .wrongFieldCount, source, place, "\(fields(count)), expected \(expected)",
      cure: count > expected
        ? "quote the field if \(delimiter) belongs to its text, or remove what is too much"
        : "add what is missing; an empty field still needs its \(delimiter)")
  }

  static func duplicateColumn(
    _ source: CSVSource, _ place: CSVLocation, title: String, first: Int
  ) -> CSVFault {
    CSVFault(
      .duplicateColumn, source, place, "column \"\(title)\" is already the name of column \(first + 1)",
      cure: "give each column its own name")
  }
}

/// "1 field", "3 fields".
func fields(_ count: Int) -> String { count == 1 ? "1 field" : "\(count) fields" }
