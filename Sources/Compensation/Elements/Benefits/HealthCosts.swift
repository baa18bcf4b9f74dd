import Quantities

extension OfferValuer {
  /// The employer's money in a health savings account, no more than the law lets in.
  func healthAccount(_ account: HealthAccount) throws -> ElementFlows {
    let isFamily = account.isFamily ?? (healthCover == .family)
    let limit = try law("hsa.limit", isFamily ? "family" : "single")
    let yearly = converted(account.employerPerYear)
    let monthly = min(yearly, limit) / 12
    return ElementFlows(
      component: "hsa", certainty: .guaranteed,
      flows: everyMonth({ _ in monthly }, headline: { _ in monthly }),
      detail: yearly > limit
        ? "cut to the limit of \(NumberText.grouped(limit)) a year for \(isFamily ? "a family" : "one person")"
        : "the employer's money in your health savings account")
  }

  /// What the plan leaves to you of the cost of care: averaged over a good, a usual and a bad year.
  func outOfPocket(_ plan: HealthPlan) throws -> ElementFlows? {
    guard let rules = plan.costs else { return nil }
    let cover = healthCover.rawValue
    var outcomes: [(weight: Double, multiple: Double)] = []
    if let spend = rules.spendPerYear {
      outcomes = [(1, rules.share(of: spend, coinsurance: try coinsurance(rules)))]
    } else {
      for year in ["good", "usual", "bad"] {
        let spend = try value("health.spend", "\(cover) \(year)")
        outcomes.append(
          (try value("health.spend-odds", year), rules.share(of: spend, coinsurance: try coinsurance(rules))))
      }
    }
    let care = PayoutOdds(outcomes)
    let yearly = converted(care.mean)
    let flows = (1...terms.months).map { month in
      let luck = PayRisk.Factor.outcomes(care, .care(year: terms.year(of: month)))
      return earned(month, amount: -yearly / 12, headline: 0, risk: PayRisk(.always, [luck]))
    }
    return ElementFlows(
      component: "out_of_pocket", certainty: .likely, flows: flows,
      detail: "\(NumberText.grouped(care.mean)) a year of care that the plan does not pay, "
        + (rules.spendPerYear == nil ? "over good, usual and bad years" : "at the cost of care you expect"))
  }

  private func coinsurance(_ rules: HealthPlan.Costs) throws -> Double {
    try rules.coinsurance ?? value("health.coinsurance")
  }

  /// Life and disability cover, at what it costs an employer.
  func insurance(_ cover: InsuranceCover) throws -> ElementFlows {
    let life = cover.lifeMultiple > 0 ? try lifeRate(age: cover.age) : 0
    let disability = cover.disabilityShare > 0 ? try value("insurance.disability-rate") : 0
    let names = [
      cover.lifeMultiple > 0 ? "life cover of \(NumberText.short(cover.lifeMultiple)) x base" : nil,
      cover.disabilityShare > 0 ? "\(NumberText.share(cover.disabilityShare)) of base when disabled" : nil,
    ].compactMap { $0 }
    let flows = everyMonth { month in
      // The table's rate is a month's, for 1,000 of cover.
      let rate = pay.all[month - 1]
      return life * cover.lifeMultiple * rate / 1_000 + disability * cover.disabilityShare * rate / 12
    }.map(Self.inKind)
    return ElementFlows(
      component: "insurance", certainty: .guaranteed, isInKind: true, flows: flows,
      detail: "\(names.joined(separator: ", ")), at what it costs; in kind")
  }

  /// Of the tax table for group term life cover, a month for 1,000.
  private func lifeRate(age: Double?) throws -> Double {
    let age = try age ?? value("pension.age")
    let bands = terms.parameters.scopes(of: "insurance.life-rate").compactMap { scope in
      Double(scope).map { ($0, scope) }
    }.sorted { $0.0 < $1.0 }
    let band = bands.last { $0.0 <= age } ?? bands.first
    return try value("insurance.life-rate", band?.1 ?? "")
  }
}
