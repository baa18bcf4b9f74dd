/// What a typed place lets one say about rows of the tables of places before they are taken apart: which of them
/// cannot be meant. Wrongly yes at times, never wrongly no.
///
///     PlaceHint("Denver").mayBeIn("Denver-Aurora-Centennial, CO")    // true
public struct PlaceHint: Sendable {
  private let pattern: UInt32
  private let mask: UInt32
  private let ids: [[UInt8]]

  public init(_ text: String) {
    let start = WordText.key(text).utf8.prefix(3).prefix { $0 != UInt8(ascii: " ") }
    pattern = start.reduce(0) { $0 << 8 | UInt32($1) }
    mask = start.reduce(0) { mask, _ in mask << 8 | 0xFF }
    let id = Array(text.uppercased().utf8)
    ids = [Array("US".utf8), id, Array("US-".utf8) + id]
  }

  /// Whether a place may be what was typed; every state may, since a state can stand behind a comma.
  ///
  /// Bytes rather than text, and loops rather than generic algorithms: this sees a thousand rows at every start.
  public func mayMean(id: UnsafeBufferPointer<UInt8>, name: UnsafeBufferPointer<UInt8>) -> Bool {
    let isState = id.count == 5
    return isState || mayBeIn(name) || ids.contains { PlaceHint.isEqual($0, id) }
  }

  /// Whether a name can hold the first letters of what was typed.
  public func mayBeIn(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    var window: UInt32 = 0
    for byte in name {
      if byte >= 0x80 { return true }
      guard WordText.isWordByte(byte) else { continue }
      window = (window << 8 | UInt32(byte | 0x20)) & mask
      if window == pattern { return true }
    }
    return pattern == 0
  }

  /// The same for text.
  public func mayBeIn(_ name: String) -> Bool {
    var name = name
    return name.withUTF8 { mayBeIn($0) }
  }

  private static func isEqual(_ one: [UInt8], _ other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard one.count == other.count else { return false }
    for index in one.indices where one[index] != other[index] { return false }
    return true
  }
}
