/// A value of the JSON object in a row's `inputs`.
///
///     {"type": "call", "S": 60, "events_months": [12, 24], "prorata": true}
public enum InputValue: Sendable, Equatable {
  case number(Double)
  case text(String)
  case flag(Bool)
  case list([InputValue])
  case object([String: InputValue])
  case null

  /// What it is, for messages.
  var title: String {
    switch self {
    case .number: "a number"
    case .text(let text): "the text \"\(text)\""
    case .flag: "true or false"
    case .list: "a list"
    case .object: "an object"
    case .null: "null"
    }
  }
}
