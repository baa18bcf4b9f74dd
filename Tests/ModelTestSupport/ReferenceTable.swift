import Foundation

/// A small CSV file of known values, beside the test that reads it.
///
///     for row in try ReferenceTable("Reference/pchip.csv").rows { row["pay"], row.number("p50") }
///
/// Fields may be quoted; a field holds no line break.
public struct ReferenceTable: Sendable {
  public struct Row: Sendable, CustomStringConvertible {
    fileprivate let columns: [String: Int]
    fileprivate let fields: [String]

    /// The text of a column; empty when there is none.
    public subscript(_ column: String) -> String {
      columns[column].flatMap { fields.indices.contains($0) ? fields[$0] : nil } ?? ""
    }

    /// The number of a column; not-a-number when it is no number, so that every comparison with it fails.
    public func number(_ column: String) -> Double { Double(self[column]) ?? .nan }

    /// `S=50 K=60` in the column `inputs`.
    public func input(_ name: String) -> String {
      let pair = self["inputs"].split(separator: " ").first { $0.hasPrefix(name + "=") }
      return pair.map { String($0.dropFirst(name.count + 1)) } ?? ""
    }

    public func inputNumber(_ name: String) -> Double { Double(input(name)) ?? .nan }

    /// `12/24/36`
    public func inputNumbers(_ name: String) -> [Double] {
      input(name).split(separator: "/").compactMap { Double($0) }
    }

    public var description: String { fields.prefix(4).joined(separator: ",") }
  }

  public let rows: [Row]

  public init(_ path: String, beside file: String = #filePath) throws {
    let folder = URL(fileURLWithPath: file).deletingLastPathComponent()
    try self.init(url: folder.appendingPathComponent(path))
  }

  init(url: URL) throws {
    let lines = try Data(contentsOf: url).split(separator: UInt8(ascii: "\n"))
      .map { String(decoding: $0.last == UInt8(ascii: "\r") ? $0.dropLast() : $0, as: UTF8.self) }
    let header = ReferenceTable.fields(lines[0])
    let columns = Dictionary(uniqueKeysWithValues: zip(header, header.indices))
    rows = lines.dropFirst().map { Row(columns: columns, fields: ReferenceTable.fields($0)) }
  }

  private static func fields(_ line: String) -> [String] {
    guard line.utf8.contains(UInt8(ascii: "\"")) else {
      return line.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    var fields = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: fields.append("")
      default: fields[fields.count - 1].append(character)
      }
    }
    return fields
  }
}
