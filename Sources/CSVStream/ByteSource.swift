#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Bytes that can be read at any offset, again and again: an open file, memory, or the text in a gzip file.
final class ByteSource: Sendable {
  private enum Storage: Sendable {
    case memory([UInt8])
    case file(descriptor: Int32)
    case gzip(GzipText)
  }

  private let storage: Storage
  /// Bytes there were when it was opened: what buffers need not exceed.
  let size: Int

  init(_ bytes: [UInt8]) {
    storage = .memory(bytes)
    size = bytes.count
  }

  /// The text of bytes: unpacked where they are a gzip file, else as they are.
  static func text(_ bytes: [UInt8]) -> ByteSource {
    let plain = ByteSource(bytes)
    guard GzipText.isBeginning(bytes), let text = try? GzipText(plain) else { return plain }
    return ByteSource(text)
  }

  /// The text of a file, unpacked where it is a gzip file.
  static func text(path: String) throws(ReadFailure) -> ByteSource {
    let plain = try ByteSource(path: path)
    return GzipText.isBeginning(try plain.prefix(2)) ? ByteSource(try GzipText(plain)) : plain
  }

  /// How large the text is shows only at its end.
  private init(_ text: GzipText) {
    storage = .gzip(text)
    size = 1 << 40
  }

  /// Opens a file. What cannot be read twice (a pipe, a terminal) is read into memory at once.
  ///
  /// - Throws: a sentence saying why it cannot be read.
  init(path: String) throws(ReadFailure) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw ReadFailure(code: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw ReadFailure(code: code)
    }
    switch status.st_mode & S_IFMT {
    case S_IFREG:
      storage = .file(descriptor: descriptor)
      size = Int(status.st_size)
    case S_IFDIR:
      close(descriptor)
      throw ReadFailure(code: EISDIR)
    default:
      let bytes = ByteSource.readToEnd(descriptor)
      let code = errno
      close(descriptor)
      guard let bytes else { throw ReadFailure(code: code) }
      storage = .memory(bytes)
      size = bytes.count
    }
  }

  deinit {
    if case .file(let descriptor) = storage { close(descriptor) }
  }

  /// Fills the buffer from an offset; returns fewer bytes only at the end.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ReadFailure) -> Int {
    switch storage {
    case .memory(let bytes):
      let count = max(0, min(buffer.count, bytes.count - offset))
      if count > 0 { buffer.copyBytes(from: bytes[offset..<offset + count]) }
      return count
    case .file(let descriptor):
      var filled = 0
      while filled < buffer.count, let base = buffer.baseAddress {
        let count = pread(descriptor, base + filled, buffer.count - filled, off_t(offset + filled))
        if count == 0 { break }
        if count > 0 { filled += count } else if errno != EINTR { throw ReadFailure(code: errno) }
      }
      return filled
    case .gzip(let text): return try text.read(at: offset, into: buffer)
    }
  }

  /// What is wrong with a gzip file as a whole; nil for a sound one and for any other file.
  var damage: ReadFailure? {
    guard case .gzip(let text) = storage else { return nil }
    return text.damage
  }

  /// The first bytes, at most `count` of them.
  func prefix(_ count: Int) throws(ReadFailure) -> [UInt8] {
    // A file may have grown since it was opened, so a little more than its size is asked for.
    let count = min(count, size + 4096)
    var bytes = [UInt8](repeating: 0, count: count)
    var failure: ReadFailure?
    var filled = 0
    bytes.withUnsafeMutableBytes { buffer in
      do throws(ReadFailure) { filled = try read(at: 0, into: buffer) } catch { failure = error }
    }
    if let failure { throw failure }
    bytes.removeLast(count - filled)
    return bytes
  }

  private static func readToEnd(_ descriptor: Int32) -> [UInt8]? {
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = block.withUnsafeMutableBytes { systemRead(descriptor, $0.baseAddress, $0.count) }
      if count == 0 { return bytes }
      if count > 0 { bytes += block[..<count] } else if errno != EINTR { return nil }
    }
  }
}

/// Why the system refused to open or read a file.
struct ReadFailure: Error {
  let code: Int32
  /// What is wrong inside a file that the system reads well.
  let damage: String?

  init(code: Int32) {
    self.code = code
    damage = nil
  }

  init(damage: String) {
    code = 0
    self.damage = damage
  }

  var message: String {
    if let damage { return damage }
    return switch code {
    case ENOENT, ENOTDIR: "there is no such file"
    case EACCES, EPERM: "reading it is not permitted"
    case EISDIR: "it is a folder"
    default: "the system cannot read it (error \(code))"
    }
  }

  var cure: String {
    if damage != nil { return "copy or download the file again; `gzip -t` tests one" }
    return switch code {
    case ENOENT, ENOTDIR: "check the spelling and the folder"
    case EACCES, EPERM: "change its permissions, or copy it to where you may read it"
    case EISDIR: "name a file in it"
    default: "check the disk and the file"
    }
  }
}

/// `read(2)`, which the method of the same name would hide.
private func systemRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, buffer, count)
}
