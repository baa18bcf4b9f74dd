import Taxation

extension ShippedData {
  /// Tables of places in the United States that rest on a forecast, by place; places without any are left out.
  ///
  ///     try data.projectedTables(in: ["US-CA"], filing: .single, year: 2026)    // ["US-CA": ["bracket", ...]]
  public func projectedTables(in places: [String], filing: FilingStatus, year: Int) throws -> [String: [String]] {
    let american = places.filter { $0.hasPrefix("US") }
    let law = UnitedStatesLaw(try taxLaw(of: american))
    return Dictionary(
      american.map { ($0, law.projected(in: $0, filing: filing, year: year)) }.filter { !$0.1.isEmpty }
    ) { first, _ in first }
  }
}
