/// A job as people name it, with the survey occupation it is priced through.
///
///     roles.csv: it-director,IT Director,it-leadership,5,11-3021,true,true,false,leader,,"..."
public struct Role: Sendable, Equatable {
  /// Kebab-case and stable: `it-director`.
  public let id: String
  public let title: String
  /// `it-leadership`, `technical`, ...
  public let family: String
  /// SOC code of the occupation whose published pay it is priced from: `11-3021`.
  public let baseOccupation: String
  /// Runs IT rather than builds products: its place effect leans on the cost-of-labour index (see ``PlaceEffect``).
  public let isITOperations: Bool
  /// One of the nine IT-leadership roles.
  public let isLeadership: Bool
  /// CIO and CTO: wider bands, weaker industry effect.
  public let isExecutive: Bool
  /// What the job is, in a sentence without its full stop.
  public let description: String
  /// Scope of the usual bonus payout: `staff`, `leader`, `executive`.
  public let bonusClass: String
  /// When a survey's row with the title counts as the role.
  public let counts: RowCount

  public init(
    id: String, title: String, family: String, baseOccupation: String, isITOperations: Bool, isLeadership: Bool,
    isExecutive: Bool, bonusClass: String, description: String = "", counts: RowCount = .always
  ) {
    self.id = id
    self.title = title
    self.family = family
    self.baseOccupation = baseOccupation
    self.isITOperations = isITOperations
    self.isLeadership = isLeadership
    self.isExecutive = isExecutive
    self.bonusClass = bonusClass
    self.description = description
    self.counts = counts
  }
}

/// An occupation of the Standard Occupational Classification.
///
///     Occupation(code: "11-3021", title: "Computer and Information Systems Managers")
public struct Occupation: Sendable, Equatable {
  public let code: String
  public let title: String

  public init(code: String, title: String) {
    self.code = code
    self.title = title
  }

  /// The major group, the first two digits: `11` for management.
  public var group: String { String(code.prefix(2)) }
}

/// What is priced: a role, or a whole occupation without any role ratio.
public enum PricedJob: Sendable, Equatable {
  case role(Role)
  case occupation(Occupation)

  public var title: String {
    switch self {
    case .role(let role): return role.title
    case .occupation(let occupation): return occupation.title
    }
  }

  /// The role's id, or the SOC code.
  public var id: String {
    switch self {
    case .role(let role): return role.id
    case .occupation(let occupation): return occupation.code
    }
  }

  /// SOC code of the base cell.
  public var baseOccupation: String {
    switch self {
    case .role(let role): return role.baseOccupation
    case .occupation(let occupation): return occupation.code
    }
  }

  public var role: Role? {
    if case .role(let role) = self { return role }
    return nil
  }

  public var isExecutive: Bool { role?.isExecutive ?? false }
}
