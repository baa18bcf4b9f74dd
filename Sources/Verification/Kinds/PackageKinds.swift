import Negotiation

/// Packages that are worth the same, and the cheapest one that is worth more.
enum PackageKinds {
  static let all = [equal, cheapest]

  /// A dollar of salary is the unit of value.
  private static let equal = ModelKind("meso_equivalent", outputs: ["salary_keeping_utility"]) { inputs, _ in
    let changes = try inputs.objects("changes", mayBeEmpty: true).map { change in
      change.skip("name")
      return EqualPackage.Change(amount: try change.number("delta"), unitValue: try change.number("value_per_unit"))
    }
    return EqualPackage(salary: try inputs.number("salary", .notNegative), changes: changes).salaryKeepingValue
  }

  /// Values and costs are for one unit; units can be divided.
  private static let cheapest = ModelKind("logroll", outputs: ["employer_cost", "units:NAME"]) { inputs, output in
    let terms = try inputs.objects("options").map { term in
      CheapestPackage.Term(
        try term.text("name"), unitValue: try term.number("value", .notNegative),
        unitCost: try term.number("cost", .notNegative),
        limit: try term.optionalNumber("max_units", .notNegative) ?? .infinity)
    }
    let gain = try inputs.number("target_gain", .notNegative)
    guard let package = CheapestPackage(gain: gain, from: terms) else { return nil }
    if output == "employer_cost" { return package.cost }
    let name = output.dropFirst("units:".count)
    guard let index = terms.firstIndex(where: { $0.name == name }) else {
      throw InputFault(
        .outOfRange, "there is no option called \(name)",
        cure: "the options are \(terms.map(\.name).joined(separator: ", "))")
    }
    return package.units[index]
  }
}
