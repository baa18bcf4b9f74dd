/// Turns a file into blocks of UTF-8 text, one at a time, whatever its encoding.
///
/// A block never ends within a character, and decoding from a block's start gives the same text whatever the
/// block size: positions in the text stay valid.
struct BlockDecoder: ~Copyable {
  struct Block {
    /// Valid until the next call.
    let text: UnsafeBufferPointer<UInt8>
    /// The offset in the file at which the block's first character begins.
    let start: Int
    /// Strict: the one fault right behind the text. Lenient: what was replaced within the text.
    let oddities: [Oddity]
    /// Whether the text is the file's bytes as they are, so that decoding may begin at any character of it.
    let isVerbatim: Bool
  }

  /// Something that is no text.
  struct Oddity {
    let name: CSVFault.Name
    /// Its offset in the block's text.
    let textOffset: Int
    /// What was found: "byte E9".
    let what: String
  }

  private let source: ByteSource
  private let encoding: CSVDialect.Encoding
  private let isLenient: Bool
  private let raw: UnsafeMutableRawBufferPointer
  private let text: UnsafeMutableBufferPointer<UInt8>
  private var offset: Int
  private var isAtEnd = false

  init(
    source: ByteSource, encoding: CSVDialect.Encoding, isLenient: Bool, from offset: Int, blockSize: Int
  ) {
    self.source = source
    self.encoding = encoding
    self.isLenient = isLenient
    self.offset = offset
    let size = max(4, blockSize)
    raw = .allocate(byteCount: size, alignment: 64)
    // Three bytes of UTF-8 are the most that one byte of Windows-1252, or half of two of UTF-16, becomes.
    text = .allocate(capacity: size * 3)
  }

  deinit {
    raw.deallocate()
    text.deallocate()
  }

  /// The next block, or `nil` at the end. After a strict block with an oddity there is no other.
  mutating func next() throws(ReadFailure) -> Block? {
    if isAtEnd { return nil }
    let start = offset
    let count = try source.read(at: offset, into: raw)
    if count == 0 { return nil }
    let bytes = UnsafeRawBufferPointer(rebasing: raw[..<count])
    let isLast = count < raw.count
    switch encoding {
    case .utf8:
      return utf8Block(bytes, start: start, isLast: isLast)
    case .windows1252:
      return transcodedBlock(bytes, start: start) { bytes, index in
        (UnicodeScalar(Windows1252.scalarValue(of: bytes[index])), 1)
      }
    case .utf16LittleEndian:
      return transcodedBlock(bytes, start: start) { UTF16Unit.scalar($0, at: $1, low: 0, isLast: isLast) }
    case .utf16BigEndian:
      return transcodedBlock(bytes, start: start) { UTF16Unit.scalar($0, at: $1, low: 1, isLast: isLast) }
    }
  }

  private mutating func utf8Block(_ bytes: UnsafeRawBufferPointer, start: Int, isLast: Bool) -> Block {
    let plain = bytes.bindMemory(to: UInt8.self)
    if TextScan.isPlainASCII(bytes) {
      offset += plain.count
      return Block(text: plain, start: start, oddities: [], isVerbatim: true)
    }
    var (end, stop) = TextScan.validate(plain, from: 0)
    if stop == .end || (stop == .incomplete && !isLast) {
      offset += end
      let text = UnsafeBufferPointer(rebasing: plain[..<end])
      return Block(text: text, start: start, oddities: [], isVerbatim: true)
    }
    if !isLenient {
      isAtEnd = true
      let oddity = oddity(stop, byte: plain[end], textOffset: end)
      let text = UnsafeBufferPointer(rebasing: plain[..<end])
      return Block(text: text, start: start, oddities: [oddity], isVerbatim: true)
    }
    var oddities: [Oddity] = []
    var filled = 0
    var copied = 0
    while true {
      for byte in plain[copied..<end] { put(byte, &filled) }
      copied = end
      if stop == .end || (stop == .incomplete && !isLast) { break }
      oddities.append(oddity(stop, byte: plain[end], textOffset: filled))
      for byte in BlockDecoder.replacement { put(byte, &filled) }
      copied = end + 1
      (end, stop) = TextScan.validate(plain, from: copied)
    }
    offset += copied
    let text = UnsafeBufferPointer(rebasing: text[..<filled])
    return Block(text: text, start: start, oddities: oddities, isVerbatim: false)
  }

