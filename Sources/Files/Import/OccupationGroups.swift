/// Which codes of a survey stand for groups of others in it, by the codes alone: `15-1250` beside `15-1252`.
///
/// A code that ends in zeros and has no member in the survey is an occupation: OEWS publishes `13-1020` as one. A group
/// must not count beside its members in the cost of labour.
///
///     OccupationGroups(of: ["11-0000", "11-3021", "13-1020"]).contains("11-0000")    // true
///     OccupationGroups(of: ["11-0000", "11-3021", "13-1020"]).contains("13-1020")    // false
struct OccupationGroups {
  /// How many codes begin with a text.
  private var begun: [Substring: Int] = [:]

  init(of codes: some Sequence<String>) {
    for code in Set(codes) where !code.isEmpty {
      for end in code.indices.dropFirst() { begun[code[..<end], default: 0] += 1 }
      begun[code[...], default: 0] += 1
    }
  }

  func contains(_ code: String) -> Bool {
    guard code.last == "0", let last = code.lastIndex(where: { $0 != "0" }) else { return false }
    return begun[code[...last], default: 0] > 1
  }

  /// Says of each cell whether its occupation is one or a group.
  func mark(_ cells: inout [SurveyCell]) {
    var known: [String: Bool] = [:]
    for index in cells.indices {
      let code = cells[index].occupation
      let isGroup = known[code] ?? contains(code)
      known[code] = isGroup
      cells[index].isDetailed = !isGroup
    }
  }
}
