import CSVStream
import Market

/// Texts of an OEWS file that stand in thousands of rows each, read once: places, occupations, industries.
struct OEWSTexts {
  private var areas = CSVInterner()
  private var types = CSVInterner()
  private var codes = CSVInterner()
  private var sectors = CSVInterner()
  private var places: [UInt64: String?] = [:]
  private var lastPlace: (key: UInt64, id: String?)?
  private var occupations: [String?] = []
  private var industries: [String] = []

  /// What tells the cell of the row apart whose texts were read last: area and its type, occupation, industry.
  var cellKey: UInt64 { place << 40 | occupation << 20 | industry }
  private var place: UInt64 = 0
  private var occupation: UInt64 = 0
  private var industry: UInt64 = 0

  /// The place of an area code and type: `US-19740`; nil when there is none.
  mutating func location(area: UnsafeBufferPointer<UInt8>, type: UnsafeBufferPointer<UInt8>) -> String? {
    let key = UInt64(areas.id(for: area)) << 32 | UInt64(types.id(for: type))
    place = ((key >> 32) << 4) | (key & 0xF)
    if let lastPlace, lastPlace.key == key { return lastPlace.id }
    let id =
      places[key]
      ?? OEWSLayout.location(area: String(decoding: area, as: UTF8.self), type: String(decoding: type, as: UTF8.self))
    places[key] = id
    lastPlace = (key, id)
    return id
  }

  /// An occupation code, nil when it is none: `11-3021`.
  mutating func occupation(_ bytes: UnsafeBufferPointer<UInt8>) -> String? {
    let id = Int(codes.id(for: bytes))
    occupation = UInt64(id)
    if id == occupations.count {
      let text = codes.string(Int32(id))
      occupations.append(RoleDirectory.isOccupationCode(text) ? text : nil)
    }
    return occupations[id]
  }

  /// An industry code, empty for all industries together: `000000`.
  mutating func industry(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    let id = Int(sectors.id(for: bytes))
    industry = UInt64(id)
    if id == industries.count {
      let text = sectors.string(Int32(id))
      industries.append(text.allSatisfy { $0 == "0" } ? "" : text)
    }
    return industries[id]
  }
}

/// The six marks of a cell's figures, put together without a text for each.
struct OEWSMarks {
  private var codes: UInt64 = 0
  private var count: UInt64 = 0

  mutating func append(_ mark: Unicode.Scalar) {
    codes |= UInt64(mark.value & 0x7F) << (8 * count)
    count += 1
  }

  var text: String {
    if codes == 0x2E2E_2E2E_2E2E { return "......" }
    return withUnsafeBytes(of: codes.littleEndian) { String(decoding: $0[..<Int(count)], as: UTF8.self) }
  }
}
