import CLibMD
import CSHA256
import Glibc

/// SHA-256 of bytes or of a file, as 64 hexadecimal digits.
///
///     try Digest.sha256(ofFile: "pay.csv")    // "09173f8f29ff…"
public enum Digest {
  /// Reads the file in blocks; throws ``FileTrouble`` when it cannot.
  public static func sha256(ofFile path: String) throws -> String {
    let file = open(path, O_RDONLY)
    guard file >= 0 else {
      throw FileTrouble(.missing, path: path, message: String(cString: strerror(errno)))
    }
    defer { close(file) }
    var context = SHA2_CTX()
    SHA256Init(&context)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = read(file, block.baseAddress, block.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileTrouble(.inputOutput, path: path, message: String(cString: strerror(errno)))
      }
      add(UnsafeRawBufferPointer(rebasing: block[..<count]), to: &context)
    }
    return finish(&context)
  }

  /// Of bytes in memory.
  public static func sha256(of bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    bytes.withUnsafeBytes { add($0, to: &context) }
    return finish(&context)
  }

  /// Whole blocks go the fast way where the processor has one; what is left over, and the end, are libmd's.
  private static func add(_ bytes: UnsafeRawBufferPointer, to context: inout SHA2_CTX) {
    guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return }
    let blocks = bytes.count / 64
    var taken = 0
    // Only between two blocks: what was left over before is in the context's buffer.
    if context.bitcount.0 % 512 == 0, blocks > 0 {
      let isTaken = withUnsafeMutablePointer(to: &context.state.st32) { state in
        state.withMemoryRebound(to: UInt32.self, capacity: 8) { parley_sha256_blocks($0, base, blocks) }
      }
      if isTaken != 0 {
        taken = blocks * 64
        context.bitcount.0 += UInt64(taken) * 8
      }
    }
    SHA256Update(&context, base + taken, bytes.count - taken)
  }

  private static func finish(_ context: inout SHA2_CTX) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
