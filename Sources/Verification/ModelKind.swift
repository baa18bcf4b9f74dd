/// A kind of row: the outputs it knows, and the model call that gives them.
struct ModelKind: Sendable {
  let name: String
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

  /// Every kind there is, by name.
  static let all: [String: ModelKind] = {
    let kinds = OptionKinds.all + StayingKinds.all + CashKinds.all + BargainKinds.all + SearchKinds.all
    return Dictionary(kinds.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  }()
}
