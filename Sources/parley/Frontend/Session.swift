import Compensation
import Files
import Market
import Quantities
import Reports

/// What a command works with: the shipped data and the market library, opened when first needed.
struct Session {
  let data: ShippedData
  let parameters: ParameterTable
  let roles: RoleDirectory
  /// Nil when none is named and no home folder is known.
  private let libraryPath: String?
  private let isDefaultLibrary: Bool
  private let quiet: Bool

  /// `parameters`: the groups a command needs; all of them unless it must start fast.
  init(_ context: ContextOptions, quiet: Bool, parameters groups: [String]? = nil) throws {
    try context.check()
    data = try Session.shippedData()
    parameters = try data.parameters(of: groups)
    roles = try data.roles()
    libraryPath = context.library ?? Session.defaultLibrary
    isDefaultLibrary = context.library == nil
    self.quiet = quiet
  }

  /// The folder that `PARLEY_DATA` names, else the one beside the program.
  static func shippedData() throws -> ShippedData {
    try Terminal.environment("PARLEY_DATA").map { ShippedData(folder: $0) }
      ?? ShippedData.found(besideExecutable: Terminal.executable)
  }

  /// The market library with the shipped surveys in it.
  ///
  /// A reading command makes no folder for a library that was named: the name is more likely misspelt.
  func library(forChange: Bool = false) throws -> MarketLibrary {
    guard let libraryPath else {
      throw UsageError(
        "no-home", "no home folder is known, so there is no place for the market library",
        cure: "give one with --library FILE, or set HOME or XDG_DATA_HOME")
    }
    let library = try MarketLibrary(
      path: libraryPath, makesFolder: forChange || isDefaultLibrary, isReplaceable: isDefaultLibrary)
    try data.bring(into: library) { text in
      if !quiet { Terminal.write("parley: \(text)\n", to: .error) }
    }
    if !quiet { try LibraryRescue.remind(of: library.lostSurveys()) }
    return library
  }

  /// Throws where an import could not go into the library, which is left as it is.
  func requireUsableLibrary() throws {
    guard let libraryPath else { return }
    do { try MarketLibrary.requireUsable(path: libraryPath) } catch let damaged as DamagedLibrary {
      // In the data folder an import makes it anew.
      if !isDefaultLibrary { throw damaged }
    }
  }

  /// Reads scenarios against the shipped lists of names.
  func scenarioReader(faultLimit: Int = 50) throws -> ScenarioReader {
    ScenarioReader(
      roles: roles, places: try data.places(), industries: try data.industries(),
      currencies: try data.currencies(), localities: try data.taxLocalities(), parameterKeys: parameters.keys,
      hazardKinds: parameters.scopes(of: "hazard.involuntary"), hours: try UsualHours(parameters),
      keyHints: try data.keyHints(), faultLimit: faultLimit)
  }

  /// The market model over the library, with these defaults or the shipped ones.
  ///
  /// The library stays open until the program ends: closing one that was only read would take longer than
  /// the reading.
  func market(parameters table: ParameterTable? = nil) throws -> MarketModel {
    let cells = CachedCells(try library())
    _ = Unmanaged.passRetained(cells)
    return MarketModel(
      cells: cells, parameters: table ?? parameters, ratios: try data.roleRatios(), rates: data.marketRates())
  }

  func industry(_ text: String?) throws -> Industry? {
    guard let text else { return nil }
    return try data.industries().find(text).value
  }

  /// The place a text names. All places are read only to suggest others.
  func place(_ text: String) throws -> Resolution<Location> {
    do { return try data.places(naming: text).find(text) } catch is UnknownName {
      return try data.places().findOrWiden(text)
    }
  }

  /// The question of `--role` and `--location`, with notes on how names were read.
  func question(_ job: JobOptions, asOf: CalendarDate, note: (String) -> Void) throws -> MarketQuestion {
    guard let roleText = job.role else {
      throw UsageError(
        "missing-role", "which job? give --role",
        cure: "for example --role \"IT Director\" --location Denver; `parley market roles` lists the roles")
    }
    let role = try roles.find(roleText)
    let place = try self.place(job.location ?? "US")
    for text in [role.note, place.note].compactMap({ $0 }) { note(text) }
    var question = MarketQuestion(job: role.value, location: place.value, asOf: asOf)
    question.industry = try industry(job.industry)
    question.stage = try stage(job.stage)
    (question.level, question.levels) = try levels(job.levels)
    question.size = job.size ?? ""
    question.reportsTo = try job.reportsTo.map { text in
      guard let line = ReportingLine(rawValue: text.lowercased()) else {
        throw UnknownChoice(kind: "reporting line", given: text, valid: ReportingLine.allCases.map(\.rawValue))
      }
      return line
    }
    question.sources = try sources(job.sources)
    question.agingRate = try agingRate(job.aging)
    return question
  }

  /// The yearly rate of `--aging`; nil where it is not given.
  func agingRate(_ text: String?) throws -> Double? {
    guard let text else { return nil }
    guard let rate = QuantityText.share(text), rate > -0.5, rate < 1 else {
      throw UsageError("share-not-a-percent", "--aging \"\(text)\" is no yearly rate", cure: "write --aging 3.5%")
    }
    return rate
  }

  private func stage(_ text: String?) throws -> String {
    guard let text else { return "" }
    let stages = ["seed", "series-a", "series-b", "established"]
    let typed = text.lowercased().split(whereSeparator: { $0 == " " || $0 == "_" }).joined(separator: "-")
    if let stage = stages.first(where: { $0 == typed || $0 == "series-" + typed }) { return stage }
    throw UsageError("unknown-stage", "there is no stage \"\(text)\"", cure: "one of " + stages.joined(separator: ", "))
  }

  /// Names of data sets, if the library has them all.
  func sources(_ names: [String]) throws -> [String] {
    guard !names.isEmpty else { return [] }
    let held = try library().datasets().map(\.name)
    for name in names where !held.contains(name) {
      let near = NearestName.suggestions(for: name, among: held, limit: 1).first
      throw UsageError(
        "unknown-source", "there is no data set \"\(name)\"",
        cure: near.map { "did you mean \($0)?" } ?? "`parley market list` lists them")
    }
    return names
  }

  /// In the user's data folder. The XDG specification says to ignore a relative one.
  private static var defaultLibrary: String? {
    let named = Terminal.environment("XDG_DATA_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    let home = named ?? Terminal.environment("HOME").map { $0 + "/.local/share" }
    return home.map { $0 + "/parley/market.sqlite" }
  }
}
