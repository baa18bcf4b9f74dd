import Market
import Quantities

/// Faults of names: jobs, places, choices, parameters, paths.
extension FaultText {
  static func unknownName(_ path: String, _ error: UnknownName) -> FaultText {
    let fault: ScenarioFault
    switch error.kind {
    case "role": fault = .unknownRole
    case "industry": fault = .unknownIndustry
    default: fault = .unknownPlace
    }
    return FaultText(
      fault, "\(path) is \(shown(error.text)), which names no \(error.kind) we know", cure: error.cure)
  }

  static func unknownEmployerKind(_ path: String, _ text: String, known: [String]) -> FaultText {
    FaultText(
      .unknownEmployerKind, "\(path) is \(shown(text)), which has no layoff hazard",
      cure: suggestion(for: text, among: known) ?? "it is one of \(list(known)); what fits none is `other`")
  }

  static func unknownParameter(_ key: String, known: [String]) -> FaultText {
    FaultText(
      .unknownParameter, "there is no parameter \(shown(key))",
      cure: suggestion(for: key, among: known)
        ?? "the files in MarketData/parameters list them, as name or name[scope]")
  }

  static func unknownChoice(_ path: String, _ text: String, choices: [String]) -> FaultText {
    var cure = "it is one of \(list(choices))"
    if let near = suggestion(for: text, among: choices) { cure = near + " " + cure }
    return FaultText(.unknownChoice, "\(path) is \(shown(text))", cure: cure)
  }

  static func badPath(_ text: String, why: String) -> FaultText {
    FaultText(
      .badPath, "\(shown(text)) is no path: \(why)",
      cure: "write OFFER.FIELD, such as seattle.base or seattle.equity[0].price")
  }

  static func badPath(_ text: String, _ malformed: FieldPath.Malformed) -> FaultText {
    switch malformed {
    case .empty: return badPath(text, why: "it is empty")
    case .tooLong: return badPath(text, why: "it is too long")
    case .nameMissing: return badPath(text, why: "a name is missing beside a dot")
    case .noName(let part): return badPath(text, why: "\(shown(part)) is no name")
    }
  }

  static func unknownOffer(_ id: String, known: [String]) -> FaultText {
    FaultText(
      .unknownOffer, "no offer is called \(shown(id))",
      cure: suggestion(for: id, among: known)
        ?? (known.isEmpty ? "give the offer an id" : "the ids are: \(list(known))"))
  }

  static func duplicateScenario(_ name: String, firstLine: Int) -> FaultText {
    FaultText(
      .duplicateScenario, "another scenario is called \(shown(name)), on line \(firstLine)",
      cure: "give it a name of its own")
  }
}
