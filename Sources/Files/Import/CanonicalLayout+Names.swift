import CSVStream
import Market

/// How the canonical CSV's names of jobs, places and industries are read. What two columns say must agree.
extension CanonicalLayout {
  mutating func readJob(_ record: borrowing CSVRecord, _ name: inout CanonicalCells.Name, _ faults: inout FaultList) {
    let role = named(record, .role)
    let code = named(record, .soc)
    if role.isEmpty, code.isEmpty {
      fault(
        "no-job", "the row names neither a role nor a SOC code", "role", record, &faults,
        cure: "fill in role or soc")
      return
    }
    if !code.isEmpty {
      if RoleDirectory.isOccupationCode(code) {
        name.occupation = code
        if names.occupation(code) == nil {
          readings["soc \(code)"] = "\(code) is no occupation that has a title here: kept under its code"
        }
      } else {
        fault(
          "bad-occupation-code", "\"\(code)\" is no occupation code", "soc", record, &faults,
          cure: "codes look like 11-3021")
      }
    }
    guard !role.isEmpty else { return }
    switch names.job(role) {
    case .success(let found):
      let coded = name.occupation
      if case .role(let known) = found.value { name.role = known.id } else { name.occupation = found.value.id }
      if let note = found.note { readings["role \(role)"] = note }
      if !coded.isEmpty, !found.value.mayBeCoded(as: coded) {
        let title = names.occupation(coded).map { " (\($0.title))" } ?? ""
        fault(
          "job-contradicts-code", "\(found.value.title) is no job of \(coded)\(title)", "soc", record, &faults,
          cure: "correct one of the two, or leave soc empty: it would be \(found.value.baseOccupation)")
      }
    case .failure(let unknown):
      fault("unknown-role", "there is no role \"\(role)\"", "role", record, &faults, cure: unknown.cure)
    }
  }

  mutating func readPlace(_ record: borrowing CSVRecord, _ name: inout CanonicalCells.Name, _ faults: inout FaultList) {
    let text = named(record, .location)
    guard !text.isEmpty else {
      fault("no-place", "the row names no location", "location", record, &faults, cure: "a city, a state, or US")
      return
    }
    guard text.lowercased() != Self.allPlaces else {
      name.location = ""
      return
    }
    let written = named(record, .locationKind)
    let kind = Location.Kind(rawValue: written.lowercased())
    if !written.isEmpty, kind == nil {
      fault(
        "unknown-location-kind", "\"\(written)\" is no kind of place", "location_kind", record, &faults,
        cure: Self.suggest(written.lowercased(), Location.Kind.allCases.map(\.rawValue)))
    }
    switch names.place(text, kind: kind) {
    case .success(let found):
      if kind == nil,
        let own = placeByCurrency.match(text, usually: found.value, paidIn: named(record, .currency))
      {
        name.location = own.location.id
        for rule in own.rules { rules.apply(rule, line: record.line) }
        return
      }
      name.location = found.value.id
      if let note = found.note { readings["place \(text)"] = note }
      if let kind, !found.value.isOf(kind) {
        fault(
          "wrong-location-kind", "\(found.value.name) is a \(found.value.kind.rawValue), not a \(kind.rawValue)",
          "location_kind", record, &faults,
          cure: "write \(found.value.kind.rawValue), or name the \(kind.rawValue) that is meant")
      }
    case .failure(let unknown):
      fault("unknown-place", "there is no place \"\(text)\"", "location", record, &faults, cure: unknown.cure)
    }
  }

  mutating func readIndustry(
    _ record: borrowing CSVRecord, _ name: inout CanonicalCells.Name, _ faults: inout FaultList
  ) {
    let text = named(record, .industry)
    guard !text.isEmpty else { return }
    switch names.industry(text) {
    case .success(let code): name.industry = code
    case .failure(let unknown):
      fault("unknown-industry", "there is no industry \"\(text)\"", "industry", record, &faults, cure: unknown.cure)
    }
  }
}

extension PricedJob {
  /// Whether a survey may give the job a SOC code: surveys code one job differently within management (11),
  /// business (13) and computer work (15), but a nurse is no IT director.
  func mayBeCoded(as code: String) -> Bool {
    guard role != nil else { return code == baseOccupation }
    return ["11", "13", "15", String(baseOccupation.prefix(2))].contains(String(code.prefix(2)))
  }
}

extension Location {
  /// Whether a survey may call the place so: a country is a nation too, and a territory counts as a state.
  func isOf(_ other: Kind) -> Bool {
    kind == other || [[.nation, .country], [.state, .territory]].contains { $0.contains(kind) && $0.contains(other) }
  }
}
