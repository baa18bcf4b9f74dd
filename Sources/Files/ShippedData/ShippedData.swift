import CSVStream
import Glibc
import Market
import Quantities

/// The folder `MarketData`: codes, parameters and data sets that come with the program.
///
///     let data = try ShippedData.found(besideExecutable: "/usr/local/bin/parley")
///     try data.roles().find("VP of IT")
public struct ShippedData: Sendable {
  public let folder: String

  public init(folder: String) { self.folder = folder }

  /// Beside the program, then in `PREFIX/share/parley`, then in the checkout it was built in.
  public static func found(besideExecutable executable: String) throws -> ShippedData {
    let home = parent(executable)
    var candidates = [home + "/MarketData", parent(home) + "/share/parley/MarketData"]
    var above = home
    while above.count > 1 {
      if Folder.exists(above + "/Package.swift") { candidates.append(above + "/MarketData") }
      above = parent(above)
    }
    for folder in candidates where Folder.isFolder(folder) { return ShippedData(folder: folder) }
    throw FileTrouble(
      .missing, path: candidates[0], message: "the shipped market data is not there",
      cure: "install with `make install`, or set PARLEY_DATA to the folder MarketData")
  }

  /// Roles with their aliases, and the occupations that SOC codes name.
  public func roles() throws -> RoleDirectory {
    let roles = try table("codes/roles.csv").rows.map { row in
      Role(
        id: row["role"], title: row["title"], family: row["family"], baseOccupation: row["base_occupation"],
        isITOperations: row.flag("it_operations"), isLeadership: row.flag("leadership"),
        isExecutive: row.flag("executive"), bonusClass: row["bonus_class"],
        description: row["description"].hasSuffix(".") ? String(row["description"].dropLast()) : row["description"],
        counts: RowCount(rawValue: row["counts"]) ?? .always)
    }
    let aliases = try table("codes/role-aliases.csv").rows.map {
      RoleDirectory.Alias(
        text: $0["alias"], role: $0["role"], note: $0["note"], counts: RowCount(rawValue: $0["counts"]) ?? .always)
    }
    let occupations = try table("codes/occupations.csv").rows.map {
      Occupation(code: $0["soc"], title: $0["title"])
    }
    return RoleDirectory(roles: roles, aliases: aliases, occupations: occupations)
  }

  /// What the words of a title say of its trade.
  public func titleWords() throws -> TitleWords {
    let pairs = try table("codes/title-words.csv").rows.compactMap { row in
      TitleWords.Meaning(rawValue: row["meaning"]).map { (row["word"], $0) }
    }
    return TitleWords(Dictionary(pairs) { first, _ in first })
  }

  /// Every place, with aliases; or those that a text may mean, which is enough to find it and takes a tenth of the time.
  public func places(naming text: String? = nil) throws -> PlaceDirectory {
    let hint = text.map { PlaceHint($0) }
    let aliases = try table("codes/location-aliases.csv") { hint?.mayBeIn($0.bytes(0)) ?? true }.rows.map {
      PlaceDirectory.Alias(text: $0["alias"], location: $0["location"], note: $0["note"])
    }
    let targets = Set(aliases.map(\.location))
    let rows = try table("codes/locations.csv") { record in
      guard let hint else { return true }
      return hint.mayMean(id: record.bytes(0), name: record.bytes(1))
        || (!targets.isEmpty && targets.contains(record.text(0)))
    }.rows
    let places = rows.compactMap { row -> Location? in
      guard let kind = Location.Kind(rawValue: row["kind"]) else { return nil }
      return Location(
        id: row["location"], name: row["name"], kind: kind, state: row["state"], country: row["country"],
        employment: row.number("employment"))
    }
    return PlaceDirectory(places: places, aliases: aliases)
  }

  public func industries() throws -> IndustryDirectory {
    let rows = try table("codes/industries.csv").rows
    return IndustryDirectory(
      industries: rows.map {
        Industry(
          code: $0["industry"], title: $0["title"], aliases: $0["aliases"].split(separator: "|").map(String.init))
      },
      technology: rows.filter { $0.flag("it") }.map { $0["industry"] })
  }

  /// Career ladders: the roles that usually come after each role, by role id.
  public func nextRoles() throws -> [String: [String]] {
    let rows = try table("codes/ladders.csv").rows
    var next: [String: [String]] = [:]
    for (row, after) in zip(rows, rows.dropFirst()) where row["ladder"] == after["ladder"] {
      if next[row["role"], default: []].contains(after["role"]) { continue }
      next[row["role"], default: []].append(after["role"])
    }
    return next
  }

