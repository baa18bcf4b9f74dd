import Quantities

/// A JSON document. The same value gives the same bytes on every machine.
///
///     let pay: JSONValue = ["schema": "parley.market-show/1", "mean": nil, "p50": .amount(203_340)]
///     pay.text(.line)     // {"mean":null,"p50":203340,"schema":"parley.market-show/1"}
///
/// Numbers say what they are, so that each is rounded as its kind should be; one that is not finite is
/// written as null.
public enum JSONValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case string(String)
  /// Already formatted: printed to the letter.
  case number(DecimalText)
  /// Money: at most 2 decimals.
  case amount(Double)
  /// A ratio, factor or probability: at most 6 decimals.
  case ratio(Double)
  case integer(Int)
  case array([JSONValue])
  case object([String: JSONValue])

  /// The value, or null if there is none.
  ///
  ///     JSONValue.orNull(mean) { .amount($0) }
  public static func orNull<Wrapped>(_ value: Wrapped?, _ make: (Wrapped) -> JSONValue) -> JSONValue {
    value.map(make) ?? .null
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral {
  public init(stringLiteral value: String) { self = .string(value) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}

extension JSONValue: ExpressibleByIntegerLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
  public init(integerLiteral value: Int) { self = .integer(value) }
  public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
  public init(dictionaryLiteral elements: (String, JSONValue)...) {
    self = .object(Dictionary(elements, uniquingKeysWith: { _, last in last }))
  }
}
