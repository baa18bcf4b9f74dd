import CSVStream

/// A profile's columns as places in a file's records.
struct ProfileBinding {
  struct Pay {
    let pay: SurveyProfile.Pay
    /// Columns by statistic, in the order of ``SurveyProfile/statistics``; nil for those the file does not have.
    let columns: [Int?]
    /// The first of the pays that holds the same element: 0 for the main one.
    var element = 0
  }

  let fields: [SurveyProfile.Field: Int]
  private(set) var pays: [Pay]
  let filters: [(column: Int, texts: Set<String>)]
  let date: Int?
  /// The header of the column of dates.
  let dateName: String?
  let count: Int
  /// Names of columns that nothing is read from.
  let unread: [String]

  /// Throws ``BadInput`` when a column that the import cannot do without is not there.
  init(_ profile: SurveyProfile, header: CSVHeader, file: String, line: Int, excerpt: String) throws {
    var fields: [SurveyProfile.Field: Int] = [:]
    for (field, names) in profile.columns { fields[field] = Self.index(of: names, in: header) }
    self.fields = fields
    pays = profile.pay.map { pay in
      Pay(pay: pay, columns: SurveyProfile.statistics.map { Self.index(of: pay.columns[$0] ?? [], in: header) })
    }.filter { $0.columns.contains { $0 != nil } }
    for index in pays.indices {
      let element = pays[index].pay.element
      pays[index].element = pays.firstIndex { $0.pay.element == element } ?? index
    }
    count = header.names.count
    var missing: [String] = []
    var filters: [(column: Int, texts: Set<String>)] = []
    for (column, texts) in profile.filters.sorted(by: { $0.key < $1.key }) {
      if let index = Self.index(of: [column], in: header) {
        filters.append((index, Set(texts.map { $0.lowercased() })))
      } else {
        missing.append(column)
      }
    }
    self.filters = filters
    if case .column(let names, _, _) = profile.when {
      date = Self.index(of: names, in: header)
      if date == nil { missing.append(names.joined(separator: " or ")) }
    } else {
      date = nil
    }
    let used = Set(fields.values).union(pays.flatMap { $0.columns.compactMap { $0 } }).union(filters.map(\.column))
      .union([date].compactMap { $0 })
    unread = header.names.indices.filter { !used.contains($0) && !header.names[$0].isEmpty }.map { header.names[$0] }
    func lacks(_ wanted: [SurveyProfile.Field]) -> Bool {
      wanted.allSatisfy { fields[$0] == nil && profile.constants[$0] == nil }
    }
    func named(_ wanted: [SurveyProfile.Field]) -> String {
      wanted.compactMap { profile.columns[$0]?.first }.joined(separator: " or ")
    }
    for group in [[SurveyProfile.Field.role, .soc], [.location, .city, .state, .country, .county]] where lacks(group) {
      missing.append(named(group))
    }
    if profile.shape == .tidy {
      for field in [SurveyProfile.Field.statistic, .value] where lacks([field]) { missing.append(named([field])) }
    } else if pays.isEmpty {
      missing.append(profile.pay.flatMap { $0.columns.values.flatMap { $0 } }.sorted().joined(separator: " or "))
    }
    dateName = date.map { header.names[$0] }
    guard missing.isEmpty else {
      throw BadInput([
        Diagnostic(
          name: "missing-column",
          message: "the profile names \(missing.joined(separator: "; ")), which the file does not have",
          cure: "its columns are \(header.names.prefix(12).joined(separator: ", ")); correct the profile or header_row",
          file: file, line: line, column: 1, excerpt: excerpt, caret: 1)
      ])
    }
  }

  /// The first of the names that the file has; `What is your annual salary?*` is what a name begins with.
  static func index(of names: [String], in header: CSVHeader) -> Int? {
    for name in names {
      if let index = header.index(of: name) { return index }
      guard name.hasSuffix("*") else { continue }
      let start = name.dropLast().lowercased()
      if let index = header.names.firstIndex(where: { $0.lowercased().hasPrefix(start) }) { return index }
    }
    return nil
  }
}
