/// A kind of row: the outputs it knows, and the model call that gives them.
struct ModelKind: Sendable {
  let name: String
  /// `payout:NAME` stands for that of whatever class the row names.
  let outputs: [String]
  /// Nil where the inputs have no such figure; throws ``InputFault`` or ``NotSupported``.
  let compute: @Sendable (_ inputs: ModelInputs, _ output: String) throws -> Double?

  init(
    _ name: String, outputs: [String],
    compute: @escaping @Sendable (_ inputs: ModelInputs, _ output: String) throws -> Double?
  ) {
    self.name = name
    self.outputs = outputs
    self.compute = compute
  }

  /// Whether there is a model for this figure.
  func knows(_ output: String) -> Bool {
    outputs.contains { known in
      guard known.hasSuffix(":NAME") else { return known == output }
      return output.hasPrefix(known.dropLast("NAME".count))
    }
  }

  /// Every kind there is, by name.
  static let all: [String: ModelKind] = {
    let listed = OptionKinds.all + TreeKinds.all + EmployeeOptionKinds.all + SharePlanKinds.all + SimulationKinds.all
    let unlisted = CapTableKinds.all + PrivateKinds.all + RiskKinds.all
    let others = StayingKinds.all + CashKinds.all + PromisedCashKinds.all + BargainKinds.all + PackageKinds.all
    let kinds = listed + unlisted + others + SearchKinds.all
    return Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
