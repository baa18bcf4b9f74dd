/// Guesses how characters became bytes.
enum EncodingGuess {
  static func guess(_ sample: [UInt8], isWhole: Bool) -> (dialect: CSVDialect, reason: String) {
    for encoding in CSVDialect.Encoding.allCases where !encoding.byteOrderMark.isEmpty {
      if sample.starts(with: encoding.byteOrderMark) {
        let dialect = CSVDialect(encoding: encoding, hasByteOrderMark: true)
        return (dialect, "the file begins with the byte-order mark of \(encoding.rawValue)")
      }
    }
    if let encoding = utf16(sample) {
      return (CSVDialect(encoding: encoding), "every other byte is mostly zero: \(encoding.rawValue)")
    }
    let (multibyte, invalid) = census(sample, isWhole: isWhole)
    if invalid == 0 {
      let what = multibyte == 0 ? "all characters are ASCII" : "all characters are well-formed UTF-8"
      return (CSVDialect(encoding: .utf8), what)
    }
    // One broken byte among many accented letters is a fault in a UTF-8 file, not another encoding.
    if multibyte > invalid * 4 {
      return (CSVDialect(encoding: .utf8), "nearly all characters are well-formed UTF-8")
    }
    return (CSVDialect(encoding: .windows1252), "\(invalid) bytes are not UTF-8, taken for Windows-1252")
  }

  /// Text in a western language has zeros in one half of its UTF-16 units and hardly any in the other.
  private static func utf16(_ sample: [UInt8]) -> CSVDialect.Encoding? {
    guard sample.count >= 4 else { return nil }
    var zeros = [0, 0]
    for (index, byte) in sample.enumerated() where byte == 0 { zeros[index & 1] += 1 }
    let half = sample.count / 2
    if zeros[1] * 10 > half * 6, zeros[0] * 20 < half { return .utf16LittleEndian }
    if zeros[0] * 10 > half * 6, zeros[1] * 20 < half { return .utf16BigEndian }
    return nil
  }

  /// Well-formed UTF-8 characters beyond ASCII, and bytes that belong to none.
  private static func census(_ sample: [UInt8], isWhole: Bool) -> (multibyte: Int, invalid: Int) {
    sample.withUnsafeBufferPointer { bytes in
      var invalid = 0
      var index = 0
      // Each character beyond ASCII has one lead byte, and each invalid byte was counted once too often
      // if it looks like one.
      var leads = bytes.count { $0 >= 0xC2 && $0 <= 0xF4 }
      while index < bytes.count {
        let (end, stop) = TextScan.validate(bytes, from: index)
        if stop == .end || (stop == .incomplete && !isWhole) { break }
        if stop != .nul {
          invalid += 1
          if (0xC2...0xF4).contains(bytes[end]) { leads -= 1 }
        }
        index = end + 1
      }
      return (leads, invalid)
    }
  }
}
