/// What one number of a draw decides.
enum Luck: Sendable, Hashable {
  /// How long jobs last, in good times and bad.
  case layoff
  /// Bonuses and commissions of an offer year.
  case payout(year: Int)
  /// Of the household, whoever pays: whether there is a birth, and what care costs in an offer year.
  case birth
  case care(year: Int)
  /// One of the normals that an employer's share price is made of.
  case price(component: Int)
  /// Of an employer: its exit, its rank among peers, its readiness to grant again.
  case exit, rank, grants
  /// Of an employer: whether it promotes, changes hands, pays what it owes.
  case promotion, control, credit
}
