import Foundation
import Verification

/// Reads the JSON object of a row's `inputs`.
enum InputsText {
  /// Nil when the text is no JSON object.
  ///
  ///     InputsText.values(in: "{\"S\": 60}")    // ["S": .number(60)]
  static func values(in text: String) -> [String: InputValue]? {
    try? JSONDecoder().decode([String: Element].self, from: Data(text.utf8)).mapValues(\.value)
  }

  /// One value of whatever type.
  private struct Element: Decodable {
    let value: InputValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      // A flag is asked for before a number: some decoders take true for 1.
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .flag(flag)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else if let text = try? container.decode(String.self) {
        value = .text(text)
      } else if let list = try? container.decode([Element].self) {
        value = .list(list.map(\.value))
      } else {
        value = .object(try container.decode([String: Element].self).mapValues(\.value))
      }
    }
  }
}
