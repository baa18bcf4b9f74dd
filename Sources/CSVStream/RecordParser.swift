import CLibCSV

/// libcsv, fed piece by piece, collecting the fields of one record in one buffer.
///
/// libcsv copies each field into its own buffer and hands it out. Moving its public `entry_buf` behind the
/// field just handed out makes the next one follow it: the record's fields come to stand side by side, and
/// none is copied a second time. The buffer is ours and libcsv may not enlarge it: it stops with CSV_ENOMEM
/// at an exact byte, and goes on from there once it has more room.
struct RecordParser: ~Copyable {
  /// Why the parser stopped before the end of a piece, or refused a whole one.
  enum Stop {
    case fieldTooLarge
    case recordTooLarge
    case tooManyFields
    case strayQuote
    case unclosedQuote
  }

  static var recordLimit: Int { 64 << 20 }
  static var fieldCountLimit: Int { 1 << 16 }
  /// Bytes that can be read behind the last field, for those who read a word at a time.
  static var padding: Int { 16 }

  private let state: UnsafeMutablePointer<RecordState>

  init(delimiter: UInt8, fieldLimit: Int) {
    state = .allocate(capacity: 1)
    state.initialize(to: RecordState(fieldLimit: fieldLimit))
    let options = CSV_STRICT | CSV_STRICT_FINI | CSV_EMPTY_IS_NULL
    csv_init(&state.pointee.parser, UInt8(options))
    csv_set_delim(&state.pointee.parser, delimiter)
    parley_csv_use_own_buffer(&state.pointee.parser)
    reset()
  }

  deinit {
    state.pointee.buffer.deallocate()
    state.pointee.ends.deallocate()
    state.deallocate()
  }

  /// The fields completed so far.
  var count: Int { state.pointee.count }

  /// Whether no record has begun: the next character other than a blank or a line end begins one.
  var isBetweenRecords: Bool { state.pointee.parser.pstate == PARLEY_CSV_ROW_NOT_BEGUN }

  /// Whether the next character other than a blank begins a field.
  var isBetweenFields: Bool { state.pointee.parser.pstate <= PARLEY_CSV_FIELD_NOT_BEGUN }

  /// Whether the field being read began with a quote.
  var isQuoted: Bool { state.pointee.parser.quoted != 0 }

  /// The first field found to be too large, or the one being read.
  var fieldAtFault: Int {
    state.pointee.oversizeField >= 0 ? state.pointee.oversizeField : state.pointee.count
  }

  var base: UnsafePointer<UInt8> { UnsafePointer(state.pointee.buffer) }
  var ends: UnsafePointer<UInt32> { UnsafePointer(state.pointee.ends) }

  /// Forgets the record, which has been used or given up.
  func reset() {
    state.pointee.count = 0
    state.pointee.used = 0
    state.pointee.parser.entry_buf = state.pointee.buffer
    state.pointee.parser.entry_size = state.pointee.capacity
  }

  /// Parses bytes that reach at most to the end of a physical line, so that at most one record ends in them.
  ///
  /// - Returns: the bytes consumed, all of them unless there is a reason to stop.
  func feed(_ bytes: UnsafeBufferPointer<UInt8>) -> (consumed: Int, stop: Stop?) {
    guard let base = bytes.baseAddress else { return (0, nil) }
    var consumed = 0
    while true {
      consumed += csv_parse(
        &state.pointee.parser, base + consumed, bytes.count - consumed, collectField, nil, state)
      if consumed == bytes.count, state.pointee.parser.status == CSV_SUCCESS { break }
      if let stop = limitPassed { return (consumed, stop) }
      // libcsv looks at neither of these when it goes on: clearing the status is all it takes to resume.
      let status = state.pointee.parser.status
      state.pointee.parser.status = CSV_SUCCESS
      if status == CSV_EPARSE { return (consumed, .strayQuote) }
      if !enlarge() { return (consumed, .recordTooLarge) }
    }
    return (consumed, limitPassed)
  }

  /// Parses one byte as libcsv does when it is not strict: a stray quote becomes text.
  func feedLeniently(_ byte: UInt8) -> Stop? {
    state.pointee.parser.options &= ~UInt8(CSV_STRICT)
    defer { state.pointee.parser.options |= UInt8(CSV_STRICT) }
    return withUnsafePointer(to: byte) { feed(UnsafeBufferPointer(start: $0, count: 1)).stop }
  }

