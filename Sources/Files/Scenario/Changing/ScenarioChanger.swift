import Compensation
import Market
import Quantities

/// One field before and after a change.
public struct FieldChange: Sendable, Hashable {
  /// `seattle.base`
  public let path: String
  /// As written; nil when it was not stated.
  public let before: String?
  public let after: String
}

/// Why a change cannot be made.
public struct ChangeTrouble: Error, Sendable {
  public let name: String
  public let message: String
  public let cure: String
}

/// Applies what-if changes to a scenario: the file is edited in memory by path and read again, so that a change means
/// exactly what the same text in the file would mean.
///
///     let changer = ScenarioChanger(document: document, reader: reader)
///     let (scenario, changes) = try changer.changed([.init(path: "seattle.base", value: "+20k")])
///     changes    // seattle.base: 228k -> 248000
public struct ScenarioChanger: Sendable {
  let document: ScenarioDocument
  let reader: ScenarioReader
  /// Defaults as they are, for changes relative to them.
  let parameters: ParameterTable
  let date: CalendarDate

  public init(document: ScenarioDocument, reader: ScenarioReader, parameters: ParameterTable, on date: CalendarDate) {
    self.document = document
    self.reader = reader
    self.parameters = parameters
    self.date = date
  }

  /// Throws ``ChangeTrouble`` for a change that cannot be made or that makes a faulty scenario.
  public func changed(_ settings: [ScenarioDelta.Setting]) throws -> (scenario: Scenario, changes: [FieldChange]) {
    var changes: [FieldChange] = []
    let prices = try settings.filter { try isPrice($0.path) }
    var overrides: [String: Double] = [:]
    var document = self.document
    for setting in settings {
      if let key = ScenarioChanger.parameterKey(setting.path) {
        overrides[key] = try parameter(key, setting, &changes)
      } else if try !isPrice(setting.path) {
        document = try edited(document, setting, &changes)
      }
    }
    // Units are fixed by the price as written: a change of price changes what they are worth, never their number.
    let fixed = prices.isEmpty ? nil : try read(document, changes)
    var implied: [(setting: ScenarioDelta.Setting, factor: Double)] = []
    for setting in prices {
      if document.text(at: setting.path) == nil {
        implied.append((setting, try impliedFactor(setting)))
        changes.append(FieldChange(path: setting.path, before: nil, after: setting.value))
      } else {
        document = try edited(document, setting, &changes)
      }
    }
    var scenario = try read(document, changes)
    if let fixed { try restoreUnits(of: fixed, in: &scenario, prices: prices.map(\.path), implied: implied) }
    scenario.parameterOverrides.merge(overrides) { $1 }
    return (scenario, changes)
  }

  /// `hazard.quit` of `assumptions.parameters.hazard.quit`: a key with dots of its own.
  private static func parameterKey(_ path: String) -> String? {
    let prefix = "assumptions.parameters."
    return path.hasPrefix(prefix) ? String(path.dropFirst(prefix.count)) : nil
  }

  /// The new value of a default.
  private func parameter(
    _ key: String, _ setting: ScenarioDelta.Setting, _ changes: inout [FieldChange]
  ) throws -> Double {
    guard let row = parameters.row(key: key, on: date) else {
      let near = NearestName.suggestions(for: key, among: parameters.keys, limit: 1).first
      throw ChangeTrouble(
        name: "unknown-parameter", message: "there is no default \(key)",
        cure: near.map { "did you mean \($0)?" } ?? "`parley explain` names the defaults behind a figure")
    }
    let before = DecimalText(row.value, atMost: 9)?.text ?? ""
    let after: String
    do { after = try ChangeText.applied(setting.value, to: before) } catch { throw trouble(error, setting, before) }
    guard let value = QuantityText.decimal(after) ?? QuantityText.share(after) else {
      throw ChangeTrouble(
        name: "change-not-a-quantity", message: "\"\(setting.value)\" is no value of \(key)",
        cure: "write a number or a change: 0.02, 2%, +50%")
    }
    if let bounds = ParameterDomain.bounds(of: key, broken: value) {
      throw ChangeTrouble(
        name: "value-out-of-range", message: "\(key) would be \(after)", cure: "it must be \(bounds)")
    }
    changes.append(FieldChange(path: setting.path, before: before, after: after))
    return value
  }

  private func isPrice(_ path: String) throws -> Bool {
    let pattern = try parsed(path).afterRoot?.pattern
    return pattern == "equity[].price"
  }

  private func parsed(_ path: String) throws -> FieldPath {
    if path.hasSuffix(".id") {
      throw ChangeTrouble(
        name: "bad-change", message: "\(path) is a name, and no figure hangs on it", cure: "change another field")
    }
    do { return try FieldPath(path) } catch {
      throw ChangeTrouble(
        name: "bad-path", message: "\"\(path)\" is no path", cure: "write OFFER.FIELD, such as seattle.base")
    }
  }

