import CZlib

/// One reading of a gzip file from a place in it onwards: packed bytes in, text out.
///
/// Several gzip files written one after the other are one text, as for `gunzip`; zeros behind the last are
/// padding.
final class Inflater {
  /// Packed bytes read at a time.
  private static let inputSize = 64 << 10

  private let packed: ByteSource
  private let stream: UnsafeMutablePointer<z_stream>
  private let input: UnsafeMutableRawBufferPointer
  /// Where the next packed bytes are read.
  private var inputOffset: Int
  /// How much text there was before what comes next.
  private(set) var textOffset: Int
  private(set) var isAtEnd = false
  /// What it failed of: asked again, it fails of the same.
  private var failure: ReadFailure?

  /// Begins with the first byte.
  convenience init(_ packed: ByteSource) throws(ReadFailure) {
    self.init(packed, inputOffset: 0, textOffset: 0)
    guard parley_gunzip_start(stream) == Z_OK else { throw ReadFailure(damage: "there is no memory to unpack it") }
  }

  /// Another one that goes on from where this one is.
  func copy() throws(ReadFailure) -> Inflater {
    let other = Inflater(packed, inputOffset: inputOffset - Int(stream.pointee.avail_in), textOffset: textOffset)
    guard inflateCopy(other.stream, stream) == Z_OK else {
      throw ReadFailure(damage: "there is no memory to unpack it")
    }
    // Its own input begins with what this one has read and not used.
    other.stream.pointee.next_in = nil
    other.stream.pointee.avail_in = 0
    other.isAtEnd = isAtEnd
    return other
  }

  private init(_ packed: ByteSource, inputOffset: Int, textOffset: Int) {
    self.packed = packed
    self.inputOffset = inputOffset
    self.textOffset = textOffset
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    input = .allocate(byteCount: Inflater.inputSize, alignment: 64)
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
    input.deallocate()
  }

  /// Fills the buffer with the text that comes next; less only at the end.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    if let failure { throw failure }
    do throws(ReadFailure) { return try unpack(into: buffer) } catch {
      failure = error
      throw error
    }
  }

  private func unpack(into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    stream.pointee.next_out = buffer.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_out = UInt32(buffer.count)
    while stream.pointee.avail_out > 0, !isAtEnd {
      guard try hasInput() else { throw damage("it breaks off", in: buffer) }
      switch inflate(stream, Z_NO_FLUSH) {
      case Z_OK, Z_BUF_ERROR: continue
      case Z_STREAM_END: try endMember()
      default: throw damage("it is damaged", in: buffer)
      }
    }
    let count = buffer.count - Int(stream.pointee.avail_out)
    textOffset += count
    return count
  }

  private func endMember() throws(ReadFailure) {
    guard try hasInput(), stream.pointee.next_in.pointee != 0 else {
      isAtEnd = true
      return
    }
    inflateReset(stream)
  }

  private func hasInput() throws(ReadFailure) -> Bool {
    if stream.pointee.avail_in > 0 { return true }
    let count = try packed.read(at: inputOffset, into: input)
    inputOffset += count
    stream.pointee.next_in = input.bindMemory(to: UInt8.self).baseAddress
    stream.pointee.avail_in = UInt32(count)
    return count > 0
  }

  private func damage(_ what: String, in buffer: UnsafeMutableRawBufferPointer) -> ReadFailure {
    let good = textOffset + buffer.count - Int(stream.pointee.avail_out)
    return ReadFailure(damage: "the gzip file cannot be unpacked: \(what) after \(good) bytes of text")
  }
}
