import Quantities

/// What a contractor pays that an employer pays for employees, so that both can be compared.
extension OfferValuer {
  func contractorCosts() throws -> [ElementFlows] { [try selfEmploymentTax(), try benefitsBought()].compactMap { $0 } }

  /// Half of self-employment tax: the part that an employee's employer pays. The other half everyone pays.
  ///
  /// Reference: Internal Revenue Code sections 1401 and 1402(a)(12).
  private func selfEmploymentTax() throws -> ElementFlows {
    let share = try law("self-employment.taxable-share")
    let base = try law("payroll.oasdi-base")
    let oasdi = try law("self-employment.oasdi-rate")
    let medicare = try law("self-employment.medicare-rate")
    let flows = everyMonth { month in
      let taxable = share * pay.all[month - 1]
      return -(oasdi * min(taxable, base) + medicare * taxable) / 2 / 12
    }
    return ElementFlows(
      component: "self_employment_tax", certainty: .guaranteed, flows: flows,
      detail: "half of self-employment tax, which an employer would pay")
  }

  /// Health cover and retirement money that an employer would give, where the contract gives none.
  private func benefitsBought() throws -> ElementFlows? {
    let health = offer.health?.isPriced != true ? try law("health.employer-\(healthCover.rawValue)") : 0
    let retirement =
      offer.retirement == nil ? try value("benefits.retirement-share-of-wages", "management") : 0
    guard health != 0 || retirement != 0 else { return nil }
    let names = [health == 0 ? nil : "health cover", retirement == 0 ? nil : "retirement money"].compactMap { $0 }
    return ElementFlows(
      component: "benefits_bought", certainty: .guaranteed,
      flows: everyMonth { -(health + retirement * pay.all[$0 - 1]) / 12 },
      detail: "\(names.joined(separator: " and ")) that an employer would give, at what it costs them")
  }
}
