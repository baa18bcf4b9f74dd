import Files
import Market
import Taxation

extension TaxCommand {
  /// A place by what it is called, in the state whose taxes it has: of Hoboken, NJ that is New Jersey, though its labor
  /// market is New York's. Where a market lies in several states and the name does not tell which, the error asks.
  static func taxPlace(
    _ text: String, _ option: String, in data: ShippedData, _ localities: TaxLocalities
  ) throws -> Location {
    let found = try place(text, option, in: data)
    let states = found.states
    guard states.count > 1 else { return found }
    let words = text.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    let behind = words.count > 1 ? words.last.flatMap(localities.state) : nil
    if let state = localities.state(text) ?? behind, states.contains(state) { return found.inState(state) }
    let known = [found.id, found.name, found.shortName, found.spokenName].map { $0.lowercased() }
    if known.contains(text.lowercased()) || found.id == "US-\(text)" { return found }
    if let state = states.first(where: { localities.find(text, in: $0) != nil }) { return found.inState(state) }
    throw UsageError(
      "unknown-state", "\(option) \"\(text)\" is in \(found.name), so in one of several states",
      cure: "name the state: \(option) \(states.joined(separator: " or \(option) "))")
  }
}
