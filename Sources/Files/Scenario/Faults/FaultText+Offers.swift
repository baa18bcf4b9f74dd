import Quantities

/// Faults of an offer's parts.
extension FaultText {
  static func noOffers() -> FaultText {
    FaultText(
      .noOffers, "there is no offer in the list",
      cure: "write at least one, such as `- {id: seattle, base: 228k}`")
  }

  static func badOfferID(_ text: String, isReserved: Bool) -> FaultText {
    FaultText(
      .badOfferID,
      isReserved ? "id is \(shown(text)), a word with a meaning of its own" : "id is \(shown(text))",
      cure: isReserved
        ? "choose another, such as the city" : "use letters, digits, - and _, at most 40: seattle")
  }

  static func duplicateOffer(_ id: String, firstLine: Int) -> FaultText {
    FaultText(
      .duplicateOffer, "another offer is called \(shown(id)), on line \(firstLine)",
      cure: "give it an id of its own")
  }

  static func twoCurrentJobs(firstLine: Int) -> FaultText {
    FaultText(
      .twoCurrentJobs, "there is a current job already, on line \(firstLine)",
      cure: "only one job can be the current one; put a second job's pay under spouse_wages or leave it out")
  }

  static func unknownRaise(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .unknownRaise, "\(path) is \(shown(text))",
      cure: "write `3% yearly`, or a list such as [{date: 2027-07-01, to: 195k}]")
  }

  static func raiseAsShare(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .payNotANumber, "\(path) is \(shown(text)), where an amount is wanted",
      cure: "write `share: \(text.prefix(20))` for a percentage of pay")
  }

  static func raiseBelowPay(_ path: String, _ amount: Double, date: String, pay: Double) -> FaultText {
    FaultText(
      .raiseBelowPay,
      "\(path) is \(NumberText.grouped(amount)), less than the \(NumberText.grouped(pay)) a year paid by \(date)",
      cure: "a raise does not lower pay: write the pay after it, or `by: 5k` for what it adds, or remove the line")
  }

  static func unknownVesting(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .unknownVesting, "\(path) is \(shown(text))",
      cure: "write 4y/1y cliff quarterly, 3y yearly, 33/33/22/12 quarterly, immediate, or a list of {month, share}")
  }

  static func unknownServiceVesting(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .unknownVesting, "\(path) is \(shown(text))", cure: "write immediate, 3y cliff, 3y graded or 6y graded")
  }

  static func cliffTooLong(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .cliffTooLong, "\(path) is \(shown(text)): the cliff comes after the end",
      cure: "the whole span comes first, then the cliff: 4y/1y cliff quarterly")
  }

  static func sharesDoNotAddUp(_ path: String, sum: String) -> FaultText {
    FaultText(.sharesDoNotAddUp, "the shares of \(path) add up to \(sum)", cure: "make them add up to 100%")
  }

  static func unknownMatch(_ path: String, _ text: String) -> FaultText {
    FaultText(
      .unknownMatch, "\(path) is \(shown(text))",
      cure: "write `50% up to 6%`; tiers take commas: `100% up to 3%, 50% up to 5%`")
  }

  static func unknownClawback(_ path: String, _ text: String) -> FaultText {
    FaultText(.unknownClawback, "\(path) is \(shown(text))", cure: "write 12mo pro rata, 24mo cliff net, or none")
  }

  /// Words that say nothing a part of pay could be read from.
  static func unknownTerm(_ path: String, _ text: String, cure: String) -> FaultText {
    FaultText(.unknownTerm, "\(path) is \(shown(text))", cure: cure)
  }

  static func oddsDoNotAddUp(_ path: String, sum: String) -> FaultText {
    FaultText(.sharesDoNotAddUp, "the odds of \(path) add up to \(sum)", cure: "make them add up to 100%")
  }

  static func unknownDeparture(_ path: String, _ text: String) -> FaultText {
    FaultText(.unknownDeparture, "\(path) is \(shown(text))", cure: "write 14mo laid off, or 2y quits")
  }

  static func oddsOutOfRange(_ path: String, _ text: String) -> FaultText {
    FaultText(.oddsOutOfRange, "\(path) is \(shown(text))", cure: "odds lie between 0% and 100%")
  }

  static func oddsNotInOrder(_ low: String, _ high: String, line: Int) -> FaultText {
    FaultText(
      .oddsNotInOrder, "the odds of reaching the \(high) are above those of the \(low) on line \(line)",
      cure: "who reaches the \(high) has reached the \(low) too: lower this, or raise that")
  }

  static func homeNotStated(_ path: String) -> FaultText {
    FaultText(
      .missingKey, "\(path) is home, but no home is stated",
      cure: "add `home:` to the offer, or `location:` to me")
  }

  static func deadlineAfterStart(start: String, line: Int) -> FaultText {
    FaultText(
      .deadlineAfterStart, "the deadline comes after the start, \(start) on line \(line)",
      cure: "one answers before one starts; check both dates")
  }

  static func dateInTheFuture(_ path: String, _ text: String, asOf: String) -> FaultText {
    FaultText(
      .dateInTheFuture, "\(path) of the current job is \(text), after the as-of date \(asOf)",
      cure: "check the date, or assumptions.as_of; for an offer, remove `kind: current job`")
  }

  static func unknownClass(_ path: String, _ text: String, known: [String]) -> FaultText {
    FaultText(
      .unknownClass, "\(path) is \(shown(text)), which is no class with a price in the cap table",
      cure: suggestion(for: text, among: known)
        ?? (known.isEmpty ? "list the classes in cap_table, each with its price" : "it is one of \(list(known))"))
  }

  static func capBelowPreference(_ path: String) -> FaultText {
    FaultText(
      .capBelowPreference, "\(path) is below the preference",
      cure: "a cap counts the preference too: a 1x preference with a cap of 3x is paid three times at most")
  }

  static func moreThanFullyDiluted(_ path: String, fullyDiluted: Double, listed: Double) -> FaultText {
    FaultText(
      .moreThanFullyDiluted,
      "the cap table or \(path) counts \(NumberText.grouped(listed)) shares, more than the fully diluted "
        + NumberText.grouped(fullyDiluted),
      cure: "fully diluted is every share, option and the whole pool: check the count and the list")
  }

  static func payoutNotInOrder(_ path: String) -> FaultText {
    FaultText(
      .payoutNotInOrder, "\(path) does not rise",
      cure: "write the bottom first, 0-200%, or points from the lowest percentile up")
  }
}
