/// The keys a block may have, and how each is read into a draft.
///
///     FieldTable<OddsDraft>([
///       "threshold": { $1.threshold = $0.odds() },
///       ...
///     ])
struct FieldTable<Draft>: Sendable {
  typealias Read = @Sendable (Entry, inout Draft) -> Void

  private let readers: [String: Read]
  /// In the order of the table, for messages.
  let keys: [String]
  /// Keys that must be there, each with a line that shows how.
  private let required: KeyValuePairs<String, String>

  init(_ fields: KeyValuePairs<String, Read>, required: KeyValuePairs<String, String> = [:]) {
    var readers: [String: Read] = [:]
    for (key, read) in fields { readers[key] = read }
    self.readers = readers
    keys = fields.map(\.key)
    self.required = required
  }

  /// Reads every key of a block; reports unknown and missing ones. False when it is no block at all.
  @discardableResult
  func read(_ entry: Entry, into draft: inout Draft, owner: String, wanted: String) -> Bool {
    guard let fields = entry.fields(wanted: wanted) else { return false }
    var seen: Set<String> = []
    var torn = 0
    for (index, (key, name, value)) in fields.enumerated() {
      if entry.reading.isFull { return true }
      seen.insert(name)
      if torn > 0 {
        // Part of the number before it, and reported there.
        torn -= 1
      } else if let (text, tails) = value.tornText(before: fields.dropFirst(index + 1), known: readers.keys.contains) {
        value.fault(.commaInBraces(value.path, meant: text))
        torn = tails
      } else if let read = readers[name] {
        read(value, &draft)
      } else {
        entry.reading.fault(.unknownKey(name, known: keys, hints: entry.reading.names.keyHints), at: key)
      }
    }
    for (key, example) in required where !seen.contains(key) {
      entry.fault(.missingKey(key, of: owner, example: example))
    }
    return true
  }
}

extension Entry {
  /// The text commas have torn apart, when what follows on the line is the rest of it posing as keys without values;
  /// with the count of such keys.
  ///
  ///     {base: 185,000}           // YAML reads base: 185 and a key 000 without a value
  ///     {location: Denver, CO}    // location: Denver and a key CO
  fileprivate func tornText(
    before rest: ArraySlice<(key: YAMLNode, name: String, value: Entry)>, known: (String) -> Bool
  ) -> (text: String, tails: Int)? {
    guard case .scalar(let text, isPlain: true) = node.content, let last = text.last else { return nil }
    let tails = rest.prefix { tail in
      guard tail.value.node.isEmpty, !known(tail.name) else { return false }
      // Without braces each key has a line of its own.
      return (last.isNumber && Entry.isTail(tail.name)) || reading.line(of: tail.key) == line
    }
    guard let first = tails.first else { return nil }
    let separator = last.isNumber && Entry.isTail(first.name) ? "," : ", "
    return (([text] + tails.map(\.name)).joined(separator: separator), tails.count)
  }

  /// The next three digits of a number.
  private static func isTail(_ name: String) -> Bool {
    name.prefix(3).count == 3 && name.prefix(3).allSatisfy(\.isNumber)
  }
}
