/// Tells compressed files by their first bytes, so that nobody is shown their bytes as text.
enum CompressedFile {
  private static let kinds: [(start: [UInt8], name: String, cure: String)] = [
    ([0x1F, 0x8B], "gzip", "unpack it first: gunzip -k"),
    ([0x42, 0x5A, 0x68], "bzip2", "unpack it first: bunzip2 -k"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], "xz", "unpack it first: unxz -k"),
    ([0x28, 0xB5, 0x2F, 0xFD], "zstd", "unpack it first: unzstd"),
    ([0x50, 0x4B, 0x03, 0x04], "a ZIP archive or a workbook", "unpack it, or save the sheet as CSV"),
  ]

  /// Throws ``BadInput`` when the bytes are the beginning of a compressed file.
  ///
  /// `unpacking`: the names of those that whoever reads on can unpack.
  static func refuse(_ bytes: [UInt8], file: String, unpacking: [String] = []) throws {
    guard let kind = kinds.first(where: { bytes.starts(with: $0.start) }), !unpacking.contains(kind.name) else {
      return
    }
    let command = kind.cure.contains(":") && file != "-" ? " \(file)" : ""
    throw BadInput([
      Diagnostic(
        name: "compressed-file", message: "the file is compressed (\(kind.name))", cure: kind.cure + command,
        file: file)
    ])
  }
}
