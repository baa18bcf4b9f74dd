import Compensation
import Quantities

/// Choices that the tax law leaves to the holder of a grant.
///
///     sale: at once
///     election_83b: {value: 0.40, paid: 0.01}
///     qsbs: yes
enum StockTaxFields {
  /// As far as read.
  struct Draft {
    var sale: StockTaxTerms.Sale?
    var election: Election?
    var isSmallBusinessStock = false

    struct Election {
      let currency: Currency
      var value: Money?
      var paid: Money?
    }
  }

  private static let election = FieldTable<Draft.Election>(
    [
      "value": { $1.value = $0.money(.price, usual: $1.currency) },
      "paid": { $1.paid = $0.money(.wealth, usual: $1.currency) },
    ], required: ["value": "election_83b: {value: 0.40, paid: 0.01}"])

  static func sale(_ entry: Entry) -> StockTaxTerms.Sale? {
    entry.choice(StockTaxTerms.Sale.allCases.map(\.rawValue)).flatMap { StockTaxTerms.Sale(rawValue: $0) }
  }

  static func election(_ entry: Entry, currency: Currency) -> Draft.Election? {
    var draft = Draft.Election(currency: currency)
    guard election.read(entry, into: &draft, owner: entry.path, wanted: "keys: {value: 0.40, paid: 0.01}") else {
      return nil
    }
    return draft.value == nil ? nil : draft
  }

  /// Puts into a grant what has a meaning for its kind; the keys that have.
  static func settle(_ draft: Draft, kind: String, into grant: inout EquityGrant) -> Set<String> {
    var keys: Set<String> = []
    if kind == "iso" {
      keys.insert("sale")
      grant.taxTerms.sale = draft.sale
    }
    // Units are a promise: there is nothing yet to elect for.
    guard kind == "shares" || grant.allowsEarlyExercise else { return keys }
    keys.insert("election_83b")
    guard let election = draft.election, let value = election.value else { return keys }
    grant.taxTerms.election = StockTaxTerms.Election(value: value.amount, paid: election.paid?.amount ?? 0)
    keys.insert("qsbs")
    grant.taxTerms.isSmallBusinessStock = draft.isSmallBusinessStock
    return keys
  }
}

extension EquityGrant {
  fileprivate var allowsEarlyExercise: Bool {
    switch instrument {
    case .option(let terms), .privateOption(let terms, _): terms.allowsEarlyExercise
    default: false
    }
  }
}
