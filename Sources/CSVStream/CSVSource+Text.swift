extension CSVSource {
  /// The whole text as UTF-8, without a byte-order mark, whatever the file's encoding; what is no text becomes U+FFFD.
  ///
  ///     CSVReader(bytes: utf16Bytes, name: "-").source.utf8()        // Array("a,b\n".utf8)
  public func utf8() -> [UInt8] {
    var text: [UInt8] = []
    var decoder = decoder(from: textStart, blockSize: 256 << 10)
    while let block = try? decoder.next() { text.append(contentsOf: block.text) }
    return text
  }
}
