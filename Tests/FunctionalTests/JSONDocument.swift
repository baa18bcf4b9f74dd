import Foundation
import TestSupport
import Testing

/// A command's JSON, read by an independent parser.
struct JSONDocument {
  let text: String
  let root: [String: Any]

  init(of arguments: [String], in folder: String = BuiltProgram.packageFolder) throws {
    let result = try ParleyProcess(in: folder).run(arguments)
    try #require(result.status == 0, "\(arguments.joined(separator: " ")): \(result.stderr)")
    text = result.stdout
    root = try #require(try JSONSerialization.jsonObject(with: Data(result.output)) as? [String: Any])
  }

  func number(_ path: String...) throws -> Double {
    var value: Any? = root
    for key in path { value = (value as? [String: Any])?[key] }
    return try #require(value as? NSNumber, "no number at \(path.joined(separator: "."))").doubleValue
  }

  func objects(_ key: String) throws -> [[String: Any]] { try #require(root[key] as? [[String: Any]]) }
}

/// Money as whole cents, so that sums are exact.
func cents(_ value: Any?) throws -> Int {
  let amount = try #require(value as? NSNumber).doubleValue * 100
  #expect(abs(amount - amount.rounded()) < 0.001, "more than two decimals: \(amount / 100)")
  return Int(amount.rounded())
}
