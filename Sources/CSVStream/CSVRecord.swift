/// One record during the call that delivers it: a view of the reader's buffer, which cannot be kept.
///
///     try reader.forEachRecord { record in
///       record.text(0)        // "Denver"
///       record.double(3)      // 185000.0, or nil if it is not a plain number
///     }
public struct CSVRecord: ~Copyable {
  /// The number of fields: 3 in `a,,"b"`.
  public let count: Int

  // Four words, so that a record is handed on in registers rather than copied for each field.
  @usableFromInline let base: UnsafePointer<UInt8>
  @usableFromInline let ends: UnsafePointer<UInt32>
  @usableFromInline let context: UnsafePointer<Context>

  /// What is the same for all fields, or seldom asked for.
  @usableFromInline
  struct Context {
    let ordinal: Int
    let position: CSVPosition
    @usableFromInline let decimalMark: UInt8
  }

  /// Marks in an end offset that the field was empty and unquoted.
  @usableFromInline static var absent: UInt32 { 1 << 31 }

  /// How many records came before it: 0 for the header.
  public var ordinal: Int { context.pointee.ordinal }

  /// Where it begins; keep this to ask the source for columns and excerpts: `record.position.line` is 4.
  public var position: CSVPosition { context.pointee.position }

  /// The physical line of its first character, from 1: `4`.
  public var line: Int { position.line }

  /// Whether numbers have decimal commas: `true` for `1234,5`, so that `1.234,5` may have dots in its thousands.
  public var hasDecimalComma: Bool { context.pointee.decimalMark == UInt8(ascii: ",") }

  /// Whether nothing at all stands between the delimiters: `true` for the middle field of `a,,b`, `false`
  /// for that of `a,"",b`. Fields beyond the last are absent too.
  @inlinable
  public func isAbsent(_ field: Int) -> Bool {
    guard field >= 0, field < count else { return true }
    return ends[field] & CSVRecord.absent != 0
  }

  /// The field's bytes in UTF-8 without its quotes, not copied: valid only during the call that delivered
  /// the record. Empty if the field is absent.
  ///
  ///     record.bytes(0).first == UInt8(ascii: "D")        // true for Denver
  @inlinable
  public func bytes(_ field: Int) -> UnsafeBufferPointer<UInt8> {
    guard field >= 0, field < count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let start = field == 0 ? 0 : Int(ends[field - 1] & ~CSVRecord.absent)
    let end = Int(ends[field] & ~CSVRecord.absent)
    return UnsafeBufferPointer(start: base + start, count: end - start)
  }

  /// The field's text without its quotes: `Denver, CO` for `"Denver, CO"`. Empty if the field is absent.
  public func text(_ field: Int) -> String {
    String(decoding: bytes(field), as: UTF8.self)
  }

  /// The field as a plain decimal number: `1234.5`, `-3`, `.13`, or `1234,5` in a decimal-comma dialect.
  ///
  /// `nil` for anything else: blanks, `1e5`, `1,234`, `$5`, `5.`, `-0.0.66962`, an absent field. The result
  /// is the nearest `Double` in every locale.
  @inlinable
  public func double(_ field: Int) -> Double? {
    PlainNumber.double(padded: bytes(field), decimalMark: context.pointee.decimalMark)
  }

  /// The field as a whole number: `370172` or `-3`; `nil` for anything else, or beyond 64 bits.
  public func int(_ field: Int) -> Int? {
    PlainNumber.int(bytes(field))
  }
}
