/// The tax law of some places, over the years that are known.
public struct TaxLaw: Sendable {
  private struct Key: Hashable {
    let place: String
    let name: String
    let filing: FilingStatus?
  }

  /// Tables by the year they took effect in, ascending; nil for one that ended.
  private let tables: [Key: [(year: Int, table: TaxTable?)]]
  private let names: [String: [String]]
  /// The years in which something took effect, by place.
  private let years: [String: [Int]]
  /// Which place taxes wages where home and work lie apart.
  public let sourcing: SourcingRules

  public init(_ facts: [TaxFact], sourcing: SourcingRules = SourcingRules()) {
    self.sourcing = sourcing
    var tables: [Key: [(year: Int, table: TaxTable?)]] = [:]
    let groups = Dictionary(grouping: facts) { Key(place: $0.place, name: $0.name, filing: $0.filing) }
    for (key, facts) in groups {
      tables[key] = Dictionary(grouping: facts, by: \.effectiveFrom.year).sorted { $0.key < $1.key }.map {
        year, facts in
        (year, facts.contains { $0.status == .ended } ? nil : TaxTable(facts))
      }
    }
    self.tables = tables
    names = Dictionary(grouping: groups.keys, by: \.place).mapValues { keys in Set(keys.map(\.name)).sorted() }
    years = Dictionary(grouping: facts, by: \.place).mapValues { facts in
      Set(facts.map(\.effectiveFrom.year)).sorted()
    }
  }

  /// Whether anything is known of a place.
  public func covers(_ place: String) -> Bool { names[place] != nil }

  /// Places that are known and lie within another: `US-NY-NYC` within `US-NY`.
  public func places(within place: String) -> [String] { names.keys.filter { $0.hasPrefix(place + "-") }.sorted() }

  /// The newest year of law that is known up to a year: the law that is used for it.
  public func newestYear(of place: String, upTo year: Int) -> Int? { years[place]?.last { $0 <= year } }

  /// The table in force in a year: the one of the filing status, else the one for all; of two, the newer.
  public func table(_ name: String, in place: String, filing: FilingStatus?, year: Int) -> TaxTable? {
    let found = (filing == nil ? [nil] : [filing, nil]).compactMap { status in
      tables[Key(place: place, name: name, filing: status)]?.last { $0.year <= year }
    }
    guard let first = found.first, let last = found.last else { return nil }
    return (last.year > first.year ? last : first).table
  }

  /// Every table of a place whose name begins so, by the rest of its name.
  public func tables(_ prefix: String, in place: String, filing: FilingStatus?, year: Int) -> [(
    name: String, table: TaxTable
  )] {
    (names[place] ?? []).filter { $0.hasPrefix(prefix) }.compactMap { name in
      table(name, in: place, filing: filing, year: year).map { (String(name.dropFirst(prefix.count)), $0) }
    }
  }
}
