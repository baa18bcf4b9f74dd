import Market
import Quantities

extension Entry {
  /// A job by title, alias or SOC code.
  func job(owner: String) -> PricedJob? {
    named(owner: owner, wanted: "a job title or a SOC code") { try reading.job($0) }
  }

  /// A labour market.
  func place(owner: String) -> Location? {
    guard let found = named(owner: owner, wanted: "a city, a state or a country", find: { try reading.place($0) }),
      let text = node.text
    else { return nil }
    let settled = reading.names.localities.settle(found, named: text)
    if case .open = settled {
      reading.note(
        "\(owner)\(path): \"\(text)\" may be in \(found.states.joined(separator: " or ")); taxed in \(found.state), so write "
          + "the state if it is another: \"\(text), \(found.states.last ?? "")\"")
    }
    return settled.place
  }

  func industry(owner: String) -> Industry? {
    named(owner: owner, wanted: "an industry or a NAICS code") { try reading.names.industries.find($0) }
  }

  /// A currency by code or symbol.
  func currency() -> Currency? {
    guard let text = text(wanted: "a currency such as USD") else { return nil }
    guard let currency = reading.names.currencies.find(text) else {
      fault(.unknownCurrency(path, mark: text, codes: reading.names.currencies.codes))
      return nil
    }
    return currency
  }

  private func named<Value>(
    owner: String, wanted: String, find: (String) throws -> Resolution<Value>
  ) -> Value? {
    guard let text = text(wanted: wanted) else { return nil }
    do {
      // No name is that long, and a long text would be compared with every name there is.
      guard text.count <= 120 else {
        throw UnknownName(kind: kind(of: Value.self), text: text, suggestions: [])
      }
      let found = try find(text)
      if let note = found.note { reading.note("\(owner)\(path): \(note)") }
      return found.value
    } catch let error as UnknownName {
      fault(.unknownName(path, error))
    } catch {
      fault(.unknownName(path, UnknownName(kind: kind(of: Value.self), text: text, suggestions: [])))
    }
    return nil
  }

  private func kind(of type: Any.Type) -> String {
    type == PricedJob.self ? "role" : type == Industry.self ? "industry" : "place"
  }
}
