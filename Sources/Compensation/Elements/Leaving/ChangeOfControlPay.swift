import Glibc
import Quantities

extension OfferValuer {
  /// Pay on a change of control, above what the layoff would pay anyway, so that nothing is counted twice.
  ///
  /// With a double trigger the odds of month m are s(m-1) x min(h, c x q): those layoffs that follow a change are some of
  /// the layoffs there are. With a single trigger they are s(m-1) x c x the odds of no change before.
  func changeOfControl(_ terms: ChangeOfControl) throws -> ElementFlows {
    let yearly = try yearlyChange()
    let monthly = try monthlyChange()
    let loss = try lossGivenChange()
    let accelerated = try acceleratedByControl()
    let rule = try parachuteRule()
    let rate = try value("parachute.tax-rate")
    func odds(_ month: Int, _ there: Double) -> Double {
      switch terms.trigger {
      case .single: there * monthly * pow(1 - monthly, Double(month - 1))
      case .double: there * min(survival.layoffHazards[month - 1], monthly * loss)
      }
    }
    func risk(_ month: Int) -> PayRisk {
      switch terms.trigger {
      // In this month and none before: the job held until then, whatever becomes of it.
      case .single:
        let before = 1 - pow(1 - monthly, Double(month - 1))
        let until = 1 - pow(1 - monthly, Double(month))
        return .stays(through: month - 1, [.chance(from: before, to: until, .control)])
      // Some of the layoffs there are.
      case .double:
        let hazard = survival.layoffHazards[month - 1]
        return PayRisk(.laidOff(in: month), hazard > 0 ? [.odds(min(1, monthly * loss / hazard), .control)] : [])
      }
    }
    let flows = onEvent(
      { month in
        let paid = kept(terms, month: month, rule: rule, rate: rate, beside: accelerated[month - 1])
        // The severance of the same layoff is in its own element already.
        let other = terms.trigger == .double ? offer.severance.map { amount(of: $0, month: month) } ?? 0 : 0
        return max(0, paid - other)
      },
      stayer: { odds($0, survival.odds(atEndOf: $0 - 1)) },
      averageLeaver: { odds($0, survival.oddsOfAverageLeaver(atEndOf: $0 - 1)) }, risk: risk)
    return ElementFlows(
      component: "change_in_control", certainty: .likely, flows: flows,
      detail: detail(terms, yearly: yearly, loss: loss, rule: rule, rate: rate, beside: accelerated[0]))
  }

  /// What is left of the payment once the excise tax is dealt with, before income tax. Accelerated equity counts in the
  /// test; what has to be cut is cut from the money.
  private func kept(
    _ terms: ChangeOfControl, month: Int, rule: ParachutePayment.Rule?, rate: Double, beside accelerated: Double
  ) -> Double {
    let whole = amount(of: terms.pay, month: month)
    guard let rule else { return whole }
    let parachute = ParachutePayment(
      amount: whole + accelerated, baseAmount: baseAmount(terms, month: month), rule: rule)
    let cut = max(0, whole - (parachute.amount - parachute.untaxedAmount))
    switch terms.excise {
    case .grossUp: return whole
    case .cutback: return cut
    case .yours: return whole - parachute.exciseTax
    case .bestNet: return parachute.isBetterWhole(taxRate: rate) ? whole - parachute.exciseTax : cut
    }
  }

  private func baseAmount(_ terms: ChangeOfControl, month: Int) -> Double {
    if let stated = terms.baseAmount { return converted(stated) }
    return amount(of: SeveranceTerms(size: .months(12), includesBonus: true), month: month)
  }

  /// The law's figures; nil where the excise tax does not apply, as with nonprofits and governments.
  private func parachuteRule() throws -> ParachutePayment.Rule? {
    let scopes = [offer.employerKind, ""].filter { !$0.isEmpty } + [""]
    guard try terms.parameters.row("parachute.applies", scopes: scopes, on: terms.dayZero).value != 0 else {
      return nil
    }
    return try ParachutePayment.Rule(terms.parameters, on: terms.dayZero)
  }

  private func detail(
    _ terms: ChangeOfControl, yearly: Double, loss: Double, rule: ParachutePayment.Rule?, rate: Double,
    beside accelerated: Double
  ) -> String {
    let whole = amount(of: terms.pay, month: 1)
    let net = kept(terms, month: 1, rule: rule, rate: rate, beside: accelerated)
    let currency = self.terms.currency.code
    let paid = NumberText.money(whole, currency: currency)
    let counted =
      accelerated > 0 && rule != nil
      ? " that counts \(NumberText.money(accelerated, currency: currency)) of accelerated equity" : ""
    let cut = net == whole ? "" : ", \(NumberText.money(net, currency: currency)) after the excise test\(counted)"
    let odds = "odds of a change \(NumberText.share(yearly)) a year"
    switch terms.trigger {
    case .single: return "\(paid)\(cut) on a change of control; \(odds)"
    case .double:
      return "\(paid)\(cut) if a change of control costs the job, "
        + (offer.severance == nil ? "" : "above severance; ") + "\(odds) x \(NumberText.share(loss)) that it does"
    }
  }
}
