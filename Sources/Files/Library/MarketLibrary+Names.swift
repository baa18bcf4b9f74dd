import GRDB
import Market

/// Which data sets of the library a file that comes in has to do with.
extension MarketLibrary {
  /// The data sets of one file under names that no other file has.
  ///
  /// A name that the user gave, or that is written in the file, replaces what has it. One that comes from the name of
  /// the file or of a profile does not: two vendors may both send a `survey.csv`. The second is `survey-2`, and stays
  /// it when it comes again from the same path.
  func freeNames(for surveys: [ReadSurvey], _ database: Database) throws -> [ReadSurvey] {
    guard let first = surveys.first, !first.isNamedByUser, !first.isNamedByFile, !first.source.isEmpty,
      first.source != "-"
    else { return surveys }
    let held = try Row.fetchAll(database, sql: "SELECT name, source, digest FROM dataset WHERE shipped = 0")
    var owners: [String: (source: String, file: Substring)] = [:]
    for row in held {
      owners[row["name"]] = (row["source"], (row["digest"] as String).prefix { $0 != ":" })
    }
    func names(_ number: Int) -> [String] { surveys.map { $0.numbered(number).dataset.name } }
    func isOwn(_ name: String) -> Bool { owners[name]?.source == first.source }
    func isFree(_ name: String) -> Bool {
      guard let owner = owners[name] else { return true }
      // Libraries of old did not keep where a survey came from.
      return owner.source == first.source || owner.source.isEmpty || owner.file == first.fileDigest
    }
    let numbers = 1...owners.count + 1
    let number =
      numbers.first { names($0).contains(where: isOwn) && names($0).allSatisfy(isFree) }
      ?? numbers.first { names($0).allSatisfy(isFree) }
    return surveys.map { $0.numbered(number ?? owners.count + 2) }
  }

  /// The data sets that the same file gave when its profile said something else, or when it was read without one.
  func namesByFormerProfile(of survey: ReadSurvey, _ database: Database) throws -> [String] {
    guard !survey.profileDigest.isEmpty else { return [] }
    let now = "\(survey.fileDigest):\(survey.profileDigest)"
    return try String.fetchAll(
      database,
      sql: """
        SELECT name FROM dataset WHERE shipped = 0 AND (digest = ?1 OR digest LIKE ?1 || ':%')
          AND digest <> ?2 AND digest NOT LIKE ?2 || ':%' ORDER BY id
        """, arguments: [survey.fileDigest, now])
  }
}

extension ReadSurvey {
  /// SHA-256 of the file, without what tells its data sets apart.
  var fileDigest: String { String(dataset.digest.prefix { $0 != ":" }) }

  /// The same under a name with a number: `survey-2`, `survey-2-2024` for one year of several; 1 is its own name.
  func numbered(_ number: Int) -> ReadSurvey {
    guard number > 1 else { return self }
    var copy = self
    let (name, series) = (dataset.name, dataset.series)
    if !profileDigest.isEmpty, name.hasPrefix(series) {
      copy.dataset.name = "\(series)-\(number)\(name.dropFirst(series.count))"
      if !hasOwnSeries { copy.dataset.series = "\(series)-\(number)" }
    } else {
      copy.dataset.name = "\(name)-\(number)"
      if series == name, !hasOwnSeries { copy.dataset.series = copy.dataset.name }
    }
    if dataset.title == name { copy.dataset.title = copy.dataset.name }
    return copy
  }
}
