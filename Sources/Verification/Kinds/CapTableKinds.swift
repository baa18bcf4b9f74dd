import Compensation

/// Private companies: what each class of shares is paid, and what it is worth today.
enum CapTableKinds {
  static let all = [waterfall, breakpoint, tranche, value, backsolve]

  private static let waterfall = ModelKind(
    "waterfall", outputs: ["payout:NAME", "per_share:NAME", "share:NAME", "common_value"]
  ) { inputs, output in
    let table = try table(inputs)
    let equity = try inputs.number("E", .notNegative)
    let sale = Waterfall(of: equity, in: table)
    if output == "common_value" { return sale.commonValue }
    return try figure(output, of: sale.payouts, equity: equity, table)
  }

  /// `index` counts from 1, where all preferences are covered.
  private static let breakpoint = ModelKind(
    "opm_breakpoint", outputs: ["equity_value", "common_value"]
  ) { inputs, output in
    let breakpoints = try table(inputs).breakpoints
    let index = try inputs.whole("index")
    guard breakpoints.indices.contains(index - 1) else { return nil }
    return output == "common_value" ? breakpoints[index - 1].commonValue : breakpoints[index - 1].equity
  }

  /// `tranche` A lies below the first breakpoint, B between it and the next, and so on.
  private static let tranche = ModelKind("opm_tranche", outputs: ["share:NAME"]) { inputs, output in
    let table = try table(inputs)
    let text = try inputs.text("tranche")
    guard let letter = text.uppercased().utf8.first, text.utf8.count == 1, (65...90).contains(letter) else {
      throw InputFault(.outOfRange, "tranche is \"\(text)\"", cure: "write one letter: A is below the first breakpoint")
    }
    let number = Int(letter) - 65
    let breakpoints = table.breakpoints
    guard number <= breakpoints.count else { return nil }
    // The last has no end; whatever lies far enough above is shared the same way.
    let lower = number == 0 ? 0 : breakpoints[number - 1].equity
    let upper = number < breakpoints.count ? breakpoints[number].equity : 2 * lower + table.totalShares
    let (below, above) = (Waterfall(of: lower, in: table).payouts, Waterfall(of: upper, in: table).payouts)
    return try figure(output, of: zip(above, below).map { $0 - $1 }, equity: upper - lower, table)
  }

  private static let value = ModelKind(
    "opm_value", outputs: ["per_share:NAME", "value:NAME", "share:NAME"]
  ) { inputs, output in
    let method = try method(inputs)
    let equity = try inputs.number("E", .notNegative)
    return try figure(output, of: method.values(ofEquity: equity), equity: equity, method.table)
  }

  private static let backsolve = ModelKind(
    "opm_backsolve", outputs: ["equity_value", "per_share:NAME", "value:NAME", "share:NAME"]
  ) { inputs, output in
    let method = try method(inputs)
    let anchor = try index(of: inputs.text("anchor"), in: method.table)
    let price = try inputs.number("anchor_price", .notNegative)
    guard let equity = method.equity(atPrice: price, ofClass: anchor) else { return nil }
    if output == "equity_value" { return equity }
    return try figure(output, of: method.values(ofEquity: equity), equity: equity, method.table)
  }

  // MARK: Inputs

  private static func method(_ inputs: ModelInputs) throws -> OptionPricingMethod {
    OptionPricingMethod(
      try table(inputs), volatility: try inputs.number("vol", .volatility), years: try inputs.number("T", .notNegative),
      rate: try inputs.number("r", .rate))
  }

  static func table(_ inputs: ModelInputs) throws -> CapTable {
    let classes = try inputs.objects("classes").map(shareClass)
    let names = classes.map(\.name)
    for (index, name) in names.enumerated() where names[..<index].contains(name) {
      throw InputFault(.outOfRange, "two classes are called \(name)", cure: "give each class a name of its own")
    }
    let table = CapTable(classes)
    guard table.totalShares > 0 else { throw inputs.outOfRange("sum of shares", 0, "above 0") }
    return table
  }

  private static func shareClass(_ inputs: ModelInputs) throws -> ShareClass {
    let right: ShareClass.Right
    switch try inputs.text("class") {
    case "common": right = .common
    case "option": right = .option(strike: try inputs.number("strike", .notNegative))
    case "nonparticipating": right = .nonparticipating(preference: try inputs.number("pref_per_share", .notNegative))
    case "participating":
      let preference = try inputs.number("pref_per_share", .notNegative)
      let cap = try inputs.optionalNumber("cap_per_share", .notNegative)
      if let cap, cap < preference { throw inputs.outOfRange("cap_per_share", cap, "at least pref_per_share") }
      right = .participating(preference: preference, cap: cap)
    case let other:
      throw NotSupported(
        reason: "class \"\(other)\" is not supported, only common, option, nonparticipating, participating")
    }
    let rank = try inputs.optionalNumber("rank", .periods) ?? 1
    return ShareClass(
      try inputs.text("name"), right, shares: try inputs.number("shares", .notNegative), rank: Int(rank))
  }

  private static func index(of name: String, in table: CapTable) throws -> Int {
    if let index = table.index(of: name) { return index }
    let names = table.classes.map(\.name).joined(separator: ", ")
    throw InputFault(.outOfRange, "there is no class called \(name)", cure: "the classes are \(names)")
  }

  /// `payout:A`, `value:A`: money of the class; `per_share:A`: of one of its shares; `share:A`: its part of the whole.
  private static func figure(
    _ output: String, of values: [Double], equity: Double, _ table: CapTable
  ) throws -> Double? {
    let parts = output.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let index = try index(of: parts[1], in: table)
    switch parts[0] {
    case "per_share": return values[index] / table.classes[index].shares
    case "share": return values[index] / equity
    default: return values[index]
    }
  }
}
