import Market
import ModelTestSupport
import Testing

@Suite("Your worth: the percentile to aim for")
struct WorthTests {
  private let date = day("2026-11-21")

  private func worth(
    _ profile: WorthProfile, role: String = "it-manager", median: Double = 150_000, logSD: Double = 0.3
  ) throws -> Worth {
    try Worth(
      of: profile, in: try #require(PayDistribution.logNormal(median: median, logSD: logSD)),
      job: try ShippedTables.roles().find(role).value, parameters: try ShippedTables.parameters(), on: date)
  }

  @Test("It agrees with values computed apart (Reference/worth.py)")
  func reference() throws {
    for row in try ReferenceTable("Reference/worth.csv").rows {
      let profile = WorthProfile(
        experienceYears: row.number("years"), education: WorthProfile.Education(text: row["education"]),
        certifications: Int(row.number("certifications")), skill: row.number("skill"))
      let found = try worth(
        profile, role: row["role"], median: row.number("median"), logSD: row.number("log_sd"))
      #expect(abs(found.z - row.number("z")) < 1e-8, "\(row["role"])")
      #expect(abs(found.probability - row.number("probability")) < 1e-8)
      #expect(abs(found.pay - row.number("pay")) < 0.01)
    }
  }

  @Test("A typical holder is at the median")
  func typical() throws {
    for (role, years) in [("it-director", 10.0), ("cio", 10), ("project-manager", 8), ("team-leader", 8)] {
      let found = try worth(WorthProfile(experienceYears: years, education: .bachelor), role: role)
      #expect(found.z == 0 && found.probability == 0.5 && found.pay == 150_000, "\(role)")
    }
  }

  @Test("More experience never lowers it, whatever else one has", arguments: nineRoles)
  func experience(role: String) throws {
    let degrees: [WorthProfile.Education?] = [nil] + WorthProfile.Education.allCases.map { $0 }
    for education in degrees {
      for certifications in [0, 2] {
        let pays = try stride(from: 0.0, through: 40, by: 0.5).map {
          try worth(
            WorthProfile(experienceYears: $0, education: education, certifications: certifications), role: role
          ).pay
        }
        #expect(zip(pays, pays.dropFirst()).allSatisfy { $0 <= $1 })
      }
    }
  }

  @Test("It stays within z = 0.75, about P23 to P77, and says when it was held there")
  func capped() throws {
    let most = try worth(
      WorthProfile(experienceYears: 30, education: .doctorate, certifications: 9, skill: 0.05), logSD: 0.1)
    #expect(most.z == 0.75 && most.isCapped && abs(most.probability - 0.7734) < 1e-4)
    let least = try worth(WorthProfile(experienceYears: 0))
    #expect(least.z == -0.75 && least.isCapped && abs(least.probability - 0.2266) < 1e-4)
  }

  @Test("Each factor can be switched off; it is listed still, and does nothing", arguments: WorthFactor.allCases)
  func off(factor: WorthFactor) throws {
    var profile = WorthProfile(experienceYears: 7, education: .master, certifications: 2, skill: 0.02)
    let on = try worth(profile)
    profile.without = [factor]
    let off = try worth(profile)
    #expect(off.steps.first { $0.factor == factor }?.isOff == true)
    #expect(off.steps.count == on.steps.count)
    let premium = try #require(on.steps.first { $0.factor == factor }).premium
    #expect(abs((1 + on.premium) / (1 + off.premium) - (1 + premium)) < 1e-12)
    profile.without = Set(WorthFactor.allCases)
    #expect(try worth(profile).pay == 150_000)
  }

  @Test("Judgements are marked as weak evidence, and the published certification gaps are not used")
  func evidence() throws {
    let found = try worth(WorthProfile(experienceYears: 7, education: .master, certifications: 1))
    #expect(found.steps.map(\.isWeak) == [true, true, true])
    #expect(found.certificationGap == 0.16...0.33)
    #expect(try #require(found.steps.last).premium < 0.16)
  }

  @Test(
    "Degrees by what people write", arguments: [("Master's", "master"), ("PhD", "doctorate"), ("B.Sc.", "bachelor")])
  func degrees(text: String, degree: String) { #expect(WorthProfile.Education(text: text)?.rawValue == degree) }

  @Test("A market of one figure has one worth")
  func noSpread() throws {
    let flat = try #require(
      PayDistribution(points: [.init(probability: 0.25, pay: 100_000), .init(probability: 0.75, pay: 100_000)]))
    let found = try Worth(
      of: WorthProfile(experienceYears: 1), in: flat, job: try ShippedTables.roles().find("cio").value,
      parameters: try ShippedTables.parameters(), on: date)
    #expect(found.pay == 100_000)
  }
}
