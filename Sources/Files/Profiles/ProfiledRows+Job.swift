import CSVStream
import Market

/// Which jobs a row counts for.
extension ProfiledRows {
  /// The role that a row's title names, where the row counts as one, and the occupation of its code.
  func jobs(_ record: borrowing CSVRecord) throws(Refusal) -> RowContext.Jobs {
    let title = said(.role, record)
    let code = said(.soc, record)
    let coded = code.isEmpty ? nil : titles.occupation(code)
    var (role, refusal, rule) = (nil as JobMatcher.Match?, LeftOut.unknownRole, nil as RowLedger.TitleReading?)
    if let stated = statedJob(record) {
      role = JobMatcher.Match(job: stated)
    } else if !title.isEmpty {
      switch titles.read(title) {
      case .unknown: break
      case .otherJob: refusal = .otherJob
      case .job(let match):
        if let coded, !match.job.mayBeCoded(as: coded.baseOccupation) {
          rule = .init(rule: "title set aside, its SOC code is of another trade", text: "\(title) is \(coded.id)")
        } else if !match.needsIT {
          role = match
        } else if let sign = signOfIT(record, coded: coded) {
          role = match
          rule = .init(rule: "general title, its row is of IT by its \(sign)", text: title)
        } else {
          refusal = .generalTitle
        }
      }
    }
    guard let first = role?.job ?? coded else {
      throw Refusal(
        reason: refusal, field: binding.fields[title.isEmpty ? .soc : .role] ?? 0, text: title.isEmpty ? code : title)
    }
    let reading = role.flatMap { RowLedger.TitleReading(of: title, as: $0.job, isInside: $0.isInside) }
    return RowContext.Jobs(
      found: [first] + [coded].compactMap { $0 }.filter { $0 != first }, reading: reading, rule: rule)
  }

  /// The job that the profile itself says a text stands for, under `values:`; nil where it does not.
  private func statedJob(_ record: borrowing CSVRecord) -> PricedJob? {
    guard let values = profile.values[.role], let column = binding.fields[.role],
      let stated = values[CSVWriter.unguarded(record.text(column)).lowercased()]
    else { return nil }
    return titles.named(stated)
  }

  /// What says that a row is of IT: its function, its SOC code or its industry, the first that says anything; nil for
  /// a row that is of another trade, or of none that is known.
  private func signOfIT(_ record: borrowing CSVRecord, coded: PricedJob?) -> String? {
    let function = said(.function, record)
    if !function.isEmpty { return words.saysIT(function) ? "function" : nil }
    if let code = coded?.baseOccupation, code != Self.projectManagers {
      return code == Self.computerManagers || code.hasPrefix("15-") ? "SOC code" : nil
    }
    let industry = said(.industry, record)
    return words.saysIT(industry) || technology.isTechnology(industry) ? "industry" : nil
  }

  /// Managers of computer work; and project managers, who are of every trade.
  private static let (computerManagers, projectManagers) = ("11-3021", "13-1082")
}
