import Compensation
import Market
import Quantities

/// What a scenario file says: who asks, under which assumptions, about which offers.
///
///     let scenario = try reader.read(path: "Scenarios/it-director-denver-seattle")
///     scenario.offers.map(\.id)    // ["current", "denver", "seattle"]
public struct Scenario: Sendable {
  public var title: String
  /// The file it was read from.
  public var path: String
  public var me: Profile
  /// `assumptions.as_of`; the caller's date counts when it is nil.
  public var asOf: CalendarDate?
  public var horizonMonths: Int?
  /// Annual effective: 0.045 for `4.5%`.
  public var discountRate: Double?
  public var currency: Currency?
  /// By the key of a parameter: `room.mean[below-p50]`.
  public var parameterOverrides: [String: Double]
  public var offers: [Offer]
  public var deltas: [ScenarioDelta]
  /// The user's own notes, as written.
  public var userNotes: [String]
  /// What a reader should know about how the file was read; nothing here is a fault.
  public var notes: [String]

  public init(title: String, path: String) {
    self.title = title
    self.path = path
    me = Profile()
    parameterOverrides = [:]
    offers = []
    deltas = []
    userNotes = []
    notes = []
  }
}

/// The person the offers are for.
///
///     me: {role: IT Manager, location: "Denver, CO", experience: 14y, filing: joint, savings: 240k}
public struct Profile: Sendable {
  /// Status of a US tax return.
  public enum Filing: String, CaseIterable, Sendable {
    case single
    case joint
    /// Head of household.
    case hoh
  }

  public var role: PricedJob?
  public var location: Location?
  /// Where the household lives, when not in `location`.
  public var home: Location?
  public var experienceMonths: Int?
  public var education: String?
  public var certifications: [String] = []
  public var filing: Filing?
  public var children: Int?
  public var savings: Money?
  /// Relative risk aversion: 2 is usual, 3 is cautious.
  public var riskAversion: Double?
  /// Whether there is a job to fall back on; nil when not stated.
  public var employed: Bool?
  /// Pay a year in the last job, for someone between jobs.
  public var lastPay: Money?
  public var spouseWages: Money?
  /// One's own money into a 401(k), and into a health savings account, a year.
  public var deferral401k: Money?
  public var hsa: Money?
  /// Of where one lives, a month.
  public var rent: Money?

  public init() {}

  /// Whom a health plan that does not say is taken to cover: a couple and parents need more than one person's. Nil where
  /// nothing is said of the household.
  var usualCover: HealthCover? {
    guard filing != nil || children != nil else { return nil }
    return filing == .joint || filing == .hoh || (children ?? 0) > 0 ? .family : .single
  }
}

/// A named change to the scenario, read but not yet applied.
///
///     scenarios: [{name: stock halves, why: "2022 happened", set: {"seattle.equity[0].price": -50%}}]
public struct ScenarioDelta: Sendable, Equatable {
  /// One path and the text to put there: `seattle.base`, `+5%`.
  public struct Setting: Sendable, Equatable {
    public let path: String
    public let value: String

    public init(path: String, value: String) {
      self.path = path
      self.value = value
    }
  }

  public var name: String
  public var why: String
  public var sets: [Setting]

  public init(name: String, why: String, sets: [Setting]) {
    self.name = name
    self.why = why
    self.sets = sets
  }
}
