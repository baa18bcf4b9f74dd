/// A province or state of another country: no place of its own here, but what follows a city says which country it is in.
///
///     Region(id: "CA-ON", name: "Ontario", country: "CA", kind: "province of Canada").code    // "ON"
public struct Region: Sendable, Equatable {
  /// The code of ISO 3166-2: `CA-ON`.
  public let id: String
  public let name: String
  /// The ISO code of its country.
  public let country: String
  /// What it is, for people: `province of Canada`.
  public let kind: String

  public init(id: String, name: String, country: String, kind: String) {
    self.id = id
    self.name = name
    self.country = country
    self.kind = kind
  }

  /// What addresses write: `ON`.
  public var code: String { String(id.drop { $0 != "-" }.dropFirst()) }

  /// Whether a key is its code or its name.
  public func isNamed(_ key: String) -> Bool { code.lowercased() == key || WordText.key(name) == key }
}
