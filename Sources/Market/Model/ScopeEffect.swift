import Glibc
import Quantities

/// What a job's scope does to its pay, where that is published: size of the organisation, and whom one reports to.
///
/// The facts are rows `scope.*` of `MarketData/parameters/market/scope.csv`: hospital CIOs only, so far.
struct ScopeEffect {
  static let size = "size"
  static let reporting = "reports to"

  let parameters: ParameterTable

  /// The steps for a role that is priced by a ratio; none where nothing is published for it.
  func steps(for question: MarketQuestion) throws -> [Adjustment] {
    guard let role = question.job.role?.id, covers(question) else { return [] }
    var steps: [Adjustment] = []
    if let beds = HospitalBeds(question.size), let row = row("scope.size[\(role)/\(beds.scope)]", on: question.asOf) {
      steps.append(
        Adjustment(
          name: Self.size, factor: row.value,
          detail: "\(beds.words), against hospitals of 200 to 399 beds (\(row.reference))",
          reference: row.reference))
    }
    if let line = question.reportsTo, let row = row("scope.reports-to[\(role)/ceo-over-cfo]", on: question.asOf) {
      let share = try parameters.value("scope.reports-to-ceo-share", scope: role, on: question.asOf)
      // Centred on all of them: a typical one has the mean of both in logs.
      let factor = pow(row.value, line == .ceo ? 1 - share : -share)
      steps.append(
        Adjustment(
          name: Self.reporting, factor: factor,
          detail: "reporting to the \(line.rawValue.uppercased()); pay under a CEO is "
            + "\(NumberText.share(row.value - 1)) above pay under a CFO, and "
            + "\(NumberText.share(share)) are taken to report to one (\(row.reference))",
          reference: row.reference))
    }
    return steps
  }

  /// The facts are of hospitals: an industry that is none is not covered. Who asks for a size or a line without one
  /// means a hospital; an offer, which says both anyway, must say so.
  private func covers(_ question: MarketQuestion) -> Bool {
    question.industry?.code.hasPrefix("62") ?? question.needsKnownScope
  }

  private func row(_ key: String, on date: CalendarDate) -> Parameter? { parameters.row(key: key, on: date) }
}

/// A hospital's size as people write it: `120 beds`, `under 200 beds`, `200-399 beds`.
struct HospitalBeds {
  let beds: Int

  /// Nil for a text that does not speak of beds.
  init?(_ text: String) {
    let words = WordText.words(text)
    guard words.contains(where: { $0 == "bed" || $0 == "beds" }), let number = words.lazy.compactMap({ Int($0) }).first
    else { return nil }
    let isBelow = text.contains("<") || words.contains { ["under", "below", "less", "fewer"].contains($0) }
    beds = isBelow ? number - 1 : number
  }

  /// The class that the published fact is for.
  var scope: String {
    switch beds {
    case ..<200: return "under-200-beds"
    case ..<400: return "200-399-beds"
    default: return "400-beds-and-more"
    }
  }

  var words: String { beds < 200 ? "under 200 beds" : "200 to 399 beds" }
}
