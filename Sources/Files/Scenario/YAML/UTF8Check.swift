/// Whether bytes are UTF-8, and where they stop being so.
enum UTF8Check {
  /// The offset of the first byte that begins no UTF-8 character; nil when all is well.
  ///
  ///     UTF8Check.firstBadByte(in: [0x61, 0xFF])    // 1
  static func firstBadByte(in bytes: [UInt8]) -> Int? {
    var parser = Unicode.UTF8.ForwardParser()
    var rest = bytes.makeIterator()
    var offset = 0
    while true {
      switch parser.parseScalar(from: &rest) {
      case .valid(let encoded): offset += encoded.count
      case .emptyInput: return nil
      case .error: return offset
      }
    }
  }
}
