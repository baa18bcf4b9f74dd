import Glibc
import Quantities

/// Which percentile of a market a person should aim for, and why.
///
/// Starts at P50, a typical holder of the role. Each difference from that holder is a premium; z = ln(premiums) over the
/// log standard deviation of the market, kept within a maximum, is the place on the curve.
///
///     let worth = try Worth(of: profile, in: estimate.distribution, job: job, parameters: parameters, on: date)
///     worth.probability    // 0.62
///     worth.pay            // 214,000
public struct Worth: Sendable {
  /// What one factor does.
  public struct Step: Sendable, Equatable {
    public let factor: WorthFactor
    /// As a share of pay: 0.07 for a master's degree.
    public let premium: Double
    public let detail: String
    /// Switched off: listed, not counted.
    public let isOff: Bool
    /// Our judgement rather than a published or computed figure.
    public let isWeak: Bool
    public let reference: String
  }

  public let steps: [Step]
  /// All counted premiums together, as a share of pay.
  public let premium: Double
  /// Before the maximum.
  public let wantedZ: Double
  public let z: Double
  public let maximumZ: Double
  public let probability: Double
  /// The market's pay there.
  public let pay: Double
  /// What these factors explain of the variation inside a role.
  public let explainedShare: Double
  /// Where that share comes from.
  public let explainedBy: String
  /// Published gaps in pay between the certified and others, which are not used.
  public let certificationGap: ClosedRange<Double>

  /// Whether the sum of the factors was more than credentials can do.
  public var isCapped: Bool { abs(wantedZ) > maximumZ }

  public init(
    of profile: WorthProfile, in market: PayDistribution, job: PricedJob, parameters: ParameterTable,
    on date: CalendarDate
  ) throws {
    let table = WorthTable(parameters: parameters, date: date)
    let steps = try [
      table.experience(profile, job: job), table.education(profile), table.certifications(profile),
      table.skill(profile),
    ].compactMap { $0 }
    self.steps = steps
    let log = steps.filter { !$0.isOff }.reduce(0) { $0 + log1p($1.premium) }
    premium = expm1(log)
    maximumZ = try table.value("worth.maximum-z")
    // A market without spread has one figure for everyone.
    wantedZ = market.logSD > 0 ? log / market.logSD : 0
    z = min(maximumZ, max(-maximumZ, wantedZ))
    probability = StandardNormal.probability(below: z)
    pay = market.quantile(probability)
    let explained = try parameters.row("worth.explained-share", on: date)
    (explainedShare, explainedBy) = (explained.value, explained.reference)
    certificationGap =
      try table.value("worth.certification-gap", "low")...table.value("worth.certification-gap", "high")
  }
}

/// The factors by the rows of `MarketData/parameters/market/worth.csv`.
private struct WorthTable {
  let parameters: ParameterTable
  let date: CalendarDate

  func value(_ name: String, _ scope: String = "") throws -> Double {
    try parameters.value(name, scope: scope, on: date)
  }

  /// Years count up to a limit, on both sides: ten years against a typical holder's eight are two.
  func experience(_ profile: WorthProfile, job: PricedJob) throws -> Worth.Step? {
    guard let years = profile.experienceYears else { return nil }
    let rate = try parameters.row("worth.experience", on: date)
    let limit = try value("worth.experience-years")
    let typical = try parameters.row("worth.typical-years", scopes: [job.id, "other"], on: date).value
    let counted = min(years, limit) - min(typical, limit)
    var detail = "\(NumberText.short(years)) years; a typical holder has \(NumberText.short(typical))"
    if years > limit { detail += "; years after \(NumberText.short(limit)) add nothing" }
    return step(.experience, pow(1 + rate.value, counted) - 1, detail, profile, rate)
  }

  func education(_ profile: WorthProfile) throws -> Worth.Step? {
    guard let degree = profile.education else { return nil }
    guard let row = parameters.row(key: "worth.education[\(degree.rawValue)]", on: date) else {
      return Worth.Step(
        factor: .education, premium: 0, detail: "\(degree.rawValue): no difference from a typical holder is counted",
        isOff: profile.without.contains(.education), isWeak: false, reference: "")
    }
    let needsUse = degree == .doctorate || degree == .professional
    return step(
      .education, row.value, degree.rawValue + (needsUse ? ", if the job uses it; else say --education master" : ""),
      profile, row)
  }

  func certifications(_ profile: WorthProfile) throws -> Worth.Step? {
    guard profile.certifications > 0 else { return nil }
    let first = try parameters.row("worth.certification", scope: "1", on: date)
    let second = profile.certifications > 1 ? try value("worth.certification", "2") : 0
    let extra = profile.certifications > 2 ? "; more than two add nothing" : ""
    return step(
      .certifications, (1 + first.value) * (1 + second) - 1,
      NumberText.count(profile.certifications, "relevant one") + extra,
      profile, first)
  }

  func skill(_ profile: WorthProfile) throws -> Worth.Step? {
    guard profile.skill > 0 else { return nil }
    let row = try parameters.row("worth.skill-maximum", on: date)
    return step(.skill, min(profile.skill, row.value), "a hot skill, your choice", profile, row)
  }

  private func step(
    _ factor: WorthFactor, _ premium: Double, _ detail: String, _ profile: WorthProfile, _ row: Parameter
  ) -> Worth.Step {
    Worth.Step(
      factor: factor, premium: premium, detail: detail, isOff: profile.without.contains(factor),
      isWeak: row.status == .judgement || row.status == .recalled, reference: row.reference)
  }
}
