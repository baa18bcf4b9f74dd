import Quantities
import TestSupport
import Testing

@testable import Files

@Suite("A damaged gzip file is told as that, whatever its text seems to say")
struct DamagedGzipTests {
  private let bench: IntakeBench

  init() throws { bench = try IntakeBench() }

  private static let sound = CanonicalRows.file([CanonicalRows.row(value: "180000")])
  private static let faulty = CanonicalRows.file((0..<60).map { _ in CanonicalRows.row(role: "Poet", value: "x") })
  private static let people = "Job Title,City,Base Salary\n" + (IntakeTests.rows + ["a,b,c,d"]).joined(separator: "\n")
  private static let noSurvey = "a,b\n1,\"2\"3\n"

  @Test(arguments: [sound, faulty, people, noSurvey], [true, false])
  func told(_ text: String, _ isForgiving: Bool) throws {
    var packed = Self.packed(Array(text.utf8))
    let options = SurveyReader.Options(
      effective: CalendarDate("2026-03-01"), isLenient: isForgiving, skipsBadRows: isForgiving)
    let path = try bench.bench.folder.write(packed, to: "pay.csv.gz")
    #expect(try !bench.faults(path, options).contains("damaged-gzip"))
    // The sum of the text, behind it.
    packed[packed.count - 8] ^= 1
    try bench.bench.folder.write(packed, to: "pay.csv.gz")
    #expect(try bench.faults(path, options) == ["damaged-gzip"])
  }

  /// A gzip file with the text as it is in one stored block (RFC 1951, 3.2.4; RFC 1952).
  private static func packed(_ text: [UInt8]) -> [UInt8] {
    func bytes(_ number: some FixedWidthInteger) -> [UInt8] { withUnsafeBytes(of: number.littleEndian) { Array($0) } }
    let count = UInt16(text.count)
    let head: [UInt8] = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1]
    return head + bytes(count) + bytes(~count) + text + bytes(checksum(text)) + bytes(UInt32(count))
  }

  /// CRC-32, bit by bit.
  private static func checksum(_ text: [UInt8]) -> UInt32 {
    ~text.reduce(.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in (sum >> 1) ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
    }
  }
}
