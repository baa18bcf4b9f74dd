/// Gives each distinct text a small number, so that millions of fields cost four bytes each.
///
///     var interner = CSVInterner()
///     interner.id(for: record.bytes(1))        // 0 for the first distinct text, 1 for the next
///     interner.string(0)                       // "Denver"
///
/// Numbers are given in the order of first appearance. Use one interner a column: a field equal to the last
/// one is found without hashing.
public struct CSVInterner: Sendable {
  private var bytes: [UInt8] = []
  /// Where each text ends in `bytes`, after a leading 0.
  private var ends: [Int] = [0]
  private var hashes: [UInt64] = []
  /// Open addressing, a power of two long, at most half full: ids, or -1.
  private var table = [Int32](repeating: -1, count: 64)
  private var last: Int32 = -1
  private var lastStart = 0
  private var lastCount = -1

  /// An interner that knows no text: `CSVInterner()`.
  public init() {}

  /// The number of distinct texts: `2` after Denver, Boise, Denver.
  public var count: Int { hashes.count }

  /// The number of a text in UTF-8, new if it has not been seen: `0` for the first.
  public mutating func id(for text: UnsafeBufferPointer<UInt8>) -> Int32 {
    if text.count == lastCount, isEqual(lastStart, text) { return last }
    let hash = CSVInterner.hash(text)
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while table[slot] >= 0 {
      let id = table[slot]
      let start = ends[Int(id)]
      if hashes[Int(id)] == hash, ends[Int(id) + 1] - start == text.count, isEqual(start, text) {
        remember(id, start, text.count)
        return id
      }
      slot = (slot + 1) & mask
    }
    return insert(text, hash)
  }

  /// The number of a text, new if it has not been seen: `interner.id(for: "Denver")`.
  public mutating func id(for text: String) -> Int32 {
    var text = text
    return text.withUTF8 { id(for: $0) }
  }

  /// The text with a number that `id(for:)` returned: `interner.string(0)` is `"Denver"`.
  public func string(_ id: Int32) -> String {
    String(decoding: bytes[ends[Int(id)]..<ends[Int(id) + 1]], as: UTF8.self)
  }

  private mutating func remember(_ id: Int32, _ start: Int, _ count: Int) {
    (last, lastStart, lastCount) = (id, start, count)
  }

  /// Whether the known text that starts there, of the same length, is this text.
  @inline(__always)
  private func isEqual(_ start: Int, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.withUnsafeBytes { known in
      CSVInterner.areEqual(known.baseAddress, start, text.baseAddress, text.count)
    }
  }

  /// Compares eight bytes at a time: the texts are short, and a call to memcmp would cost more.
  @inline(__always)
  private static func areEqual(
    _ known: UnsafeRawPointer?, _ start: Int, _ text: UnsafePointer<UInt8>?, _ count: Int
  ) -> Bool {
    guard count > 0, let known, let text else { return true }
    let left = known + start
    let right = UnsafeRawPointer(text)
    if count < 8 { return short(left, count) == short(right, count) }
    var index = 0
    while index &+ 8 < count {
      if eight(left, index) != eight(right, index) { return false }
      index &+= 8
    }
    return eight(left, count &- 8) == eight(right, count &- 8)
  }

  /// Multiply and fold, eight bytes at a time (the core of wyhash).
  private static func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: text.count) ^ 0x9E37_79B9_7F4A_7C15
    guard text.count > 0, let base = UnsafeRawPointer(text.baseAddress) else { return hash }
    if text.count < 8 { return folded(hash ^ short(base, text.count)) }
    var index = 0
    while index &+ 8 < text.count {
      hash = folded(hash ^ eight(base, index))
      index &+= 8
    }
    return folded(hash ^ eight(base, text.count &- 8))
  }

  @inline(__always)
  private static func eight(_ base: UnsafeRawPointer, _ offset: Int) -> UInt64 {
    base.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// One to seven bytes as one number, different for different bytes of the same count; without a loop, whose
  /// end would be mispredicted.
  @inline(__always)
  private static func short(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let first = base.loadUnaligned(as: UInt32.self)
      let last = base.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      return UInt64(first) | UInt64(last) &<< 32
    }
    let first = base.load(as: UInt8.self)
    let middle = base.load(fromByteOffset: count &>> 1, as: UInt8.self)
    let last = base.load(fromByteOffset: count &- 1, as: UInt8.self)
    return UInt64(first) | UInt64(middle) &<< 8 | UInt64(last) &<< 16
  }

  private static func folded(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xA076_1D64_78BD_642F)
    return high ^ low
  }

  private mutating func insert(_ text: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int32 {
    let id = Int32(hashes.count)
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    remember(id, bytes.count - text.count, text.count)
    if hashes.count * 2 > table.count {
      table = [Int32](repeating: -1, count: table.count * 2)
      for id in hashes.indices { place(Int32(id)) }
    } else {
      place(id)
    }
    return id
  }

  private mutating func place(_ id: Int32) {
    let mask = table.count - 1
    var slot = Int(truncatingIfNeeded: hashes[Int(id)]) & mask
    while table[slot] >= 0 { slot = (slot + 1) & mask }
    table[slot] = id
  }
}
