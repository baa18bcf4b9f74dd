import Compensation

/// What offers promise and no figure counts: said wherever offers are compared.
enum OmittedParts {
  static func sentence(_ offers: [Offer]) -> String? {
    var parts = offers.filter { !$0.notValued.isEmpty }.map { "\($0.id) \($0.notValued.joined(separator: ", "))" }
    let stated = offers.filter { $0.health?.employerSharePerMonth != nil }
    let silent = offers.filter { $0.health?.employerSharePerMonth == nil }
    if !stated.isEmpty, !silent.isEmpty {
      parts.append("\(silent.map(\.id).joined(separator: " and ")) the employer's share of health cover (not stated)")
    }
    return parts.isEmpty ? nil : "Not in these figures: \(parts.joined(separator: "; "))."
  }
}
