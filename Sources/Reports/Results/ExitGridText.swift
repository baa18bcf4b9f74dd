import Compensation
import Quantities

/// What private grants pay at exits of several sizes, for people and for programs.
enum ExitGridText {
  /// A table a grant, in the order of its parts.
  static func blocks(of valuation: Valuation, currency: String) -> [Block] {
    valuation.elements.flatMap { element -> [Block] in
      guard let exits = element.exits else { return [] }
      return [
        .sheet(sheet(exits, currency), title: "\(element.component): what all of it pays at an exit, the strike paid"),
        .sentence(
          (exits.countsPreferences
            ? "Investors' preferences have come off."
            : "At most so much: what investors are paid first is not known.")
            + " Not discounted, and before odds: most start-ups end below what the last investors paid."), .space,
      ]
    }
  }

  private static func sheet(_ exits: ExitGrid, _ currency: String) -> Sheet {
    let money = ColumnKind.money(currency: currency)
    let rounds = exits.kept.enumerated().map { index, kept in
      let count = index == 0 ? "no new round" : NumberText.count(index, "round")
      return Column("rounds\(index)", "\(count), \(NumberText.percent(kept, decimals: 0)) left", money)
    }
    var sheet = Sheet(columns: [Column("proceeds", "Exit", money)] + rounds)
    for (exit, payouts) in zip(exits.exits, exits.payouts) {
      sheet.append([.number(exit)] + payouts.map { .number($0) })
    }
    return sheet
  }

  /// One object an exit and number of rounds.
  static func json(_ exits: ExitGrid) -> JSONValue {
    .array(
      zip(exits.exits, exits.payouts).flatMap { exit, payouts in
        zip(exits.kept, payouts).map { kept, payout -> JSONValue in
          ["proceeds": .amount(exit), "kept": .ratio(kept), "payout": .amount(payout)]
        }
      })
  }
}
