/// Where a record begins: a small value to keep while reading, to ask for columns and excerpts later.
///
///     record.position.line        // 4
///     source.location(ofField: 2, at: record.position).column        // 20
public struct CSVPosition: Sendable {
  /// The physical line, from 1, on which the record begins: `4`.
  public let line: Int

  /// The offset in the file from which decoding reproduces the text, and how far into that text the line
  /// begins. Two numbers, since in a transcoded file text offsets cannot be turned into file offsets.
  let blockStart: Int
  let textOffset: Int
}
