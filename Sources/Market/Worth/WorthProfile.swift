/// What a person brings to a role, as far as it moves pay inside the role.
///
///     WorthProfile(experienceYears: 14, education: .master, certifications: 2)
public struct WorthProfile: Sendable, Equatable {
  /// The highest degree.
  public enum Education: String, CaseIterable, Sendable {
    case none, associate, bachelor, master, doctorate, professional

    /// What people write: `MSc`, `PhD`, `bachelor's`; nil for anything else.
    public init?(text: String) {
      let word = WordText.words(text).first { !["degree", "a", "an"].contains($0) } ?? ""
      switch word {
      case "none", "high": self = .none
      case "associate", "associates": self = .associate
      case "bachelor", "bachelors", "bs", "ba", "bsc": self = .bachelor
      case "master", "masters", "ms", "ma", "msc", "mba": self = .master
      case "doctorate", "phd", "doctor", "doctoral": self = .doctorate
      case "professional", "jd", "md": self = .professional
      default: return nil
      }
    }
  }

  /// Years in the field; nil when not stated.
  public var experienceYears: Double?
  public var education: Education?
  /// Relevant certifications.
  public var certifications: Int
  /// What a hot skill adds, as a share: the user's choice.
  public var skill: Double
  /// Factors that are switched off.
  public var without: Set<WorthFactor>

  public init(
    experienceYears: Double? = nil, education: Education? = nil, certifications: Int = 0, skill: Double = 0,
    without: Set<WorthFactor> = []
  ) {
    self.experienceYears = experienceYears
    self.education = education
    self.certifications = certifications
    self.skill = skill
    self.without = without
  }

  /// Whether anything is stated at all.
  public var isEmpty: Bool { experienceYears == nil && education == nil && certifications == 0 && skill == 0 }
}

/// What moves a person from the middle of a role.
public enum WorthFactor: String, CaseIterable, Sendable {
  case experience, education, certifications, skill
}