  /// The rows of `parameters/`, role ratios apart: of the named groups, or all of them.
  ///
  ///     try data.parameters(of: ["market"])    // enough to price a job
  public func parameters(of groups: [String]? = nil) throws -> ParameterTable {
    var rows: [Parameter] = []
    for group in groups ?? Folder.names(in: folder + "/parameters") {
      for file in Folder.names(in: "\(folder)/parameters/\(group)") where file.hasSuffix(".csv") {
        if file == "role-ratios.csv" { continue }
        let path = "parameters/\(group)/\(file)"
        rows += try table(path).rows.map { try ShippedData.parameter($0, path: path) }
      }
    }
    return ParameterTable(rows)
  }

  public func roleRatios() throws -> [RoleRatio] {
    try table("parameters/market/role-ratios.csv").rows.compactMap { row in
      guard let ratio = row.number("ratio"), let error = row.number("ratio_se"), let spread = row.number("within_sd")
      else { return nil }
      let ends = row.number("interval_low").flatMap { low in row.number("interval_high").map { low...$0 } }
      return RoleRatio(
        role: row["role"], stage: row["stage"], industryGroup: row["industry_group"],
        baseOccupation: row["base_occupation"], ratio: ratio, ratioSE: error, withinSD: spread, interval: ends,
        confidence: Confidence(rawValue: row["confidence"]) ?? .low, reference: row["reference"], note: row["note"])
    }
  }

  /// Currencies by code, and the codes of the marks people type.
  public func currencies() throws -> CurrencyDirectory {
    var byMark: [String: Currency] = [:]
    var byCountry: [String: Currency] = [:]
    for row in try table("codes/currencies.csv").rows {
      let currency = Currency(code: row["currency"], minorDigits: Int(row["minor_digits"]) ?? 2)
      byMark[currency.code] = currency
      for country in row["countries"].split(separator: "|") { byCountry[String(country)] = currency }
      for symbol in row["symbols"].split(separator: "|") where byMark[String(symbol)] == nil || currency == .usd {
        byMark[String(symbol)] = currency
      }
    }
    return CurrencyDirectory(byMark: byMark, byCountry: byCountry)
  }

  func table(_ path: String, keep: (borrowing CSVRecord) -> Bool = { _ in true }) throws -> CodeTable {
    try CodeTable(path: folder + "/" + path, keep: keep)
  }

  private static func parameter(_ row: CodeTable.Row, path: String) throws -> Parameter {
    guard let date = CalendarDate(row["effective_from"]), let value = row.number("value"),
      let status = Parameter.Status(rawValue: row["status"])
    else {
      throw BadInput([
        Diagnostic(
          name: "bad-parameter", message: "\(row["name"]) has no usable date, value or status",
          cure: "a row is name,scope,effective_from,value,unit,status,reference,url,note", file: path,
          line: row.line)
      ])
    }
    return Parameter(
      name: row["name"], scope: row["scope"], effectiveFrom: date, value: value, unit: row["unit"], status: status,
      reference: row["reference"], note: row["note"], origin: "\(path):\(row.line)")
  }

  private static func parent(_ path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// Currencies by the marks people type: `USD`, `$`, `€`.
public struct CurrencyDirectory: Sendable {
  let byMark: [String: Currency]
  /// By the ISO code of each country that pays in it.
  var byCountry: [String: Currency] = [:]

  /// Whether a mark also stands for another currency where that is at home: `$` for AUD, `¥` for CNY.
  public func isShared(_ mark: String, by code: String) -> Bool {
    byMark[mark]?.code != code && byMark.contains { $0.value.code == code && $0.key != mark && $0.key.hasSuffix(mark) }
  }

  /// The currency a code or symbol names: `$` is the US dollar.
  public func find(_ mark: String) -> Currency? { byMark[mark] ?? byMark[mark.uppercased()] }

  /// The currency that pay in a country is in: the pound for `GB`; nil where it is not known.
  public func currency(of country: String) -> Currency? { byCountry[country] }

  public var codes: [String] {
    byMark.keys.filter { $0.count == 3 && $0.allSatisfy { $0.isASCII && $0.isUppercase } }.sorted()
  }
}