  private func oddity(_ stop: TextScan.Stop, byte: UInt8, textOffset: Int) -> Oddity {
    if stop == .nul { return Oddity(name: .nulByte, textOffset: textOffset, what: "a NUL character") }
    let digits = String(byte, radix: 16, uppercase: true)
    return Oddity(name: .invalidUTF8, textOffset: textOffset, what: "byte \(digits)")
  }

  /// Decodes scalar by scalar: `decode` returns the scalar at an index (`nil` if there is none) and the bytes
  /// it takes, 0 if the block ends within it.
  private mutating func transcodedBlock(
    _ bytes: UnsafeRawBufferPointer,
    start: Int,
    decode: (UnsafeRawBufferPointer, Int) -> (scalar: UnicodeScalar?, length: Int)
  ) -> Block {
    var oddities: [Oddity] = []
    var filled = 0
    var index = 0
    while index < bytes.count {
      let (scalar, length) = decode(bytes, index)
      if length == 0 { break }
      if let scalar, scalar.value != 0 {
        if scalar.value < 0x80 {
          put(UInt8(truncatingIfNeeded: scalar.value), &filled)
        } else {
          for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { put(byte, &filled) }
        }
      } else {
        oddities.append(
          scalar == nil
            ? Oddity(name: .invalidUTF16, textOffset: filled, what: "half a character")
            : Oddity(name: .nulByte, textOffset: filled, what: "a NUL character"))
        if !isLenient {
          isAtEnd = true
          break
        }
        for byte in BlockDecoder.replacement { put(byte, &filled) }
      }
      index += length
    }
    offset += index
    let text = UnsafeBufferPointer(rebasing: text[..<filled])
    return Block(text: text, start: start, oddities: oddities, isVerbatim: false)
  }

  private func put(_ byte: UInt8, _ filled: inout Int) {
    text[filled] = byte
    filled += 1
  }

  /// U+FFFD.
  private static var replacement: [UInt8] { [0xEF, 0xBF, 0xBD] }
}

/// Reads UTF-16 from bytes.
private enum UTF16Unit {
  /// The scalar at an index; `low` is the place of the low byte in each pair.
  static func scalar(
    _ bytes: UnsafeRawBufferPointer, at index: Int, low: Int, isLast: Bool
  ) -> (scalar: UnicodeScalar?, length: Int) {
    func unit(_ index: Int) -> UInt32 {
      UInt32(bytes[index + low]) | UInt32(bytes[index + 1 - low]) << 8
    }
    guard index + 2 <= bytes.count else { return (nil, isLast ? bytes.count - index : 0) }
    let first = unit(index)
    if let scalar = UnicodeScalar(first) { return (scalar, 2) }
    guard first < 0xDC00 else { return (nil, 2) }
    guard index + 4 <= bytes.count else { return (nil, isLast ? 2 : 0) }
    let second = unit(index + 2)
    guard (0xDC00..<0xE000).contains(second) else { return (nil, 2) }
    return (UnicodeScalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)), 4)
  }
}

/// The table of Windows-1252 as the WHATWG Encoding Standard has it: unused bytes stand for C1 controls.
private enum Windows1252 {
  static func scalarValue(of byte: UInt8) -> UInt16 {
    (0x80..<0xA0).contains(byte) ? high[Int(byte) - 0x80] : UInt16(byte)
  }

  private static let high: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D, 0x017D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]
}
