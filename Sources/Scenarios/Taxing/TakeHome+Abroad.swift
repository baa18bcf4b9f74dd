import Compensation
import Quantities
import Taxation

extension TakeHome {
  /// Offer years in another country, in its currency: all that is taxed counts as pay of the year.
  func abroad(_ place: String, hasRuling: Bool, _ income: [TaxableIncome], under terms: ValuationTerms) -> [YearTax]? {
    let abroad = AbroadLaw(law.law)
    var years: [YearTax] = []
    for (index, income) in income.dropLast().enumerated() {
      let year = calendarYear(index + 1, terms)
      var earner = AbroadEarner(place: place, pay: max(0, income.money + income.bargain))
      earner.isMarried = facts.filing == .joint
      earner.children = facts.children
      earner.hasRuling = hasRuling
      guard let tax = abroad.tax(earner, year: year) else { return nil }
      var result = YearTax(total: tax.total)
      result.lines = (tax.taxes + tax.contributions).map { .init($0.name, $0.amount) }.filter { $0.amount != 0 }
      result.brackets = tax.brackets
      result.saved = tax.savings.total
      result.lawYear = law.law.newestYear(of: place, upTo: year) ?? law.law.newestYear(of: earner.country, upTo: year)
      years.append(result)
    }
    return years
  }
}
