import CSVStream
import Market
import Quantities

/// Decides how a survey file is read, and reads it.
///
/// In this order: the profile that was named; the profile beside the file; the layouts that need none (canonical CSV,
/// BLS OEWS); a profile that comes with parley and has the file's columns; a guess, which is written beside the file.
public struct SurveyIntake: Sendable {
  /// A file as it was read.
  public struct Reading {
    public var surveys: [ReadSurvey]
    /// How the reading was chosen, for people.
    public let way: String
    /// The rows of a file that was read by a profile.
    public let profiled: ProfiledSurvey?
    /// A guessed profile as YAML, and where it goes; nil when there is nothing to write.
    public let newProfile: (text: String, path: String)?
    /// Where the rows go that were left out.
    public var rejectsPath: String
    /// Of a check: why an import refuses a file in a known layout, whose other rows were read all the same.
    public var refusal: BadInput?
  }

  /// What reads a file.
  private enum Choice {
    case profile(SurveyProfile, way: String)
    /// A profile beside the file.
    case own(SurveyProfile, path: String)
    case layout(way: String)
    case guess(CSVReader, firstRows: [[String]])
  }

  public let data: ShippedData
  public let names: SurveyReader

  public init(data: ShippedData, names: SurveyReader) {
    self.data = data
    self.names = names
  }

  /// The profile beside a file.
  public static func profilePath(of file: String) -> String { file + ".profile.yaml" }

  /// Reads a file. Throws ``BadInput`` with every fault, ``UnreadGuess`` where those of a guess are in the way,
  /// ``FileTrouble`` when it cannot be read.
  ///
  /// `profile`: a file, or the name of one that comes with parley. `isCheck`: faults are given back where they can be.
  public func read(
    path: String, profile: String?, options: SurveyReader.Options, isCheck: Bool = false
  ) throws -> Reading {
    switch try choice(path, profile, options) {
    case .profile(let found, let way): return try read(path, found, options, isCheck, way: way)
    case .own(let found, let beside):
      do { return try read(path, found, options, isCheck, way: "profile \(beside)") } catch let bad as BadInput {
        throw bad.naming(profile: beside)
      }
    case .layout(let way): return try plain(path, options, isCheck, way: way)
    case .guess(let reader, let rows): return try guess(path, options, isCheck, reader: reader, firstRows: rows)
    }
  }

  /// What reads a file that cannot be taken as it is; nil where nothing fits.
  public func way(of path: String, profile: String?, options: SurveyReader.Options) -> String? {
    switch try? choice(path, profile, options) {
    case .profile(_, let way), .layout(let way): return way
    case .own(_, let beside): return "profile \(beside)"
    case .guess, nil: return nil
    }
  }

  private func choice(_ path: String, _ profile: String?, _ options: SurveyReader.Options) throws -> Choice {
    if let profile { return .profile(try named(profile), way: "profile \(profile)") }
    let beside = Self.profilePath(of: path)
    if path != "-", Folder.isPlainFile(beside) {
      var reader = ProfileReader(file: beside, faultLimit: options.faultLimit)
      return .own(try reader.read(), path: beside)
    }
    // What can be read only once is not looked at before.
    guard path != "-", Folder.isPlainFile(path) else { return .layout(way: "its own layout") }
    let (reader, _) = try names.open(path, options: options, fieldCount: .any)
    let rows = ProfileGuess.firstRows(of: reader)
    if let way = rows.first.flatMap(Self.knownLayout) { return .layout(way: way) }
    if let (name, found) = try data.profile(recognising: rows) {
      return .profile(found, way: "profile \(name), which comes with parley")
    }
    return .guess(reader, firstRows: rows)
  }

  private func guess(
    _ path: String, _ options: SurveyReader.Options, _ isCheck: Bool, reader: CSVReader, firstRows rows: [[String]]
  ) throws -> Reading {
    let beside = Self.profilePath(of: path)
    let stem = SurveyFile(path: path, digest: "", source: reader.source, options: options).stem
    // Read only where pay of several currencies has to be told apart.
    var rates: ExchangeRates?
    let guess = ProfileGuess(
      of: reader, name: options.name ?? stem, stem: stem, places: PlaceMatcher(names.places),
      jobs: JobMatcher(names.roles, words: names.titleWords), currencies: names.currencies
    ) { from, to in
      if rates == nil, let date = options.effective ?? options.asOf ?? CalendarDate("2100-01-01") {
        rates = try? data.exchangeRates(on: date)
      }
      return rates?.rate(from: from, to: to)
    }
    guard let guess else { return try unguessed(path, options, reader: reader, firstRows: rows) }
    var guessed = guess.profile
    let redated = options.effective.flatMap { guessed.date(allRowsIn: $0) }
    if let date = options.effective { guessed.when = .fixed(date) }
    let text = ProfileWriter.text(of: guessed, file: path, assumed: guess.assumed)
    if guess.assumed.contains(.place) {
      throw UnreadGuess(bad: Self.noPlace(guessed, path), newProfile: (text, beside))
    }
    let reading: Reading
    do {
      reading = try read(path, guessed, options, isCheck, way: "a guess from its headers and rows")
    } catch let bad as BadInput {
      throw UnreadGuess(bad: bad.naming(profile: beside), newProfile: (text, beside))
    } catch let nothing as NothingKept {
      throw UnreadGuess(
        bad: nothing.bad.naming(profile: beside), newProfile: (text, beside), rejectsPath: nothing.rejectsPath)
    }
    var surveys = reading.surveys
    if !surveys.isEmpty { surveys[0].notes += guess.notes + [redated].compactMap { $0 } }
    return Reading(
      surveys: surveys, way: reading.way, profiled: reading.profiled, newProfile: (text, beside),
      rejectsPath: reading.rejectsPath)
  }

