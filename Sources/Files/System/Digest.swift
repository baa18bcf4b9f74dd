import CLibMD
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
      SHA256Update(&context, block.baseAddress, count)
    }
    return finish(&context)
  }

  /// Of bytes in memory.
  public static func sha256(of bytes: [UInt8]) -> String {
    var context = SHA2_CTX()
    SHA256Init(&context)
    SHA256Update(&context, bytes, bytes.count)
    return finish(&context)
  }

  private static func finish(_ context: inout SHA2_CTX) -> String {
    var digest = [UInt8](repeating: 0, count: 32)
    SHA256Final(&digest, &context)
    let digits = Array("0123456789abcdef")
    return String(digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
