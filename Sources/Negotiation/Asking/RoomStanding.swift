import Quantities

/// Where an offer stands, and the default room that goes with it.
///
/// The defaults are given for three classes of offers: below the market's median, up to P75, above it. Each holds in the
/// middle of its class and moves in a straight line to the next, by the offer's rank: with steps, a range would not move
/// when only the market moves, and a better offer could lower the ask.
///
///     // .66 at rank .25, .50 at rank .625: an offer at the median has .553
struct RoomStanding {
  private static let classes = ["below-p50", "p50-p75", "above-p75"]

  let position: String
  let rank: Double
  let parameters: ParameterTable
  let date: CalendarDate

  init(position: String, rank: Double, _ parameters: ParameterTable, on date: CalendarDate) throws {
    self.position = position
    self.rank = rank
    self.parameters = parameters
    self.date = date
  }

  /// The default by name, for this standing.
  func value(of name: String) throws -> Double {
    guard let own = RoomStanding.classes.firstIndex(of: position) else {
      return try parameters.value(name, scope: position, on: date)
    }
    let centre = try parameters.value("room.class-rank", scope: position, on: date)
    let next = rank < centre ? max(own, 1) - 1 : min(own, RoomStanding.classes.count - 2)
    let (left, right) = (RoomStanding.classes[next], RoomStanding.classes[next + 1])
    let ranks = (
      try parameters.value("room.class-rank", scope: left, on: date),
      try parameters.value("room.class-rank", scope: right, on: date)
    )
    let values = (try parameters.value(name, scope: left, on: date), try parameters.value(name, scope: right, on: date))
    guard ranks.1 > ranks.0 else { return values.0 }
    return values.0 + (values.1 - values.0) * (rank - ranks.0) / (ranks.1 - ranks.0)
  }
}
