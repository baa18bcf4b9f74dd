/// What a typed place lets one say about rows of the tables of places before they are taken apart: which of them
/// cannot be meant. Wrongly yes at times, never wrongly no.
///
///     PlaceHint("Denver").mayMean(id: "US-19740".utf8, name: "Denver-Aurora-Centennial, CO".utf8)    // true
public struct PlaceHint: Sendable {
  private let pattern: UInt32
  private let mask: UInt32
  private let id: [UInt8]
  private let area: [UInt8]

  public init(_ text: String) {
    let start = WordText.key(text).utf8.prefix(3).prefix { $0 != UInt8(ascii: " ") }
    pattern = start.reduce(0) { $0 << 8 | UInt32($1) }
    mask = start.reduce(0) { mask, _ in mask << 8 | 0xFF }
    id = Array(text.uppercased().utf8)
    area = Array("US-".utf8) + id
  }

  /// Whether a place may be what was typed; every state may, since a state can stand behind a comma.
  public func mayMean(id: some Collection<UInt8>, name: some Collection<UInt8>) -> Bool {
    let isState = id.count == 5
    return isState || id.elementsEqual("US".utf8) || id.elementsEqual(self.id) || id.elementsEqual(area)
      || mayBeIn(name)
  }

  /// Whether a name can hold the first letters of what was typed.
  public func mayBeIn(_ name: some Collection<UInt8>) -> Bool {
    var window: UInt32 = 0
    for byte in name {
      if byte >= 0x80 { return true }
      guard WordText.isWordByte(byte) else { continue }
      window = (window << 8 | UInt32(byte | 0x20)) & mask
      if window == pattern { return true }
    }
    return pattern == 0
  }
}
