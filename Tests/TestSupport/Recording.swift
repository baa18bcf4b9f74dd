import Foundation

/// Compares what was found with what is recorded in a file.
///
/// With `RECORD=1` in the environment the file is rewritten, and the test still fails: a person reads the diff.
public enum Recording {
  public static var isOn: Bool { ProcessInfo.processInfo.environment["RECORD"] == "1" }

  /// What to tell when the text is not the recorded one, else nil. A file that is not there counts as empty.
  public static func complaint(file: String, found: String) throws -> String? {
    let expected = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
    guard let diff = LineDiff(expected: expected, found: found) else { return nil }
    let name = file.split(separator: "/").suffix(3).joined(separator: "/")
    guard isOn else { return "\(name) differs (- expected, + found):\n\(diff.text)" }
    if found.isEmpty {
      try FileManager.default.removeItem(atPath: file)
    } else {
      try Data(found.utf8).write(to: URL(fileURLWithPath: file))
    }
    return "\(name) was recorded; read what changed:\n\(diff.text)"
  }
}
