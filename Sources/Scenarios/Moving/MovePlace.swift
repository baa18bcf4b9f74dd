import Taxation

/// A place to live in: what taxes leave there, what things cost, and the lines that are known of oneself.
public struct MovePlace {
  public let name: String
  public let basket: BasketPrice
  /// What one pays for housing in a year; nil counts it with everything else.
  public var rent: Double?
  /// What the way to work costs in a year.
  public var commute = 0.0
  /// The least pay that what is put aside can come out of.
  public var leastPay = 0.0
  /// The most that is looked for.
  public var mostPay = 100_000_000.0
  private let tax: (Double) -> TaxedPay

  /// `taxed`: what becomes of a pay there.
  public init(name: String, basket: BasketPrice, taxed: @escaping (Double) -> TaxedPay) {
    self.name = name
    self.basket = basket
    tax = taxed
  }

  public var currency: String { basket.currency }
  /// Lines that are paid before anything else is bought.
  public var ownLines: Double { (rent ?? 0) + commute }

  public func taxed(_ pay: Double) -> TaxedPay { tax(pay) }

  /// The pay that leaves a net amount; nil where none does.
  public func pay(netting net: Double) -> Double? {
    EquivalentPay.least(netting: net, in: leastPay...mostPay) { tax($0).net }
  }

  /// The net amount that lives here as another does elsewhere: one's own lines as they are here, and everything else at
  /// the prices of here.
  ///
  ///     seattle.net(livingAs: 130_000, in: denver)
  public func net(livingAs net: Double, in other: MovePlace) -> Double {
    let apart = rent != nil && other.rent != nil
    let prices = basket.ofSpending(withRentApart: apart) / other.basket.ofSpending(withRentApart: apart)
    return ownLines + (net - other.ownLines) * prices
  }
}
