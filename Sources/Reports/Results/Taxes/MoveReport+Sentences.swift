import Quantities
import Scenarios

extension MoveReport {
  /// What is below the table, the other way first.
  var sentences: [String] {
    [otherWay, movingCost, prices, caution, law, saved].compactMap { $0 } + localityNotes
  }

  /// The pay here that lives as the offered one does there.
  var otherWay: String {
    guard let offered = answer.offered, let reverse = answer.reverse else {
      return
        "No market rate of \(there.currency) and \(here.currency) is known: for the other way give the pay offered "
        + "in \(Self.spoken(there.name)) with --to-wages."
    }
    let (pay, same) = (money(offered.pay, in: there), money(reverse.pay, in: here))
    guard here.currency != there.currency, !isOffered else {
      return "The other way: \(pay) in \(Self.spoken(there.name)) is as \(same) in \(Self.spoken(here.name))."
    }
    return
      "The other way: \(money(answer.now.pay, in: here)) exchanges for \(pay); earned in \(Self.spoken(there.name)), "
      + "that is as \(same) in \(Self.spoken(here.name))."
  }

  private var movingCost: String? {
    guard let cost = answer.cost else { return nil }
    let once = "Moving costs \(money(cost.once, in: here)) once, in no figure above."
    guard let perYear = cost.perYear else { return once }
    let spread =
      cost.needed.map {
        " Spread over \(NumberText.count(Int(cost.years.rounded()), "year")), the usual horizon, it is "
          + "\(money(perYear, in: there)) of net a year, and takes \(money($0.pay, in: there))."
      } ?? ""
    guard let offered = answer.offered else { return once + spread }
    let pay = money(offered.pay, in: there)
    let back =
      cost.paidBack.map { years in
        " Pay of \(pay) there brings it back "
          + (years < 50 ? "in \(NumberText.fixed(years, decimals: 1)) years." : "in more than 50 years.")
      } ?? " Pay of \(pay) there never brings it back: it lives no better than here."
    return once + spread + back
  }

  private var prices: String {
    guard isBetweenCountries else {
      guard !shown.here.isAbroad else {
        return
          "Both are in \(Self.spoken(shown.here.countryName)), whose prices are known as a whole only: no difference is counted."
      }
      let what =
        hasRent
        ? "prices of all but rents, the mean of goods, utilities and other services by what is spent on each"
        : "prices of everything"
      return "By the BEA's regional price parities of \(yearsOfPrices), 100 for the nation: \(what). "
        + "What employers pay in a place is another matter: parley market show."
    }
    let baskets = [(here, shown.here), (there, shown.there)].map { place, shown in
      "\(unitPrice(place)) in \(shown.isAbroad ? Self.spoken(shown.countryName) : place.name)"
    }
    let sides = [(here, shown.here), (there, shown.there)]
    let regional = sides.first { !$0.1.isAbroad }.map { ", with the BEA's regional parities of \($0.0.basket.year)" }
    let start =
      "The same basket costs \(baskets.joined(separator: " and ")), by purchasing power parities (World Bank "
      + "\(yearsOfParities)\(regional ?? ""))."
    guard here.currency != there.currency, let rate = move.exchange else { return start }
    // In the direction that gives a number above 1.
    let quote =
      rate >= 1
      ? "\(unit(here)) is \(exact(rate, in: there))" : "\(unit(there)) is \(exact(1 / rate, in: here))"
    return start + " That is what a basket costs; the market rate, \(quote) (ECB \(rateDate)), is what money exchanges "
      + "for: savings, debts, trips home."
  }

  private var caution: String? {
    guard isBetweenCountries else { return nil }
    let cities = [(here, shown.here), (there, shown.there)].filter { $0.1.isCity }.map(\.0.name)
    let dearer = cities.isEmpty ? "a city" : cities.joined(separator: " or ")
    return "A parity is national and covers all that a country makes: \(dearer) may well be dearer"
      + (hasRent ? ", and of prices but rents abroad no parity is known." : ", rents above all (--rent, --to-rent).")
      + " Where prices have risen faster since \(yearsOfParities), it takes more. "
      + "What employers pay is another matter: parley market show."
  }

  private var law: String {
    var parts = ["Taxes of \(year)"]
    for place in [shown.here, shown.there] {
      let name = place.region ?? place.countryName
      if let rate = place.effectiveRate {
        parts.append("all taxes of \(Self.spoken(name)) \(NumberText.share(rate)) of pay, as given")
      } else if let known = place.lawYear, known != year {
        parts.append("in \(Self.spoken(name)) by the law of \(known), as later law is not known")
      }
    }
    return parts.joined(separator: "; ") + (isBetweenCountries ? "; one earner, resident all year." : ".")
  }

  private var saved: String? {
    let isSame = here.currency == there.currency && abs(answer.now.saved - answer.needed.saved) < 0.5
    guard !isSame, answer.now.saved >= 0.5 || answer.needed.saved >= 0.5 else { return nil }
    return "What is saved is yours and compared with nothing: \(money(answer.now.saved, in: here)) here, "
      + "\(money(answer.needed.saved, in: there)) there."
  }

  var localityNotes: [String] {
    zip([(here, shown.here), (there, shown.there)], ["--locality", "--to-locality"]).compactMap { side, option in
      let (place, shown) = side
      guard !shown.untaxedLocalities.isEmpty else { return nil }
      let some = shown.untaxedLocalities.prefix(3).joined(separator: ", ")
      return "No local tax is in this of \(place.name); name yours with \(option): \(some)"
        + (shown.untaxedLocalities.count > 3 ? " and others." : ".")
    }
  }

  private var yearsOfPrices: String { Self.years([here, there]) }

  private var yearsOfParities: String {
    Self.years(zip([here, there], [shown.here, shown.there]).filter(\.1.isAbroad).map(\.0))
  }

  private static func years(_ places: [MovePlace]) -> String {
    Set(places.map(\.basket.year)).sorted().map(String.init).joined(separator: " and ")
  }

  /// As it is said in a sentence: the United Kingdom, the Netherlands.
  static func spoken(_ name: String) -> String {
    let plural = ["Netherlands", "Philippines", "Bahamas", "Maldives", "Seychelles", "Gambia", "Comoros"]
    return name.hasPrefix("United ") || plural.contains(name) || name.contains("Republic") ? "the " + name : name
  }

  /// What costs there what costs a dollar in the United States.
  func unitPrice(_ place: MovePlace) -> String {
    exact(place.basket.ofSpending(withRentApart: hasRent), in: place)
  }

  private func unit(_ place: MovePlace) -> String { NumberText.money(1, currency: place.currency) }

  private func exact(_ value: Double, in place: MovePlace) -> String {
    NumberText.money(value, currency: place.currency, decimals: value < 10 ? 3 : value < 1_000 ? 2 : 0)
  }
}
