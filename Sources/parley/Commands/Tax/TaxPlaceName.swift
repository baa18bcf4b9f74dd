import Files
import Market
import Taxation

extension TaxCommand {
  /// A place by what it is called, in the state whose taxes it has: of Hoboken, NJ that is New Jersey, though its labor
  /// market is New York's. Where a market lies in several states and the name does not tell which, the error asks.
  static func taxPlace(
    _ text: String, _ option: String, in data: ShippedData, _ localities: TaxLocalities
  ) throws -> Location {
    try inItsState(place(text, option, in: data), named: text, option, localities)
  }

  /// The same of a place that is found already.
  static func inItsState(
    _ found: Location, named text: String, _ option: String, _ localities: TaxLocalities
  ) throws -> Location {
    let settled = localities.settle(found, named: text)
    guard case .open = settled else { return settled.place }
    let states = found.states
    throw UsageError(
      "unknown-state", "\(option) \"\(text)\" is in \(found.name), so in one of several states",
      cure: "name the state: \(option) \(states.joined(separator: " or \(option) "))")
  }
}
