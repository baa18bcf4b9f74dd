import Compensation
import Quantities

extension Flip {
  /// Bases and share prices of the two best offers, and the length of the stay, at which they change places.
  static func all(gap: Gap, start: Double) throws -> [Flip] {
    guard let second = gap.second else { return [] }
    var flips: [Flip] = []
    for offer in [gap.best, second] {
      for input in try Input.all(of: [offer], terms: gap.terms) where input.path.hasPrefix("\(offer.id).") {
        // A mean payout of many times target is no answer; bases and prices are asked about.
        guard input.unit == .money, let to = try crossing(input, gap: gap, start: start) else { continue }
        flips.append(Flip(input: input.path, offer: offer.id, unit: input.unit, from: input.present, to: to))
      }
    }
    if let stay = try stay(gap: gap, start: start) { flips.append(stay) }
    return flips
  }

  /// The value nearest to the present one at which the gap is nothing, to the cent; nil when none within four times.
  private static func crossing(_ input: Input, gap: Gap, start: Double) throws -> Double? {
    let atZero = try gap.value(with: input, at: 0)
    let atFour = try gap.value(with: input, at: input.present * 4)
    var (near, far) = (input.present, 0.0)
    if atZero * start > 0 {
      guard atFour * start < 0 else { return nil }
      far = input.present * 4
    }
    guard start != 0 else { return nil }
    // Value is monotone in a base or a price, so halving finds the only crossing.
    while abs(far - near) > 0.001 {
      let middle = (near + far) / 2
      if try gap.value(with: input, at: middle) * start > 0 { near = middle } else { far = middle }
    }
    let cents = (far * 100).rounded() / 100
    return cents > 0 ? cents : nil
  }

  /// The stay, in months from 12 to 120 and nearest to the planned one, for which the other offer is better.
  private static func stay(gap: Gap, start: Double) throws -> Flip? {
    let inputs = try Input.all(of: [gap.best], terms: gap.terms)
    guard start != 0, let input = inputs.first(where: { $0.path == "assumptions.horizon" }) else { return nil }
    let lengths = stride(from: 12, through: 120, by: 6).map(Double.init)
      .filter { $0 != input.present }.sorted { (abs($0 - input.present), $0) < (abs($1 - input.present), $1) }
    for months in lengths where try gap.value(with: input, at: months) * start < 0 {
      return Flip(input: input.path, offer: "", unit: .months, from: input.present, to: months)
    }
    return nil
  }
}
