/// The project `parley init` begins with: a scenario that works as it stands, and notes.
///
///     var project = try ExampleProject(from: data)
///     try project.set(.base, to: "190k", reader: reader)
///     try project.write(to: "parley-offers")    // ["parley-offers/scenario.yaml", "parley-offers/notes.md"]
public struct ExampleProject: Sendable {
  /// What a user may say instead of the example, each known by where it stands in the scenario.
  public enum Answer: CaseIterable, Sendable {
    case base, city, title

    /// Where it stands in the scenario.
    var paths: [String] {
      switch self {
      case .base: return ["current.base"]
      case .city: return ["me.location", "current.location"]
      case .title: return ["me.role", "current.role"]
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
    try document.text(at: answer.paths[0]) ?? ""
  }

  /// Puts an answer in. What cannot be read as that field throws ``BadInput`` and changes nothing.
  ///
  /// Gives what a reader should know of how the answer was read: which of three places called Columbus it is.
  @discardableResult
  public mutating func set(_ answer: Answer, to text: String, reader: ScenarioReader) throws -> [String] {
    let before = try document
    let after = try before.setting(answer.paths.map { ($0, text) })
    let known = try reader.read(document: before).notes
    let notes = try reader.read(document: after).notes
    files[ScenarioReader.fileName] = after.bytes
    return notes.filter { !known.contains($0) }
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

  private var document: ScenarioDocument {
    get throws {
      try ScenarioDocument(bytes: files[ScenarioReader.fileName] ?? [], file: ScenarioReader.fileName)
    }
  }
}
