/// From bytes to a tree; a file that has none is reported with one fault.
enum YAMLDocumentReader {
  struct Document {
    let source: SourceText
    let root: YAMLNode
    let duplicates: [YAMLComposer.Duplicate]
  }

  /// Throws ``BadInput`` with the only fault of a file that is not a YAML document.
  static func read(_ bytes: [UInt8], file: String, byteLimit: Int) throws -> Document {
    // Neither can be shown a place in: the first is too long to search, the second is not text to us.
    let unseen = SourceText(file: file, bytes: [])
    if bytes.count > byteLimit { throw alone(.tooLarge("bytes", limit: byteLimit), nil, unseen) }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw alone(.notUTF8(isUTF16: true), nil, unseen)
    }
    let source = SourceText(file: file, bytes: bytes)
    if let bad = UTF8Check.firstBadByte(in: source.bytes) {
      throw alone(.notUTF8(isUTF16: false), source.place(ofByte: bad), source)
    }
    do {
      let document = try YAMLComposer.document(of: source.bytes)
      guard let root = document.root, !root.isEmpty else { throw alone(.emptyFile(), nil, source) }
      return Document(source: source, root: root, duplicates: document.duplicates)
    } catch let failure as YAMLComposer.Failure {
      throw badInput(failure, source)
    }
  }

  private static func badInput(_ failure: YAMLComposer.Failure, _ source: SourceText) -> BadInput {
    switch failure {
    case .syntax(let problem, let offset, _) where problem.hasPrefix("Maximum nesting level"):
      return alone(.tooDeep(limit: YAMLComposer.depthLimit), source.place(ofScalar: offset), source)
    case .syntax(let problem, let offset, let context):
      // At the end of the file there is nothing to see; what was left open is where the cure is.
      let isAtEnd = source.isEnd(ofScalar: offset) || problem == "found unexpected end of stream"
      let place = isAtEnd ? context ?? offset : offset
      return alone(.syntax(problem, at: source.scalar(at: offset)), source.place(ofScalar: place), source)
    case .badByte(let offset): return alone(.controlCharacter(), source.place(ofByte: offset), source)
    case .unknownAlias(let name, let offset):
      return alone(.unknownAlias(name), source.place(ofScalar: offset), source)
    case .secondDocument(let offset): return alone(.secondDocument(), source.place(ofScalar: offset), source)
    case .tooManyNodes(let offset):
      return alone(.tooLarge("values", limit: YAMLComposer.nodeLimit), source.place(ofScalar: offset), source)
    case .tooDeep(let offset):
      return alone(.tooDeep(limit: YAMLComposer.depthLimit), source.place(ofScalar: offset), source)
    }
  }

  private static func alone(_ text: FaultText, _ place: SourceText.Place?, _ source: SourceText) -> BadInput {
    BadInput([ScenarioReading.diagnostic(text, at: place, source)])
  }
}