  private static func noPlace(_ profile: SurveyProfile, _ path: String) -> BadInput {
    BadInput([
      Diagnostic(
        name: "no-place-column", message: "no column says where the pay is paid",
        cure: "add two lines to \(profilePath(of: path)), with your place: \(ProfileReader.placeLines)", file: path)
    ])
  }

  private func named(_ profile: String) throws -> SurveyProfile {
    if data.profileNames.contains(profile) { return try data.profile(profile) }
    guard Folder.isPlainFile(profile) || profile.contains("/") || profile.contains(".") else {
      let near = NearestName.suggestions(for: profile, among: data.profileNames, limit: 1).first
      throw BadInput([
        Diagnostic(
          name: "unknown-profile", message: "there is no such profile",
          cure: near.map { "did you mean \($0)?" } ?? "name a YAML file, or one of "
            + data.profileNames.joined(separator: ", "), file: profile)
      ])
    }
    var reader = ProfileReader(file: profile)
    return try reader.read()
  }

  private func read(
    _ path: String, _ profile: SurveyProfile, _ options: SurveyReader.Options, _ isCheck: Bool, way: String
  ) throws -> Reading {
    let data = data
    let reader = ProfiledReader(names: names) { try data.exchangeRates(on: $0) }
    let found = try reader.read(path: path, profile: profile, options: options, isCheck: isCheck)
    var surveys = found.surveys
    if options.effective != nil, case .column(let names, _, _) = profile.when, !surveys.isEmpty {
      // A profile was written by someone who knew the column; rows of several years would become one month.
      surveys[0].notes.append("--effective is not used: the profile dates rows by " + SurveyProfile.quoted(names))
    }
    return Reading(
      surveys: surveys, way: way, profiled: found, newProfile: nil, rejectsPath: RejectsFile.path(of: path))
  }

  /// What no guess fits: a file with a fault that hides its rows, or of an unknown layout.
  private func unguessed(
    _ path: String, _ options: SurveyReader.Options, reader: CSVReader, firstRows: [[String]]
  ) throws -> Reading {
    try reader.tellingDamage {
      let run = reader.forEachRecord { _ in }
      if !run.faults.isEmpty { throw BadInput(run.faults.map { Diagnostic($0) }, count: run.faultCount) }
    }
    do { return try plain(path, options, false, way: "its own layout") } catch let bad as BadInput {
      guard bad.diagnostics.map(\.name) == ["unknown-layout"], firstRows.count == 1 else { throw bad }
      throw BadInput([
        UnknownLayout.diagnostic(
          columns: firstRows[0], hasRows: false, path: path, excerpt: reader.source.excerpt(line: 1))
      ])
    }
  }

  private func plain(
    _ path: String, _ options: SurveyReader.Options, _ isCheck: Bool, way: String
  ) throws -> Reading {
    var reading = Reading(
      surveys: [], way: way, profiled: nil, newProfile: nil, rejectsPath: RejectsFile.path(of: path))
    do { reading.surveys = try names.read(path: path, options: options) } catch let bad as BadInput {
      // A check shows what is left for an import with --skip-bad; what can be read only once cannot be read again.
      guard isCheck, Folder.isPlainFile(path) else { throw bad }
      var rest = options
      rest.skipsBadRows = true
      guard let found = try? names.read(path: path, options: rest) else { throw bad }
      (reading.surveys, reading.refusal) = (found, bad)
    }
    return reading
  }

  /// The layout that names of columns are of, of those that need no profile.
  private static func knownLayout(_ names: [String]) -> String? {
    let names = Set(names.map { $0.lowercased().filter { !$0.isWhitespace && $0 != "\u{FEFF}" } })
    let isCanonical =
      names.isSuperset(of: ["location", "statistic", "value"])
      && !names.isDisjoint(with: ["role", "soc"])
    if isCanonical { return "the canonical layout" }
    return names.isSuperset(of: ["area", "occ_code", "a_median", "a_pct10"]) ? "the layout of BLS OEWS" : nil
  }
}
