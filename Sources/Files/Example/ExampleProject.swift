/// The project `parley init` begins with: a scenario that works as it stands, and notes.
///
///     var project = try ExampleProject(from: data)
///     try project.set(.base, to: "190k", reader: reader)
///     try project.write(to: "parley-offers")    // ["parley-offers/scenario.yaml", "parley-offers/notes.md"]
public struct ExampleProject: Sendable {
  /// What a user may say instead of the example, each known by where it stands in the scenario.
  public enum Answer: CaseIterable, Sendable {
    case base, city, title

    var paths: [[String]] {
      switch self {
      case .base: return [["offers", "base"]]
      case .city: return [["me", "location"], ["offers", "location"]]
      case .title: return [["me", "role"], ["offers", "role"]]
      }
    }
  }

  private static let names = [ScenarioReader.fileName, "notes.md"]
  private var files: [String: [UInt8]]

  /// Reads the shipped texts; throws ``FileTrouble`` when they are not there.
  public init(from data: ShippedData) throws {
    files = [:]
    for name in ExampleProject.names {
      files[name] = try Folder.bytes(of: "\(data.folder)/example/\(name)")
    }
  }

  /// The text that stands there now: `178k` for the base.
  public func value(of answer: Answer) throws -> String {
    try node(answer.paths[0])?.text ?? ""
  }

  /// Puts an answer in. What cannot be read as that field throws ``BadInput`` and changes nothing.
  ///
  /// Gives what a reader should know of how the answer was read: which of three places called Columbus it is.
  @discardableResult
  public mutating func set(_ answer: Answer, to text: String, reader: ScenarioReader) throws -> [String] {
    var changed = self
    for path in answer.paths { try changed.replace(path, with: text) }
    let before = try reader.read(bytes: scenario, file: ScenarioReader.fileName).notes
    let after = try reader.read(bytes: changed.scenario, file: ScenarioReader.fileName).notes
    self = changed
    return after.filter { !before.contains($0) }
  }

  /// Writes all files into a folder, or none: a file that is there already is never touched.
  ///
  /// Gives the paths of what was written. Throws ``FileTrouble`` that names every file in the way.
  public func write(to folder: String) throws -> [String] {
    let paths = try ExampleProject.freePaths(in: folder)
    let isNew = !Folder.exists(folder)
    try Folder.create(folder)
    var written: [String] = []
    do {
      for (name, path) in zip(ExampleProject.names, paths) {
        try NewFile.write(files[name] ?? [], to: path)
        written.append(path)
      }
    } catch {
      for path in written { NewFile.remove(path) }
      if isNew { NewFile.removeEmptyFolder(folder) }
      throw error
    }
    return written
  }

  /// Where the files will be; throws ``FileTrouble`` that names every file in the way.
  @discardableResult
  public static func freePaths(in folder: String) throws -> [String] {
    let paths = names.map { NewFile.path($0, in: folder) }
    let held = paths.filter(NewFile.isTaken)
    guard held.isEmpty else { throw NewFile.inTheWay(held) }
    return paths
  }

  private var scenario: [UInt8] { files[ScenarioReader.fileName] ?? [] }

  /// The value at a path; `offers` stands for the first of them, the current job.
  private func node(_ path: [String]) throws -> YAMLNode? {
    let document = try YAMLDocumentReader.read(
      scenario, file: ScenarioReader.fileName, byteLimit: ScenarioReader.byteLimit)
    var node: YAMLNode? = document.root
    for key in path {
      if case .sequence(let items)? = node?.content { node = items.first }
      guard case .mapping(let pairs)? = node?.content else { return nil }
      node = pairs.first { $0.key.text == key }?.value
    }
    return node
  }

  /// Puts another text where a plain scalar stands, and leaves every other byte as it is.
  private mutating func replace(_ path: [String], with text: String) throws {
    guard let node = try node(path), case .scalar(let old, isPlain: true) = node.content else { return }
    var scalars = Array(String(decoding: scenario, as: UTF8.self).unicodeScalars)
    let new = YAMLText.scalar(text)
    let rest = scalars[(node.offset + old.unicodeScalars.count)...]
    // A comment behind the value keeps its column where there is room.
    let blanks = rest.prefix { $0 == " " }.count
    let isFollowed = blanks < rest.count && rest[rest.startIndex + blanks] == "#"
    let kept = isFollowed ? max(2, blanks + old.unicodeScalars.count - new.unicodeScalars.count) : blanks
    scalars.replaceSubrange(
      node.offset..<(node.offset + old.unicodeScalars.count + blanks),
      with: Array(new.unicodeScalars) + Array(repeating: " ", count: kept))
    var changed = String.UnicodeScalarView()
    changed.append(contentsOf: scalars)
    files[ScenarioReader.fileName] = Array(String(changed).utf8)
  }
}

/// How a text is written as a value of a YAML block.
enum YAMLText {
  /// The text itself where it is plain, else in quotes: `Denver, CO`, `"yes: no"`.
  static func scalar(_ text: String) -> String {
    let isPlain = text.unicodeScalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || " ,.$€£/&()+%_-'".unicodeScalars.contains($0)
    }
    let starts = text.unicodeScalars.first.map { $0.properties.isAlphabetic || ("0"..."9").contains($0) || $0 == "$" }
    if isPlain, starts == true { return text }
    let escaped = text.unicodeScalars.map { scalar -> String in
      switch scalar {
      case "\"": return "\\\""
      case "\\": return "\\\\"
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: return " "
      default: return String(scalar)
      }
    }
    return "\"\(escaped.joined())\""
  }
}
