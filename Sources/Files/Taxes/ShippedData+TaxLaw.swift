import Quantities
import Taxation

extension ShippedData {
  /// The tax law of countries and states: the tables `taxes/US.csv`, `taxes/US-CO.csv`, ...; of all of them unless named.
  ///
  ///     try data.taxLaw(of: ["US", "US-CO"])
  public func taxLaw(of places: [String]? = nil) throws -> TaxLaw {
    TaxLaw(try taxFacts(of: places), sourcing: try sourcingRules())
  }

  /// The rows themselves, one fact each.
  public func taxFacts(of places: [String]? = nil) throws -> [TaxFact] {
    let files = places?.map { $0 + ".csv" } ?? taxFiles
    return try files.flatMap { file in
      try table("taxes/\(file)").rows.map { try TaxFactRow(row: $0, path: "taxes/\(file)").fact() }
    }
  }

  /// Countries and states that have tax tables: `US`, `US-CO`, `GB`.
  public var taxPlaces: [String] { taxFiles.map { String($0.dropLast(4)) } }

  private var taxFiles: [String] {
    Folder.names(in: folder + "/taxes").filter { $0.hasSuffix(".csv") && $0.first?.isUppercase == true }
  }

  /// The parts of countries with taxes of their own that cities abroad are in, by place id: `CA-TOR` in `CA-ON`.
  public func taxPlacesOfCities() throws -> [String: String] {
    Dictionary(try table("taxes/cities.csv").rows.map { ($0["location"], $0["place"]) }) { first, _ in first }
  }

  /// Cities, counties and districts with an income tax of their own.
  public func taxLocalities() throws -> TaxLocalities {
    let states = try table("codes/locations.csv") { $0.text(2) == "state" }.rows.map {
      (code: $0["state"], name: $0["name"])
    }
    return TaxLocalities(
      try table("taxes/localities.csv").rows.map {
        TaxLocalities.Locality(
          place: $0["place"], name: $0["name"], aliases: $0["aliases"].split(separator: "|").map(String.init))
      }, states: states)
  }
}

/// Reads a row of a tax table; what is wrong with it is a fault of the shipped data.
private struct TaxFactRow {
  let row: CodeTable.Row
  let path: String

  func fact() throws -> TaxFact {
    guard let date = CalendarDate(row["effective_from"]) else { throw bad("effective_from", "2026-01-01") }
    guard let status = TaxFact.Status(rawValue: row["status"]) else { throw bad("status", "published") }
    let filing = FilingStatus(rawValue: row["filing"])
    guard filing != nil || row["filing"] == "all" else { throw bad("filing", "single, joint, hoh or all") }
    guard let floor = row.number("floor") else { throw bad("floor", "0") }
    return TaxFact(
      place: row["place"], name: row["name"], filing: filing, effectiveFrom: date, floor: floor,
      rate: try number("rate"), amount: try number("amount"), step: try number("step"), status: status,
      reference: row["reference"], note: row["note"])
  }

  private func number(_ column: String) throws -> Double? {
    if row[column].isEmpty { return nil }
    guard let value = row.number(column) else { throw bad(column, "0.0445") }
    return value
  }

  private func bad(_ column: String, _ example: String) -> BadInput {
    BadInput([
      Diagnostic(
        name: "bad-parameter", message: "\(column) is \"\(row[column])\"", cure: "write it so: \(example)",
        file: path,
        line: row.line)
    ])
  }
}
