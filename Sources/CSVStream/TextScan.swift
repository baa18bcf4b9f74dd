/// Fast questions about bytes that claim to be UTF-8 text.
enum TextScan {
  /// Whether all bytes are ASCII characters other than NUL.
  static func isPlainASCII(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress else { return true }
    let count = bytes.count
    var index = 0
    // One accumulator per stride keeps the loop free of branches, so that it runs at memory speed.
    while index + 64 <= count {
      var high: UInt64 = 0
      var zero: UInt64 = 0
      for step in stride(from: 0, to: 64, by: 8) {
        let word = base.loadUnaligned(fromByteOffset: index + step, as: UInt64.self)
        high |= word
        zero |= (word &- 0x0101_0101_0101_0101) & ~word
      }
      if (high | zero) & 0x8080_8080_8080_8080 != 0 { return false }
      index += 64
    }
    while index < count {
      let byte = base.load(fromByteOffset: index, as: UInt8.self)
      if byte == 0 || byte >= 0x80 { return false }
      index += 1
    }
    return true
  }

  /// How far from `start` the bytes are UTF-8 text without NULs, and what stopped the scan.
  static func validate(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> (end: Int, stop: Stop) {
    var index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte < 0x80 {
        if byte == 0 { return (index, .nul) }
        index += 1
        // Most of the text between two letters with accents: eight bytes at a time, none of them NUL.
        while index + 8 <= bytes.count, let base = bytes.baseAddress {
          let word = UnsafeRawPointer(base).loadUnaligned(fromByteOffset: index, as: UInt64.self)
          let zero = (word &- 0x0101_0101_0101_0101) & ~word
          if (word | zero) & 0x8080_8080_8080_8080 != 0 { break }
          index += 8
        }
        continue
      }
      guard let form = UTF8Form(lead: byte) else { return (index, .invalid) }
      var step = 1
      while step < form.length {
        guard index + step < bytes.count else { return (index, .incomplete) }
        let next = bytes[index + step]
        let allowed = step == 1 ? form.second : 0x80...0xBF
        guard allowed.contains(next) else { return (index, .invalid) }
        step += 1
      }
      index += form.length
    }
    return (index, .end)
  }

  enum Stop {
    /// Everything is text.
    case end
    /// A NUL character.
    case nul
    /// A byte that can be no part of a character.
    case invalid
    /// The bytes end within a character that has been right so far.
    case incomplete
  }
}

/// The length of a UTF-8 sequence and the range of its second byte (Unicode 16, table 3-7).
private struct UTF8Form {
  let length: Int
  let second: ClosedRange<UInt8>

  init?(lead: UInt8) {
    switch lead {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
  }
}
