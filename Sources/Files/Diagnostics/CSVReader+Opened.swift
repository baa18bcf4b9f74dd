import CSVStream

extension CSVReader {
  /// A file, or standard input for `-`: what can be read only once is held.
  ///
  /// Throws ``FileTrouble`` when it cannot be read.
  static func opened(_ path: String, faultLimit: Int) throws -> CSVReader {
    let options = CSVOptions(faultLimit: faultLimit)
    guard path != "-", Folder.isPlainFile(path) else {
      return CSVReader(bytes: try Folder.bytes(of: path), name: path, options: options)
    }
    do { return try CSVReader(path: path, options: options) } catch {
      throw FileTrouble(.missing, path: path, message: error.message, cure: error.cure)
    }
  }
}
