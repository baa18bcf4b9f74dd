/// Recomputes a row with the models that value offers, and says whether it agrees.
///
///     try Verifier.check(row)    // computed 2.13337..., verdict pass
public enum Verifier {
  public enum Verdict: String, Sendable {
    case pass = "true"
    case fail = "false"
    /// There is no model for the row yet: never a pass.
    case unsupported
  }

  public struct Outcome: Sendable {
    /// Not rounded; nil when unsupported, or when there is no such figure.
    public let computed: Double?
    public let verdict: Verdict
    /// What a reader should know: why a row is unsupported though its kind is known, inputs that play no part.
    public let note: String?
  }

  /// The kinds of rows that can be recomputed, sorted.
  public static var kinds: [String] { ModelKind.all.keys.sorted() }

  /// Throws ``InputFault`` for inputs that are missing, mistyped or out of the model's range.
  public static func check(_ row: ReferenceRow) throws -> Outcome {
    guard let kind = ModelKind.all[row.kind] else { return Outcome(computed: nil, verdict: .unsupported, note: nil) }
    guard kind.knows(row.output) else {
      let known = kind.outputs.joined(separator: ", ")
      return unsupported("output \"\(row.output)\" of \(kind.name) is not supported, only \(known)")
    }
    let inputs = ModelInputs(row.inputs)
    do {
      // Infinite is no figure: gamma of an option without time, exactly at its strike.
      let computed = try kind.compute(inputs, row.output).flatMap { $0.isFinite ? $0 : nil }
      return Outcome(
        computed: computed, verdict: row.agrees(with: computed) ? .pass : .fail, note: note(row, inputs, computed))
    } catch let missing as NotSupported {
      return unsupported(missing.reason)
    }
  }

  private static func unsupported(_ reason: String) -> Outcome {
    Outcome(computed: nil, verdict: .unsupported, note: reason)
  }

  private static func note(_ row: ReferenceRow, _ inputs: ModelInputs, _ computed: Double?) -> String? {
    if computed == nil { return row.expected == nil ? nil : "with these inputs there is no \(row.output)" }
    // A name for people plays no part in any formula.
    let unused = inputs.unused.filter { $0 != "schedule" }
    guard !unused.isEmpty else { return nil }
    return "not used: \(unused.joined(separator: ", "))"
  }
}
