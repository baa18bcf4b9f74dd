import ArgumentParser
import Files
import Quantities

/// Places by name, for taxes and for what pay buys.
struct MoveOptions: ParsableArguments {
  @Option(help: "A city or state by name, in place of --state; abroad too, with --to.")
  var location: String?

  @Option(
    help: "Another place, London or country:CA too: the pay that it takes to live there as well.")
  var to: String?

  @Option(help: "The city or county with an income tax of its own there: NYC.")
  var toLocality: String?

  @Option(help: "The part with taxes of its own of the country there: SCT, ON.")
  var toRegion: String?

  @Option(help: "The pay offered there; this pay, exchanged, unless given.")
  var toWages: String?

  @Option(help: "Rent a month, to count it apart from other prices.")
  var rent: String?

  @Option(help: "Rent a month there, in its currency.")
  var toRent: String?

  @Option(help: "What the way to work costs a year.")
  var commute: String?

  @Option(help: "The same there, in its currency.")
  var toCommute: String?

  @Option(help: "What the move costs once.")
  var movingCost: String?

  /// Whether another place is named; an option that has no use without one is an error.
  func isAsked() throws -> Bool {
    guard to == nil else { return true }
    let unused = [
      ("--to-locality", toLocality), ("--to-region", toRegion), ("--to-wages", toWages), ("--rent", rent),
      ("--to-rent", toRent), ("--commute", commute), ("--to-commute", toCommute), ("--moving-cost", movingCost),
    ].filter { $0.1 != nil }.map(\.0)
    guard unused.isEmpty else {
      throw UsageError(
        "option-without-use", "\(unused.joined(separator: ", ")) without --to",
        cure: "name the other place: --to Seattle")
    }
    return false
  }

  /// Lines that are compared only where both places have them.
  func checkPairs() throws {
    for (name, here, there) in [("rent", rent, toRent), ("commute", commute, toCommute)]
    where
      (here == nil) != (there == nil)
    {
      let (given, missing) = here == nil ? ("--to-\(name)", "--\(name)") : ("--\(name)", "--to-\(name)")
      throw UsageError(
        "missing-argument", "\(given) without \(missing)",
        cure: name == "rent"
          ? "write \(missing) 2,400 as well: it is that of the other place" : "write \(missing) 0 where there is none")
    }
  }
}

/// Amounts of a place, in its currency.
struct LocalAmount {
  let currency: String
  let directory: CurrencyDirectory

  /// Zero or more, with the mark of the currency or none; nil for an option that is not given.
  func amount(_ text: String?, of option: String) throws -> Double? {
    guard let text else { return nil }
    guard let read = QuantityText.amount(text) else {
      throw UsageError(
        "pay-not-a-number", "\(option) \"\(text)\" is no amount",
        cure: QuantityText.withLettersRead(text).map { "did you mean \($0)?" } ?? "write 90k or 90,000")
    }
    if let mark = read.mark, directory.find(mark)?.code != currency, !directory.isShared(mark, by: currency) {
      throw UsageError(
        "mixed-currency", "\(option) \"\(text)\" is not in \(currency), the currency of that place",
        cure: "give the amount in \(currency), or without a mark")
    }
    guard (0...1e12).contains(read.value) else {
      throw UsageError(
        "value-out-of-range", "\(option) \"\(text)\" is below zero or too large", cure: "write 90k or 90,000")
    }
    return read.value
  }
}
