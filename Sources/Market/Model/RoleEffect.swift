import Glibc
import Quantities

/// The step from an occupation to a role inside it.
enum RoleEffect {
  /// How its step is called.
  static let step = "role"

  static func adjustment(role: Role, ratio: RoleRatio, narrowing: Double) -> Adjustment {
    var detail = "\(role.title) = \(NumberText.fixed(ratio.ratio, decimals: 2)) x \(ratio.baseOccupation)"
    detail += ratio.stage.isEmpty ? "" : " at stage \(ratio.stage)"
    detail += ratio.industryGroup.isEmpty ? "" : ", technology employers"
    detail += " (standard error \(NumberText.share(ratio.ratioSE)))"
    if narrowing < 1 { detail += "; spread x \(NumberText.fixed(narrowing, decimals: 2))" }
    return Adjustment(name: step, factor: ratio.ratio, detail: detail, reference: ratio.reference)
  }

  /// What would narrow the answer most.
  static func questions(role: Role, stage: String, knowsSize: Bool) -> [String] {
    switch role.id {
    case "cto" where stage.isEmpty:
      return ["What stage is the company? A seed CTO earns a third less than an established one (--stage seed)."]
    case "cio" where !knowsSize:
      return ["How large is the organisation? CIO pay follows size more than place (a hospital: --size \"150 beds\")."]
    default: return []
    }
  }
}

/// The step from all industries to one.
struct IndustryEffect {
  let cells: any SurveyCells
  let parameters: ParameterTable

  /// Information, and professional and technical services: the employers the technology ratios come from.
  static func isTechnology(_ industry: Industry?) -> Bool {
    guard let code = industry?.code else { return false }
    return code.hasPrefix("51") || code.hasPrefix("54")
  }

  /// Industry median over the cross-industry median of the occupation, nationally; nil when not published.
  func adjustment(
    for industry: Industry, nation: PayCell, dataset: MarketDataset, isExecutive: Bool, asOf: CalendarDate
  ) throws -> Adjustment? {
    let national = try cells.cells(
      dataset: dataset.name, occupation: nation.occupation, location: nation.location)
    guard
      let found = national.filter({ $0.level == nation.level && $0.currency == nation.currency }).ofIndustry(industry),
      let pay = found.cell.pay(at: 0.5), let all = nation.pay(at: 0.5)
    else { return nil }
    let scope = isExecutive ? "executive" : "other"
    let strength = try parameters.value("place.industry-strength", scope: scope, on: asOf)
    let factor = pow(pay / all, strength)
    var detail = found.industry.code == industry.code ? "" : "no cell for \(industry.titleAndCode); "
    detail += "\(found.industry.title): \(NumberText.grouped(pay)) over \(NumberText.grouped(all))"
    if strength < 1 { detail += ", at \(NumberText.share(strength)) strength for executives" }
    return Adjustment(name: "industry", factor: factor, detail: detail, reference: dataset.title)
  }
}
