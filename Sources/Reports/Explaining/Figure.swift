import Quantities

/// A number of a result, with the path it is asked for by.
///
///     Figure(path: "seattle.bonus.year2.expected", value: .amount(43_210.55))
public struct Figure: Sendable, Hashable {
  public let path: String
  public let value: JSONValue

  /// Every number of a document, in the order of its sorted keys; text and truth are no figures.
  ///
  /// Items of a list are addressed by what they are: an offer by its id, a part by its name, a year as `year2`, a
  /// month as `month6`, anything else by its position.
  ///
  /// Null is kept too: a figure that is not there can be asked for, and the answer says why.
  public static func all(in document: JSONValue, under prefix: String) -> [Figure] {
    switch document {
    case .number, .amount, .ratio, .integer, .null: return [Figure(path: prefix, value: document)]
    case .bool, .string: return []
    case .array(let items):
      return items.enumerated().flatMap { all(in: $1, under: "\(prefix)[\($0)]") }
    case .object(let members):
      return members.keys.sorted().flatMap { key -> [Figure] in
        guard let value = members[key] else { return [] }
        if case .array(let items) = value {
          return items.enumerated().flatMap { index, item in
            let name = name(of: item) ?? "\(key)[\(index)]"
            return all(in: item, under: join(prefix, name))
          }
        }
        return all(in: value, under: join(prefix, key))
      }
    }
  }

  /// What an item of a list is called.
  private static func name(of item: JSONValue) -> String? {
    guard case .object(let members) = item else { return nil }
    for key in ["id", "component"] {
      if case .string(let name)? = members[key] { return name }
    }
    for key in ["year", "month"] {
      if case .integer(let number)? = members[key] { return "\(key)\(number)" }
    }
    return nil
  }

  private static func join(_ prefix: String, _ name: String) -> String { prefix.isEmpty ? name : "\(prefix).\(name)" }
}
