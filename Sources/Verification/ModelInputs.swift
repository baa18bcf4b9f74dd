import Market
import Quantities

/// The named inputs of a row, typed as they are asked for; it remembers which were asked for.
///
///     let inputs = ModelInputs(["vol": .number(0.3)])
///     try inputs.number("vol", .notNegative)    // 0.3
///     try inputs.number("S", .notNegative)      // throws: input S is missing
final class ModelInputs {
  private let values: [String: InputValue]
  /// In front of names in messages: `wages.` for the object inside.
  private let path: String
  private(set) var used: Set<String> = []
  /// Objects inside that were asked for.
  private var children: [ModelInputs] = []

  init(_ values: [String: InputValue], path: String = "") {
    self.values = values
    self.path = path
  }

  /// Inputs that no model asked for, sorted, then those of the objects inside.
  var unused: [String] {
    values.keys.filter { !used.contains($0) }.sorted().map { path + $0 } + children.flatMap(\.unused)
  }

  func has(_ name: String) -> Bool { values[name] != nil }

  /// The first name, in alphabetical order, that fits.
  func firstName(where fits: (String) -> Bool) -> String? { values.keys.filter(fits).min() }

  func number(_ name: String, _ domain: InputDomain = .any) throws -> Double {
    guard case .number(let number) = try value(name) else { throw mistyped(name, "a number, without quotes") }
    return try checked(number, name, domain)
  }

  /// The number; nil when the row does not name it, or says null or "none".
  func optionalNumber(_ name: String, _ domain: InputDomain = .any) throws -> Double? {
    guard let value = values[name] else { return nil }
    if value == .null || value == .text("none") {
      used.insert(name)
      return nil
    }
    return try number(name, domain)
  }

  /// The number, or another when the row does not name it.
  func number(_ name: String, _ domain: InputDomain, orElse other: Double) throws -> Double {
    has(name) ? try number(name, domain) : other
  }

  func whole(_ name: String, _ domain: InputDomain = .periods) throws -> Int {
    let number = try number(name, domain)
    guard let whole = Int(exactly: number) else { throw outOfRange(name, number, "a whole number") }
    return whole
  }

  func numbers(_ name: String, _ domain: InputDomain = .any) throws -> [Double] {
    guard case .list(let elements) = try value(name) else { throw mistyped(name, "a list of numbers: [1, 2]") }
    return try elements.enumerated().map { index, element in
      guard case .number(let number) = element else { throw mistyped("\(name)[\(index)]", "a number", element) }
      return try checked(number, "\(name)[\(index)]", domain)
    }
  }

  /// Two lists that belong together, element by element; at least one pair.
  func pairs(
    _ first: String, _ firstDomain: InputDomain, _ second: String, _ secondDomain: InputDomain
  ) throws -> [(Double, Double)] {
    let (left, right) = (try numbers(first, firstDomain), try numbers(second, secondDomain))
    guard left.count == right.count, !left.isEmpty else {
      throw InputFault(
        .outOfRange,
        "\(path)\(first) has \(NumberText.count(left.count, "element")), \(path)\(second) has \(right.count)",
        cure: "the two lists need as many elements as each other, one at least")
    }
    return Array(zip(left, right))
  }

  func flag(_ name: String) throws -> Bool {
    guard case .flag(let flag) = try value(name) else { throw mistyped(name, "true or false, without quotes") }
    return flag
  }

  func text(_ name: String) throws -> String {
    guard case .text(let text) = try value(name) else { throw mistyped(name, "a text in quotes") }
    return text
  }

  /// The object inside, whose names are then looked up the same way.
  func object(_ name: String) throws -> ModelInputs {
    guard case .object(let values) = try value(name) else { throw mistyped(name, "an object: {\"dist\": ...}") }
    return child(values, "\(name).")
  }

  /// The objects of a list, one at least unless it may be empty.
  func objects(_ name: String, mayBeEmpty: Bool = false) throws -> [ModelInputs] {
    guard case .list(let elements) = try value(name) else { throw mistyped(name, "a list of objects: [{...}, {...}]") }
    guard mayBeEmpty || !elements.isEmpty else {
      throw InputFault(.outOfRange, "\(path)\(name) is empty", cure: "it needs one element at least")
    }
    return try elements.enumerated().map { index, element in
      guard case .object(let values) = element else { throw mistyped("\(name)[\(index)]", "an object: {...}", element) }
      return child(values, "\(name)[\(index)].")
    }
  }

  /// Takes note of an input that is for people only.
  func skip(_ name: String) { used.insert(name) }

  private func child(_ values: [String: InputValue], _ name: String) -> ModelInputs {
    let child = ModelInputs(values, path: path + name)
    children.append(child)
    return child
  }

  func outOfRange(_ name: String, _ number: Double, _ allowed: String) -> InputFault {
    InputFault(
      .outOfRange, "\(path)\(name) is \(DecimalText(number)?.text ?? "no number")",
      cure: "\(path)\(name) must be \(allowed)")
  }

  private func checked(_ number: Double, _ name: String, _ domain: InputDomain) throws -> Double {
    guard number.isFinite, domain.contains(number) else { throw outOfRange(name, number, domain.text) }
    return number
  }

  private func value(_ name: String) throws -> InputValue {
    used.insert(name)
    if let value = values[name] { return value }
    let near = NearestName.suggestions(for: name, among: values.keys.sorted(), limit: 1).first
    throw InputFault(
      .missing, "input \(path)\(name) is missing",
      cure: near.map { "did you mean \(name) where it says \($0)?" } ?? "add \"\(name)\": VALUE to the inputs")
  }

  private func mistyped(_ name: String, _ wanted: String, _ found: InputValue? = nil) -> InputFault {
    let found = found ?? values[name] ?? .null
    return InputFault(.mistyped, "input \(path)\(name) is \(found.title)", cure: "it should be \(wanted)")
  }
}
