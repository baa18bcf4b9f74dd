import CSVStream

extension ShippedData {
  /// Names of the profiles that come with parley: `ai-jobs`, `ons-ashe`.
  public var profileNames: [String] {
    Folder.names(in: folder + "/profiles").filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }
  }

  /// A profile that comes with parley, by its name. Throws ``BadInput`` when it is damaged.
  public func profile(_ name: String) throws -> SurveyProfile {
    var reader = ProfileReader(file: "\(folder)/profiles/\(name).yaml")
    return try reader.read()
  }

  /// The profile whose columns a file has, by the row its header is in; the one that asks for most of them.
  func profile(recognising rows: [[String]]) throws -> (name: String, profile: SurveyProfile)? {
    var best: (name: String, profile: SurveyProfile)?
    for name in profileNames {
      let profile = try profile(name)
      guard rows.count >= profile.headerRow, !profile.recognise.isEmpty else { continue }
      let header = rows[profile.headerRow - 1].map { text in
        text.drop { $0.isWhitespace || $0 == "\u{FEFF}" }.lowercased()
      }
      let isHere = profile.recognise.allSatisfy { column in
        let wanted = column.lowercased()
        if wanted.hasSuffix("*") { return header.contains { $0.hasPrefix(wanted.dropLast()) } }
        return header.contains(wanted)
      }
      if isHere, profile.hasNeeded(header), profile.recognise.count > best?.profile.recognise.count ?? 0 {
        best = (name, profile)
      }
    }
    return best
  }
}

extension SurveyProfile {
  /// Whether a file has every column that reading it takes: filters, date, job, place and pay. Names in small letters.
  fileprivate func hasNeeded(_ header: [String]) -> Bool {
    func has(_ names: [String]) -> Bool {
      names.contains { name in
        let wanted = name.lowercased()
        return wanted.hasSuffix("*")
          ? header.contains { $0.hasPrefix(wanted.dropLast()) } : header.contains(wanted)
      }
    }
    func says(_ fields: Field...) -> Bool {
      fields.contains { constants[$0] != nil || has(columns[$0] ?? []) }
    }
    if case .column(let names, _, _) = when, !has(names) { return false }
    let holdsPay = shape == .tidy ? says(.value) : pay.contains { has($0.columns.values.flatMap { $0 }) }
    return filters.keys.allSatisfy { has([$0]) } && says(.role, .soc)
      && says(.location, .city, .state, .country, .county) && holdsPay
  }
}