  /// Ends the file: the last record need not end in a line end.
  func finish(isLenient: Bool) -> Stop? {
    if let stop = limitPassed { return stop }
    if isLenient { state.pointee.parser.options &= ~UInt8(CSV_STRICT) }
    let result = csv_fini(&state.pointee.parser, collectField, nil, state)
    if isLenient { state.pointee.parser.options |= UInt8(CSV_STRICT) }
    return result == 0 ? limitPassed : .unclosedQuote
  }

  /// Whether a quoted field is still open, which at the end of the file is a fault.
  var isInsideQuotes: Bool { isQuoted && state.pointee.parser.pstate == PARLEY_CSV_FIELD_BEGUN }

  /// The first limit passed in the record's order of bytes: the same for every size of pieces.
  private var limitPassed: Stop? {
    if state.pointee.oversizeField >= 0 { return .fieldTooLarge }
    if state.pointee.hasTooManyFields { return .tooManyFields }
    let read = Int(state.pointee.parser.entry_pos)
    if read <= state.pointee.fieldLimit { return nil }
    // Blanks at the end, and a quote that may close the field, are not part of it yet.
    let mightHaveEnded = state.pointee.parser.pstate == PARLEY_CSV_FIELD_MIGHT_HAVE_ENDED
    let length = read - Int(state.pointee.parser.spaces) - (mightHaveEnded ? 1 : 0)
    return length > state.pointee.fieldLimit ? .fieldTooLarge : nil
  }

  private func enlarge() -> Bool {
    let old = state.pointee.buffer
    let size = state.pointee.capacity
    guard size < RecordParser.recordLimit else { return false }
    let new = RecordState.newBuffer(size * 2)
    new.update(from: old, count: size)
    old.deallocate()
    state.pointee.buffer = new
    state.pointee.capacity = size * 2
    state.pointee.parser.entry_buf = new + state.pointee.used
    state.pointee.parser.entry_size = size * 2 - state.pointee.used
    return true
  }
}

/// What the callback, which is a C function, sees of the parser.
private struct RecordState {
  var parser = csv_parser()
  let fieldLimit: Int
  // Small at first: a start reads a dozen small tables, and clearing memory for long records would show.
  var buffer = RecordState.newBuffer(4 << 10)
  var capacity = 4 << 10
  /// Bytes taken by the fields completed so far.
  var used = 0
  /// Where each completed field ends, with `CSVRecord.absent`.
  var ends = UnsafeMutablePointer<UInt32>.allocate(capacity: RecordParser.fieldCountLimit)
  var count = 0
  /// The first field beyond the limit, or -1.
  var oversizeField = -1
  var hasTooManyFields = false

  init(fieldLimit: Int) {
    self.fieldLimit = fieldLimit
  }

  static func newBuffer(_ capacity: Int) -> UnsafeMutablePointer<UInt8> {
    let buffer = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + RecordParser.padding)
    buffer.initialize(repeating: 0, count: capacity + RecordParser.padding)
    return buffer
  }
}

/// libcsv's field callback; `bytes` is null for an empty unquoted field (CSV_EMPTY_IS_NULL). Inlined into the
/// C entry point that the compiler makes for it, which otherwise costs a second call for each field.
@inline(__always)
private func collectField(
  _ bytes: UnsafeMutableRawPointer?, _ length: Int, _ context: UnsafeMutableRawPointer?
) {
  guard let context else { return }
  let state = context.assumingMemoryBound(to: RecordState.self)
  let index = state.pointee.count
  if index == RecordParser.fieldCountLimit {
    state.pointee.hasTooManyFields = true
    return
  }
  if length > state.pointee.fieldLimit, state.pointee.oversizeField < 0 {
    state.pointee.oversizeField = index
  }
  let end = state.pointee.used &+ length
  state.pointee.ends[index] = UInt32(truncatingIfNeeded: end) | (bytes == nil ? CSVRecord.absent : 0)
  state.pointee.used = end
  state.pointee.count = index &+ 1
  state.pointee.parser.entry_buf += length
  state.pointee.parser.entry_size &-= length
}
