/// All parameters in force, looked up by name, scope and date.
public struct ParameterTable: Sendable {
  /// A name or scope that no shipped row has: a fault of the data, not of the user.
  public struct Missing: Error, Sendable, CustomStringConvertible {
    public let name: String
    public let scope: String

    public init(name: String, scope: String) {
      self.name = name
      self.scope = scope
    }

    public var description: String {
      "no parameter \(name)\(scope.isEmpty ? "" : "[\(scope)]") in MarketData/parameters"
    }
  }

  private var rows: [String: [Parameter]] = [:]
  private var log: ParameterLog?

  public init(_ parameters: [Parameter]) {
    for parameter in parameters { rows[parameter.key, default: []].append(parameter) }
    rows = rows.mapValues { $0.count == 1 ? $0 : $0.sorted { $0.effectiveFrom < $1.effectiveFrom } }
  }

  /// Every `name[scope]` there is, sorted: what an override may name.
  public var keys: [String] { rows.keys.sorted() }

  /// Every scope a name has, sorted: `hospital`, `public tech`, ...
  public func scopes(of name: String) -> [String] {
    rows.values.compactMap(\.first).filter { $0.name == name }.map(\.scope).sorted()
  }

  /// The row in force on a date: the latest that has begun, else the earliest there is.
  ///
  ///     try table.row("ageing.annual-rate", scope: "11", on: date).value    // 0.03
  public func row(_ name: String, scope: String = "", on date: CalendarDate) throws -> Parameter {
    let key = scope.isEmpty ? name : "\(name)[\(scope)]"
    guard let candidates = rows[key], let first = candidates.first else {
      throw Missing(name: name, scope: scope)
    }
    let found = candidates.last { $0.effectiveFrom <= date } ?? first
    log?.note(found)
    return found
  }

  /// The row in force of a whole key, such as `room.mean[below-p50]`; nil when there is none.
  public func row(key: String, on date: CalendarDate) -> Parameter? {
    guard let candidates = rows[key] else { return nil }
    return candidates.last { $0.effectiveFrom <= date } ?? candidates.first
  }

  /// The row of the first scope that has one.
  ///
  ///     try table.row("hazard.involuntary", scopes: ["hospital", "other"], on: date)
  public func row(_ name: String, scopes: [String], on date: CalendarDate) throws -> Parameter {
    for scope in scopes {
      if let found = try? row(name, scope: scope, on: date) { return found }
    }
    throw Missing(name: name, scope: scopes.joined(separator: "|"))
  }

  /// The number of the row in force on a date.
  public func value(_ name: String, scope: String = "", on date: CalendarDate) throws -> Double {
    try row(name, scope: scope, on: date).value
  }

  /// The same table, telling `log` each row it is asked for.
  public func logging(to log: ParameterLog) -> ParameterTable {
    var copy = self
    copy.log = log
    return copy
  }

  /// The table with rows of the user's in place of the shipped ones, whatever their date.
  public func overridden(by values: [String: Double], origin: String) -> ParameterTable {
    var copy = self
    for (key, value) in values {
      guard var row = copy.rows[key]?.last else { continue }
      row.value = value
      row.status = .yours
      row.reference = "your value"
      row.origin = origin
      copy.rows[key] = [row]
    }
    return copy
  }
}
