import Quantities
import Taxation

/// The rules of where wages are taxed, said for people.
struct SourcingText {
  /// What states and localities are called.
  let names: [String: String]
  let home: String

  func name(_ place: String) -> String { place.isEmpty ? "the city" : names[place] ?? place }

  /// A plain sentence.
  ///
  ///     text.sentence(.reciprocity(home: "NJ", work: "PA"))
  ///     // "Reciprocity of New Jersey and Pennsylvania: wages are taxed at home only."
  func sentence(_ rule: SourcingRule) -> String {
    switch rule {
    case .reciprocity(let home, let work):
      "Reciprocity of \(name(home)) and \(name(work)): wages are taxed at home only."
    case .noNonresidentTax(let work):
      "\(name(work)) takes nothing of those who live elsewhere: wages are taxed at home only."
    case .noIncomeTax(let state):
      "\(name(state)) has no tax on wages" + (state == home ? ", so none to credit against." : ".")
    case .convenience(let place, let share):
      "Convenience rule of \(name(place)): days at home, \(percent(share)) of all, count as days there"
        + (share < 1 ? "." : "; whether that reaches someone who never works there is disputed.")
    case .managersConvenience(let state):
      "\(name(state)) may count days at home of managers as days there: not applied here."
    case .daysWorked(let state, let share):
      "\(name(state)) taxes \(percent(share)) of the wages, at the rates of all income."
    case .credit(let by, let of, let amount):
      "Credit of \(name(by)) for tax paid to \(name(of)): \(money(amount))."
    case .reverseCredit(let by, let of, let amount):
      "Credit of \(name(by)), the state of work, for tax paid to \(name(of)): \(money(amount))."
    case .cityOfWork(let place, let share):
      "\(place.isEmpty ? "The city of work" : name(place)) taxes \(percent(share)) of the wages."
    case .residentsOnly(let place):
      "\(name(place)) taxes only those who live there."
    case .whereWorked(let place):
      "\(name(place)) taxes only work that is done there."
    case .payroll(let state):
      "Payroll items are those of \(name(state))."
    }
  }

  private func money(_ value: Double) -> String { NumberText.money(value, currency: "USD") }
  private func percent(_ value: Double) -> String { NumberText.share((value * 1_000).rounded() / 1_000) }
}
