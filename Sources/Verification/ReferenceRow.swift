/// One quantity with the value it should have.
///
///     bsm-001: bsm, price of {"type":"call","S":60, ...}, 2.1334 within 0.0001
public struct ReferenceRow: Sendable {
  /// What a difference is measured against.
  public enum ToleranceType: String, Sendable, CaseIterable {
    /// |computed - expected| <= tolerance.
    case absolute = "abs"
    /// |computed - expected| <= tolerance x |expected|.
    case relative = "rel"
  }

  public let id: String
  public let kind: String
  public let inputs: [String: InputValue]
  public let output: String
  /// Nil where the row says that there is no such figure, by leaving it empty: a bargain without a zone.
  public let expected: Double?
  public let tolerance: Double
  public let toleranceType: ToleranceType

  public init(
    id: String, kind: String, inputs: [String: InputValue], output: String, expected: Double?, tolerance: Double,
    toleranceType: ToleranceType
  ) {
    self.id = id
    self.kind = kind
    self.inputs = inputs
    self.output = output
    self.expected = expected
    self.tolerance = tolerance
    self.toleranceType = toleranceType
  }

  /// Whether a figure is near enough; no figure agrees only with no figure.
  func agrees(with computed: Double?) -> Bool {
    guard let computed, let expected else { return computed == nil && expected == nil }
    let allowed = toleranceType == .absolute ? tolerance : tolerance * abs(expected)
    return abs(computed - expected) <= allowed
  }
}
