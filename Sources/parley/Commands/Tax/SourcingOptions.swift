import ArgumentParser
import Files
import Market
import Quantities
import Taxation

/// Where one lives and where the employer is, when these are two places.
struct SourcingOptions: ParsableArguments {
  @Option(help: "Where you live: NJ, \"Hoboken, NJ\"; a city's own tax is counted.")
  var home: String?

  @Option(help: "Where your employer is: NY, Boston; a city's own tax is counted.")
  var work: String?

  @Option(help: "The city or county there that taxes work: Philadelphia.")
  var workLocality: String?

  @Option(help: "The share of wages another city of work takes: 0.5%.")
  var workLocalRate: String?

  @Option(help: "Days of a five-day week worked at home: 2, or 40%.")
  var daysAtHome: String?

  /// Those that were given.
  var given: [String] {
    [("--home", home)].filter { $0.1 != nil }.map(\.0) + ofWork
  }

  /// Those of the place of work that were given.
  var ofWork: [String] {
    [
      ("--work", work), ("--work-locality", workLocality), ("--work-local-rate", workLocalRate),
      ("--days-at-home", daysAtHome),
    ].filter { $0.1 != nil }.map(\.0)
  }

  /// - Parameter place: Of the place of work, what it is called.
  func sites(home: TaxSite, work there: Location?, states: [String], _ localities: TaxLocalities) throws -> WorkSites {
    guard !ofWork.isEmpty else { return WorkSites(home: home) }
    guard !home.state.isEmpty else {
      throw UsageError(
        "missing-argument", "\(ofWork[0]) without --home", cure: "name the state you live in: --home NJ")
    }
    guard work != nil || workLocality != nil || workLocalRate != nil else {
      throw UsageError(
        "missing-argument", "--days-at-home without --work", cure: "name where your employer is: --work NY")
    }
    let state = there?.state ?? home.state
    guard states.contains("US-\(state)") else {
      throw UsageError(
        "unknown-state", "--work is in \(state), which has no tax tables", cure: "name a state: --work NY")
    }
    let locality =
      try workLocality.map {
        try HouseholdOptions.locality($0, in: state, localities, rate: "--work-local-rate")
      } ?? (workLocalRate == nil ? Self.city(work, in: there, localities) : nil)
    let rate = try HouseholdOptions.rate(workLocalRate, of: "--work-local-rate")
    return WorkSites(
      home: home, work: TaxSite(state: state, locality: locality?.place, localRate: rate), shareAtHome: try share())
  }

  /// The city with an income tax of its own that a name is of: of `Columbus, OH`, not of `OH`.
  static func city(_ text: String?, in place: Location?, _ localities: TaxLocalities) -> TaxLocalities.Locality? {
    guard let place, place.kind == .metro, let name = text?.split(separator: ",").first else { return nil }
    return localities.find(String(name), in: place.state)
  }

  private func share() throws -> Double {
    guard let daysAtHome else { return 0 }
    guard let share = DaysAtHomeText.share(daysAtHome) else {
      throw UsageError(
        "value-out-of-range", "--days-at-home \"\(daysAtHome)\" is no number of days of a five-day week",
        cure: "write 2 for two days of five, or a share: 40%")
    }
    return share
  }
}
