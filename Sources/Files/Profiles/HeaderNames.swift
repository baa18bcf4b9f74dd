import CSVStream

/// Names of columns that stand twice in a header, told apart by the titles in the row above.
///
///     HeaderNames.apart(["Job", "P25", "P50", "P25", "P50"], under: ["", "Base Salary", "", "Total Cash", ""])
///     // ["Job", "Base Salary P25", "Base Salary P50", "Total Cash P25", "Total Cash P50"]
enum HeaderNames {
  /// A title stands over its column and those behind it, up to the next one. Names that stand once stay as they are.
  static func apart(_ names: [String], under titles: [String]) -> [String] {
    let counts = Dictionary(names.map { ($0.lowercased(), 1) }, uniquingKeysWith: +)
    var title = ""
    return names.indices.map { index in
      let own = index < titles.count ? titles[index].split(whereSeparator: \.isWhitespace).joined(separator: " ") : ""
      if !own.isEmpty { title = own }
      guard !names[index].isEmpty, !title.isEmpty, counts[names[index].lowercased()] ?? 0 > 1 else {
        return names[index]
      }
      return "\(title) \(names[index])"
    }
  }
}
