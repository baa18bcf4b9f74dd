import Synchronization

/// The text in a gzip file, readable at any offset as if it were not packed, in constant memory.
///
/// Text is unpacked once from start to end. Messages ask for a line again that has just been read: the last
/// pieces are kept for them. For what is further back, the state of the unpacking is kept every few megabytes.
final class GzipText: @unchecked Sendable {
  /// Whether bytes are the beginning of a gzip file. No CSV text begins so: 1F is a control character.
  static func isBeginning(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// Touched only under the lock, which is what makes the class sendable.
  private let unpacking: Unpacking
  private let lock = Mutex(())

  init(_ packed: ByteSource) throws(ReadFailure) {
    unpacking = try Unpacking(packed)
  }

  /// Fills the buffer from an offset of the text; less only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    try lock.withLock { (_) throws(ReadFailure) in try unpacking.read(at: offset, into: buffer) }
  }

  /// Why it cannot be unpacked to its end; nil for a sound file. What was not read yet is unpacked for it.
  var damage: ReadFailure? { lock.withLock { _ in unpacking.damage } }
}

/// Pieces of text in the order of the file, the last few of them held.
private final class Unpacking {
  private static let pieceSize = 256 << 10
  private static let heldPieces = 4
  /// Each mark holds 50 kB; beyond so many, every second one goes.
  private static let markLimit = 64

  /// Unpacks what was never read before.
  private let front: Inflater
  /// Unpacks what was read before and is wanted again.
  private var back: Inflater?
  private var held: [(index: Int, bytes: [UInt8])] = []
  private var marks: [Inflater] = []
  /// Pieces from one mark to the next.
  private var markSpacing = 16

  init(_ packed: ByteSource) throws(ReadFailure) {
    front = try Inflater(packed)
  }

  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    var filled = 0
    while filled < buffer.count {
      let (index, start) = (offset + filled).quotientAndRemainder(dividingBy: Unpacking.pieceSize)
      let bytes = try piece(index)
      let count = min(buffer.count - filled, bytes.count - start)
      guard count > 0 else { break }
      bytes.withUnsafeBytes { text in
        UnsafeMutableRawBufferPointer(rebasing: buffer[filled..<filled + count])
          .copyMemory(from: UnsafeRawBufferPointer(rebasing: text[start..<start + count]))
      }
      filled += count
    }
    return filled
  }

  var damage: ReadFailure? {
    do throws(ReadFailure) {
      while !front.isAtEnd { _ = try advance(front, to: front.textOffset, marking: true) }
      return nil
    } catch { return error }
  }

  private func piece(_ index: Int) throws(ReadFailure) -> [UInt8] {
    if let known = held.first(where: { $0.index == index }) { return known.bytes }
    let start = index * Unpacking.pieceSize
    if start < front.textOffset {
      var reader = back
      let mark = marks.last { $0.textOffset <= start }
      if reader.map({ $0.textOffset > start || $0.textOffset < mark?.textOffset ?? 0 }) ?? true {
        reader = try mark?.copy()
      }
      back = reader
      guard let reader else { return [] }
      return try advance(reader, to: start, marking: false)
    }
    return try advance(front, to: start, marking: true)
  }

  /// The piece that begins at an offset; those before it are unpacked and held in passing.
  private func advance(_ reader: Inflater, to start: Int, marking: Bool) throws(ReadFailure) -> [UInt8] {
    while true {
      let offset = reader.textOffset
      if reader.isAtEnd { return [] }
      if marking { try mark(reader) }
      var bytes = [UInt8](repeating: 0, count: Unpacking.pieceSize)
      var count = 0
      var failure: ReadFailure?
      bytes.withUnsafeMutableBytes { buffer in
        do throws(ReadFailure) { count = try reader.fill(buffer) } catch { failure = error }
      }
      if let failure { throw failure }
      bytes.removeLast(bytes.count - count)
      hold(bytes, offset / Unpacking.pieceSize)
      if offset == start { return bytes }
    }
  }

  private func hold(_ bytes: [UInt8], _ index: Int) {
    if held.count == Unpacking.heldPieces { held.removeFirst() }
    held.append((index, bytes))
  }

  private func mark(_ reader: Inflater) throws(ReadFailure) {
    guard reader.textOffset % (markSpacing * Unpacking.pieceSize) == 0 else { return }
    marks.append(try reader.copy())
    guard marks.count > Unpacking.markLimit else { return }
    markSpacing *= 2
    marks.removeAll { $0.textOffset % (markSpacing * Unpacking.pieceSize) != 0 }
  }
}
