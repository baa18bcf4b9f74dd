import Market

extension PlaceMatcher {
  /// A place as it was read, and what was taken for granted on the way.
  struct Match {
    /// A rule that was applied: its name, and how the text was read, such as `Portland is Portland, OR`.
    struct Rule {
      let name: String
      let reading: String
    }

    let location: Location
    /// The city is not known: the state or country around it was taken.
    let isWidened: Bool
    /// The state that the text says, where it is not the metro's principal one: `US-VA`; else empty.
    var state = ""
    /// Where a name has several places, or the currency decided between them.
    var rules: [Rule] = []
    /// Nothing says in which of the metro's states the place is.
    var stateRule: Rule?
  }

  /// Names of rules, as they are listed.
  enum RuleName {
    static let severalPlaces = "name of several places"
    static let currency = "name of several places, the one of the stated currency taken"
    static let usualCurrency = "name of several places, the one of the survey's currency taken"
    static let otherCurrency = "pay in another currency than the place's"
    static let title = "title of a metro, read by its first city and state"
    static let state = "state not said, counted for the metro's principal state"
  }
}
