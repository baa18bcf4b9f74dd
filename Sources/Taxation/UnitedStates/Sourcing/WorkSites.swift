/// A place for taxes: a state, and a city or county within it.
///
///     TaxSite(state: "NY", locality: "US-NY-YONKERS")
public struct TaxSite: Sendable, Equatable {
  /// `CO`; empty for none, so federal taxes alone.
  public var state: String
  /// As the law names it: `US-NY-NYC`.
  public var locality: String?
  /// A share of wages that a place without rows of its own takes.
  public var localRate: Double

  public init(state: String, locality: String? = nil, localRate: Double = 0) {
    self.state = state
    self.locality = locality
    self.localRate = localRate
  }

  var hasLocality: Bool { locality != nil || localRate > 0 }
}

/// Where the first earner lives and where their employer is. A spouse earns at home.
///
///     WorkSites(home: TaxSite(state: "NJ"), work: TaxSite(state: "NY"), shareAtHome: 0.4)     // two days of five at home
public struct WorkSites: Sendable, Equatable {
  public var home: TaxSite
  /// Nil where home and work are one place.
  public var work: TaxSite?
  /// Of the days of work, those worked at home: 0 for a commuter, 1 where all are.
  public var shareAtHome: Double

  public init(home: TaxSite, work: TaxSite? = nil, shareAtHome: Double = 0) {
    self.home = home
    self.work = work
    self.shareAtHome = min(1, max(0, shareAtHome))
  }

  public init(_ state: String, locality: String? = nil, localRate: Double = 0) {
    self.init(home: TaxSite(state: state, locality: locality, localRate: localRate))
  }

  /// The place of work, where it is another than home.
  public var elsewhere: TaxSite? { work == home ? nil : work }
}
