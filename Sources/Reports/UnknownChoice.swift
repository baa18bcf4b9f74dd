import Market

/// A name that does not exist, with the ones that do.
///
///     try sheet.select(fields: ["locaton"])
///     // there is no field "locaton"; did you mean location?
///     // valid fields: role, location, p50
public struct UnknownChoice: Error, Hashable, CustomStringConvertible {
  /// What it should name: `field`, `format`, `file extension`.
  public let kind: String
  /// The name as given.
  public let given: String
  /// Every valid name, in the order people know them.
  public let valid: [String]
  /// The valid name it resembles, if there is one.
  public let nearest: String?

  /// Finds the nearest name itself.
  ///
  ///     UnknownChoice(kind: "format", given: "jsn", valid: ["csv", "json"]).nearest   // "json"
  public init(kind: String, given: String, valid: [String]) {
    self.kind = kind
    self.given = given
    self.valid = valid
    nearest = NearestName.suggestions(for: given, among: valid, limit: 1).first
  }

  /// The stable name of the error, for example `unknown-field`.
  public var name: String {
    "unknown-" + String(kind.map { $0 == " " ? "-" : $0 })
  }

  /// One sentence: what is wrong, and the likely cure.
  public var message: String {
    "there is no \(kind) \"\(given)\"" + (nearest.map { "; did you mean \($0)?" } ?? "")
  }

  /// The names to choose from, for example `valid fields: role, location, p50`.
  public var choices: String {
    "valid \(kind)s: " + valid.joined(separator: ", ")
  }

  public var description: String { message + "\n" + choices }
}
