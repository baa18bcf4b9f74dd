extension UpfrontPay.Clawback {
  /// The share of a bonus that will have to be paid back, on average over when people leave.
  ///
  ///     let terms = UpfrontPay.Clawback(months: 12, isProRata: true, onLayoff: false)
  ///     terms.expectedRepayment(survival: Survival(monthlyHazard: 0, quitHazard: 0.02, months: 12))
  ///       .averageLeaver    // 0.1209: of 50,000, 43,953.67 are kept
  ///
  /// `stayer` never quits; `averageLeaver` quits as often as most. Not discounted.
  public func expectedRepayment(survival: Survival) -> (stayer: Double, averageLeaver: Double) {
    var stayer = 0.0
    var averageLeaver = 0.0
    for month in 1...max(1, min(months, survival.layoffHazards.count)) {
      let share = share(leavingIn: month)
      averageLeaver += survival.oddsOfQuit(in: month) * share
      if onLayoff {
        stayer += survival.oddsOfLayoff(in: month) * share
        averageLeaver += survival.oddsOfLayoffOfAverageLeaver(in: month) * share
      }
    }
    return (stayer, averageLeaver)
  }
}
