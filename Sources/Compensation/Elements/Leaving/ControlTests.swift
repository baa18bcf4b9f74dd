import Glibc
import Quantities

/// What a change of control in a month sets off, seen twice: by itself, and where it costs the job too.
struct ControlTests {
  /// The money and the equity that the change alone brings.
  let change: ExciseTest
  /// All that is paid where the job is lost with it, severance too.
  let loss: ExciseTest

  /// What losing the job adds to the cost.
  var addedByLoss: Double { max(0, loss.cost - change.cost) }
}

/// The excise tests of every month of the window, for the parts of pay that bear their cost.
///
/// The cost comes off the money that `change_in_control` promises, and what is more off the equity that vests early.
struct ControlPlan {
  let terms: ChangeOfControl?
  /// By month, from month 1 on; empty where the tax does not apply.
  let tests: [ControlTests]
  /// What all equity that a change of control may accelerate is worth, by month.
  let equity: [Double]

  func test(_ month: Int) -> ControlTests? { tests.isEmpty ? nil : tests[month - 1] }

  /// Whether the test costs anything in any month.
  var costs: Bool { tests.contains { $0.change.cost > 0 || $0.loss.cost > 0 } }

  /// What the money loses in a month.
  func costInMoney(_ month: Int) -> Double {
    guard let terms, let test = test(month) else { return 0 }
    return terms.trigger == .single ? test.change.costInMoney : min(test.loss.costInMoney, test.addedByLoss)
  }

  /// The excise tax on equity that the change alone makes one's own.
  func taxOnChange(_ month: Int) -> Double {
    guard let test = test(month), test.change.outcome == .taxed else { return 0 }
    return test.change.cost - test.change.costInMoney
  }

  /// The share that is left of equity which the change alone accelerates; a tax is paid apart.
  func keptByChange(_ month: Int) -> Double {
    guard let test = test(month), test.change.outcome == .cut, test.change.equity > 0 else { return 1 }
    return 1 - (test.change.cost - test.change.costInMoney) / test.change.equity
  }

  /// The share of all accelerated equity that is lost, to the tax or by a cut, where the job goes too.
  func lostWithJob(_ month: Int) -> Double {
    guard let test = test(month), equity[month - 1] > 0 else { return 0 }
    let money = terms?.trigger == .double ? costInMoney(month) : 0
    // No more than there is: what severance alone owes has no place here.
    return min(1, max(0, test.addedByLoss - money) / equity[month - 1])
  }
}

extension OfferValuer {
  /// Nil where nothing is paid or vests on a change of control.
  func controlPlan() throws -> ControlPlan? {
    let control = offer.leavingTerms.changeOfControl
    let grants = try controlledGrants()
    guard control != nil || !grants.isEmpty else { return nil }
    let all = try accelerated(grants)
    let equity = all.map(\.worth)
    guard let rule = try parachuteRule() else { return ControlPlan(terms: control, tests: [], equity: equity) }
    let alone = try accelerated(grants.filter { $0.terms.trigger == .single })
    let rate = try value("parachute.tax-rate")
    let tests = (1...terms.months).map { month -> ControlTests in
      let promised = control.map { amount(of: $0.pay, month: month) } ?? 0
      let severance = offer.severance.map { amount(of: $0, month: month) } ?? 0
      func test(_ cash: Double, _ equity: ControlledEquity) -> ExciseTest {
        ExciseTest(
          cash: cash, counted: equity.counted, equity: equity.worth, baseAmount: baseAmount(control, month: month),
          rule: rule, clause: control?.excise ?? .bestNet, taxRate: rate)
      }
      let isSingle = control?.trigger == .single
      return ControlTests(
        change: test(isSingle ? promised : 0, alone[month - 1]),
        loss: test(isSingle ? promised + severance : max(promised, severance), all[month - 1]))
    }
    return ControlPlan(terms: control, tests: tests, equity: equity)
  }

  /// Mean pay of five years: as stated, else base and target bonus, as for someone new.
  private func baseAmount(_ control: ChangeOfControl?, month: Int) -> Double {
    if let stated = control?.baseAmount { return converted(stated) }
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

  /// Grants of which a change of control makes something one's own.
  private func controlledGrants() throws -> [(terms: Acceleration, tranches: [Tranche])] {
    try offer.equity.compactMap { grant in
      guard let acceleration = grant.acceleration, [.single, .double].contains(acceleration.trigger) else { return nil }
      return (acceleration, try value(of: grant).tranches)
    }
  }

  /// What a change of control in month 1, 2, ... accelerates, at today's price, and what the excise test counts of it: of
  /// units that only time would have vested, what having them early is worth, and a hundredth for each full month. At
  /// most all of it. What would vest after the window counts: the change makes it one's own inside.
  ///
  /// Reference: Treas. Reg. section 1.280G-1, Q/A-24(c).
  private func accelerated(_ grants: [(terms: Acceleration, tranches: [Tranche])]) throws -> [ControlledEquity] {
    var sums = [ControlledEquity](repeating: ControlledEquity(), count: terms.months)
    guard !grants.isEmpty else { return sums }
    let rate = try law("parachute.acceleration-per-month")
    for (acceleration, tranches) in grants {
      for tranche in tranches {
        guard let months = acceleration.months(before: tranche.month, within: terms.months) else { continue }
        for month in months {
          let early = tranche.month - month
          let worth = acceleration.share * tranche.fair
          sums[month - 1].worth += worth
          sums[month - 1].counted += worth * min(1, 1 - terms.discount(early) + rate * Double(early))
        }
      }
    }
    return sums
  }
}

/// Equity that a change of control makes one's own in a month.
private struct ControlledEquity {
  var worth = 0.0
  var counted = 0.0
}
