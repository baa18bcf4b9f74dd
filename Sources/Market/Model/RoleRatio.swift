/// How a role's pay compares with the occupation it is priced from.
///
///     role-ratios.csv: it-director,,,11-3021,0.95,0.10,0.33,,,medium,...
public struct RoleRatio: Sendable, Equatable {
  public let role: String
  /// Start-up stage, `seed` to `established`; empty for any.
  public let stage: String
  /// `tech` for technology employers; empty for any.
  public let industryGroup: String
  public let baseOccupation: String
  /// Median of the role over the median of the occupation, nationally.
  public let ratio: Double
  /// Log standard error of the ratio: doubt about the estimate, not spread of pay.
  public let ratioSE: Double
  /// Log standard deviation of pay inside the role.
  public let withinSD: Double
  /// Ends of the ratio where the case is not known (a CTO of unknown stage).
  public let interval: ClosedRange<Double>?
  public let confidence: Confidence
  public let reference: String
  public let note: String

  public init(
    role: String, stage: String, industryGroup: String, baseOccupation: String, ratio: Double, ratioSE: Double,
    withinSD: Double, interval: ClosedRange<Double>?, confidence: Confidence, reference: String, note: String
  ) {
    self.role = role
    self.stage = stage
    self.industryGroup = industryGroup
    self.baseOccupation = baseOccupation
    self.ratio = ratio
    self.ratioSE = ratioSE
    self.withinSD = withinSD
    self.interval = interval
    self.confidence = confidence
    self.reference = reference
    self.note = note
  }

  /// The row for a role: the one that names the stage or industry group, else the general one.
  public static func choose(
    from rows: [RoleRatio], role: String, stage: String, industryGroup: String
  ) -> RoleRatio? {
    let mine = rows.filter { $0.role == role && $0.baseOccupation != "led" }
    if !stage.isEmpty, let exact = mine.first(where: { $0.stage == stage }) { return exact }
    if !industryGroup.isEmpty, let exact = mine.first(where: { $0.industryGroup == industryGroup }) { return exact }
    return mine.first { $0.stage.isEmpty && $0.industryGroup.isEmpty }
  }
}
