import Files
import Market
import Quantities
import Reports

/// What a person brings to the role: `--experience`, `--education`, `--certification`, `--skill` and `--without` as
/// typed.
struct WorthChoice {
  let experience, education, skill: String?
  let certifications, without: [String]

  /// The profile of the options; nil when none is given.
  func profile(_ parameters: ParameterTable, on date: CalendarDate) throws -> WorthProfile? {
    var profile = WorthProfile(certifications: certifications.count)
    profile.experienceYears = try experience.map { text in
      guard let months = QuantityText.months(text), months <= 840 else {
        throw UsageError(
          "not-a-time", "--experience \"\(text)\" is no span of years", cure: "write --experience 14y")
      }
      return Double(months) / 12
    }
    profile.education = try education.map { text in
      guard let degree = WorthProfile.Education(text: text) else {
        throw UnknownChoice(kind: "degree", given: text, valid: WorthProfile.Education.allCases.map(\.rawValue))
      }
      return degree
    }
    if let skill {
      let maximum = try parameters.value("worth.skill-maximum", on: date)
      guard let share = QuantityText.share(skill), (0...maximum).contains(share) else {
        throw UsageError(
          "share-not-a-percent", "--skill \"\(skill)\" is no share from 0% to \(NumberText.share(maximum))",
          cure: "write --skill 3%")
      }
      profile.skill = share
    }
    for text in without {
      let word = text.lowercased()
      guard let factor = WorthFactor(rawValue: word) ?? WorthFactor(rawValue: word + "s") else {
        throw UnknownChoice(kind: "factor", given: text, valid: WorthFactor.allCases.map(\.rawValue))
      }
      profile.without.insert(factor)
    }
    if profile.isEmpty, !without.isEmpty {
      throw UsageError(
        "option-without-use", "--without has nothing to leave out", cure: "give --experience 14y or --education master")
    }
    return profile.isEmpty ? nil : profile
  }
}
