import Quantities
import Taxation

/// That more is put aside than the law allows.
public struct LimitText {
  let limit: BeyondLimit
  let year: Int

  public init(limit: BeyondLimit, year: Int) {
    self.limit = limit
    self.year = year
  }

  public var sentence: String {
    func money(_ value: Double) -> String { NumberText.money(value, currency: "USD") }
    return "\(money(limit.given)) of \(limit.what) is above the limit of \(year), \(money(limit.most)) (at most "
      + "\(money(limit.mostOfOlder)) for older people): all of it is counted as before tax here."
  }
}
