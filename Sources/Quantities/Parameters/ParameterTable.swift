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

  /// By name and scope, oldest first.
  private var rows: [String: [String: [Parameter]]] = [:]
  private var log: ParameterLog?

  public init(_ parameters: [Parameter]) {
    for parameter in parameters { rows[parameter.name, default: [:]][parameter.scope, default: []].append(parameter) }
    rows = rows.mapValues { scopes in
      scopes.mapValues { $0.count == 1 ? $0 : $0.sorted { $0.effectiveFrom < $1.effectiveFrom } }
    }
  }

  /// Every `name[scope]` there is, sorted: what an override may name.
  public var keys: [String] { rows.values.flatMap(\.values).compactMap(\.first?.key).sorted() }

  /// Every scope a name has, sorted: `hospital`, `public tech`, ...
  public func scopes(of name: String) -> [String] { (rows[name] ?? [:]).keys.sorted() }

  /// The row in force on a date: the latest that has begun, else the earliest there is.
  ///
  ///     try table.row("ageing.annual-rate", scope: "11", on: date).value    // 0.03
  public func row(_ name: String, scope: String = "", on date: CalendarDate) throws -> Parameter {
    guard let found = find(name, scope, on: date) else { throw Missing(name: name, scope: scope) }
    return found
  }

  /// The row in force of a whole key, such as `room.mean[below-p50]`, unknown to the log; nil when there is none.
  public func row(key: String, on date: CalendarDate) -> Parameter? { inForce(rows(ofKey: key), on: date) }

  /// The row of the first scope that has one.
  ///
  ///     try table.row("hazard.involuntary", scopes: ["hospital", "other"], on: date)
  public func row(_ name: String, scopes: [String], on date: CalendarDate) throws -> Parameter {
    for scope in scopes {
      if let found = find(name, scope, on: date) { return found }
    }
    throw Missing(name: name, scope: scopes.joined(separator: "|"))
  }

  private func find(_ name: String, _ scope: String, on date: CalendarDate) -> Parameter? {
    let found = inForce(rows[name]?[scope], on: date)
    if let found { log?.note(found) }
    return found
  }

  private func inForce(_ rows: [Parameter]?, on date: CalendarDate) -> Parameter? {
    rows.flatMap { rows in rows.last { $0.effectiveFrom <= date } ?? rows.first }
  }

  private func rows(ofKey key: String) -> [Parameter]? {
    guard key.hasSuffix("]"), let mark = key.firstIndex(of: "[") else { return rows[key]?[""] }
    return rows[String(key[..<mark])]?[String(key[key.index(after: mark)...].dropLast())]
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
      guard let row = rows(ofKey: key)?.last else { continue }
      copy.rows[row.name]?[row.scope] = [row.replaced(by: value, origin: origin)]
    }
    return copy
  }
}
