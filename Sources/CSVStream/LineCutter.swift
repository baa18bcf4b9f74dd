#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Cuts a block of text into pieces that end with a physical line's end, or with the block.
///
/// LF, CRLF and a lone CR each end one line, inside quotes too: lines are what an editor shows.
struct LineCutter {
  struct Piece {
    let range: Range<Int>
    /// Whether a line ends with this piece.
    let endsLine: Bool
    /// Whether the piece is the LF of a CRLF whose CR ended the block before.
    let isSecondHalf: Bool
  }

  private var text = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  private var cursor = 0
  private var nextLF = 0
  private var nextCR = 0
  private var endedInCR = false

  /// Goes on with the next block of the same file.
  mutating func start(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
    cursor = 0
    nextLF = -1
    nextCR = -1
  }

  /// The next piece, or `nil` at the block's end.
  mutating func next() -> Piece? {
    let start = cursor
    guard start < text.count else { return nil }
    if endedInCR {
      endedInCR = false
      if text[start] == 0x0A {
        cursor += 1
        return Piece(range: start..<cursor, endsLine: false, isSecondHalf: true)
      }
    }
    // Each byte is looked at once for each of the two, even in a file that has only one of them.
    if nextLF < start { nextLF = index(of: 0x0A, from: start) }
    if nextCR < start { nextCR = index(of: 0x0D, from: start) }
    var end = min(nextLF, nextCR)
    guard end < text.count else {
      cursor = text.count
      return Piece(range: start..<cursor, endsLine: false, isSecondHalf: false)
    }
    if end == nextCR {
      endedInCR = end + 1 == text.count
      if !endedInCR, nextLF == end + 1 { end = nextLF }
    }
    cursor = end + 1
    return Piece(range: start..<cursor, endsLine: true, isSecondHalf: false)
  }

  private func index(of byte: UInt8, from start: Int) -> Int {
    guard let base = text.baseAddress,
      let found = memchr(base + start, Int32(byte), text.count - start)
    else { return text.count }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}