  private func edited(
    _ document: ScenarioDocument, _ setting: ScenarioDelta.Setting, _ changes: inout [FieldChange]
  ) throws -> ScenarioDocument {
    let path = place(of: setting.path, in: document)
    let before = document.text(at: path)
    let after: String
    do { after = try ChangeText.applied(setting.value, to: before) } catch {
      throw trouble(error, setting, before)
    }
    changes.append(FieldChange(path: path, before: before, after: after))
    do { return try document.setting([(path, after)]) } catch let input as BadInput {
      throw ScenarioChanger.trouble(input, at: setting.path)
    }
  }

  /// `seattle.bonus.target` where the file says `bonus: 15%`, and `seattle.bonus` where it has a block with a target.
  private func place(of path: String, in document: ScenarioDocument) -> String {
    guard document.text(at: path) == nil else { return path }
    for main in [".target", ".amount", ".match"] {
      if path.hasSuffix(main), document.text(at: String(path.dropLast(main.count))) != nil {
        return String(path.dropLast(main.count))
      }
      if document.text(at: path + main) != nil { return path + main }
    }
    return path
  }

  private func impliedFactor(_ setting: ScenarioDelta.Setting) throws -> Double {
    guard ChangeText.isRelative(setting.value), let share = QuantityText.share(setting.value) else {
      throw ChangeTrouble(
        name: "nothing-to-change", message: "\(setting.path) is not stated, so it cannot become \"\(setting.value)\"",
        cure: "change it by a percentage, such as -50%, or write the price into the file")
    }
    return 1 + share
  }

  private func restoreUnits(
    of fixed: Scenario, in scenario: inout Scenario, prices: [String],
    implied: [(setting: ScenarioDelta.Setting, factor: Double)]
  ) throws {
    for path in prices {
      let segments = try parsed(path).segments
      guard let index = Int(segments[1].indices.first ?? ""),
        let offer = scenario.offers.firstIndex(where: { $0.id == segments[0].name }),
        let grant = scenario.offers[offer].equity.firstIndex(where: { $0.pathIndex == index }),
        fixed.offers.indices.contains(offer), fixed.offers[offer].equity.indices.contains(grant)
      else {
        throw ChangeTrouble(
          name: "nothing-to-change", message: "there is no priced grant at \(path)",
          cure: "`parley value` lists the parts of each offer")
      }
      scenario.offers[offer].equity[grant].units = fixed.offers[offer].equity[grant].units
      for change in implied where change.setting.path == path {
        scenario.offers[offer].equity[grant].price *= change.factor
      }
    }
  }

  private func read(_ document: ScenarioDocument, _ changes: [FieldChange]) throws -> Scenario {
    do { return try reader.read(document: document) } catch let input as BadInput {
      throw ScenarioChanger.trouble(input, at: changes.map(\.path).joined(separator: ", "))
    }
  }

  /// A fault of the edited text, without a place in a file that nobody has.
  private static func trouble(_ input: BadInput, at path: String) -> ChangeTrouble {
    let first = input.diagnostics.first
    return ChangeTrouble(
      name: first?.name ?? "bad-change", message: "changing \(path): \(first?.message ?? "")", cure: first?.cure ?? "")
  }

  /// A misspelt offer or field is not one that is not stated: with some value put there, the readers name it.
  private func unknownField(_ path: String) -> ChangeTrouble? {
    let names = ["unknown-key", "unknown-offer", "no-such-field", "block-not-a-text", "text-not-a-block"]
    do {
      _ = try reader.read(document: try document.setting([(path, "1")]))
      return nil
    } catch let input as BadInput {
      return input.diagnostics.contains { names.contains($0.name) } ? ScenarioChanger.trouble(input, at: path) : nil
    } catch { return nil }
  }

  private func trouble(_ trouble: ChangeText.Trouble, _ setting: ScenarioDelta.Setting, _ before: String?)
    -> ChangeTrouble
  {
    let message =
      "\(setting.path) is \(before.map { "\"\($0)\"" } ?? "not stated"), so \"\(setting.value)\" changes nothing"
    switch trouble {
    case .nothingToChange:
      if let unknown = unknownField(setting.path) { return unknown }
      return ChangeTrouble(name: "nothing-to-change", message: message, cure: "give the new value without a sign")
    case .otherKind(let wanted): return ChangeTrouble(name: "change-of-other-kind", message: message, cure: wanted)
    case .notAQuantity:
      return ChangeTrouble(
        name: "change-not-a-quantity", message: "\"\(setting.value)\" is no change of \(setting.path)",
        cure: "write 185k, +20k, +5%, +5pp or +12mo")
    }
  }
}
