import CNettle
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
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    let block = UnsafeMutableRawBufferPointer.allocate(byteCount: 256 << 10, alignment: 16)
    defer { block.deallocate() }
    while true {
      let count = read(file, block.baseAddress, block.count)
      if count == 0 { break }
      guard count > 0 else {
        if errno == EINTR { continue }
        throw FileTrouble(.inputOutput, path: path, message: String(cString: strerror(errno)))
      }
      nettle_sha256_update(&context, count, block.assumingMemoryBound(to: UInt8.self).baseAddress)
    }
    return finish(&context)
  }

  /// Of bytes in memory.
  public static func sha256(of bytes: [UInt8]) -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, bytes.count, bytes)
    return finish(&context)
  }

  private static func finish(_ context: inout sha256_ctx) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
